import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Stage } from '../../scripts/examples/stage.mts';
import {
	startWebhookReceiver,
	type WebhookReceiver,
} from '../../scripts/examples/webhookReceiver.mts';
import type { Execution } from '../../scripts/n8n/execution.mts';
import { GENERATIONS } from '../../scripts/n8n/generation.mts';
import { partsOf } from '../simulator/files/multipart.mts';
import type { ReceivedRequest } from '../simulator/index.mts';
import {
	BRANDS,
	FIRST_STORES,
	PARTNERS,
	PARTNERSHIP_STOCKS,
	PRODUCT_COUPONS,
	storeIds,
	STOCKS,
} from '../simulator/shop.mts';
import { SAMPLE_IMAGE } from '../simulator/sampleImage.mts';
import { HTTP_REQUEST, httpRequestWorkflow } from './httpRequestWorkflow.mts';
import { SETUP_LIMIT, setTestStage } from './testStage.mts';

const COUPONS = '/v3/marketing/partner/product-coupon/product-coupons';
const STORES = storeIds(FIRST_STORES.coffee, 201);
const MESSAGE = '你好,  "WeChat Pay" + 100% & more';
const RAW_BODY = `\n\t{ "echo_message" :\r\n\n  ${JSON.stringify(MESSAGE)}\t}\n\n`;

/** With the blanks that somebody may write. */
const META = `{ "filename": "${SAMPLE_IMAGE.fileName}",  "sha256": "${createHash('sha256').update(SAMPLE_IMAGE.bytes).digest('hex')}" }`;

const pairs = (values: Record<string, string>) => ({
	parameters: Object.entries(values).map(([name, value]) => ({ name, value })),
});

/** The parameters of a request's node, by workflow ID. */
function requests(weChatPay: string, elsewhere: string): Record<string, object> {
	return {
		'1-query': {
			url: `${weChatPay}${COUPONS}/${PRODUCT_COUPONS.discount}`,
			sendQuery: true,
			queryParameters: pairs({ brand_id: BRANDS.coffee }),
		},
		'2-json-in-query': {
			url: `${weChatPay}/v3/marketing/partnerships`,
			sendQuery: true,
			queryParameters: pairs({
				authorized_data: JSON.stringify(PARTNERSHIP_STOCKS.many),
				partner: JSON.stringify({ type: 'APPID', appid: PARTNERS.appid }),
				limit: '5',
			}),
		},
		'3-fields': {
			method: 'POST',
			url: `${weChatPay}/v3/security/echo`,
			sendBody: true,
			bodyParameters: pairs({ echo_message: MESSAGE }),
		},
		'4-json': {
			method: 'POST',
			url: `${weChatPay}${COUPONS}/${PRODUCT_COUPONS.effective}/stocks/${STOCKS.stores200}/disassociate-stores`,
			sendBody: true,
			specifyBody: 'json',
			jsonBody: `\n{ "brand_id" : "${BRANDS.coffee}",\n\t"store_list": [ {"store_id":"${STORES[0]}"} ] }\n`,
		},
		'5-raw': {
			method: 'POST',
			url: `${weChatPay}/v3/security/echo`,
			sendBody: true,
			contentType: 'raw',
			rawContentType: 'application/json',
			body: RAW_BODY,
		},
		'6-delete': {
			method: 'DELETE',
			url: `${weChatPay}/v3/marketing/busifavor/stocks/100092/couponcodes/ABC-1`,
			sendQuery: true,
			queryParameters: pairs({ delete_request_no: '删除 1+1/2' }),
			options: { response: { response: { neverError: true, fullResponse: true } } },
		},
		'7-pages': {
			url: `${weChatPay}${COUPONS}/${PRODUCT_COUPONS.effective}/stocks/${STOCKS.stores201}/associated-stores`,
			sendQuery: true,
			queryParameters: pairs({ brand_id: BRANDS.coffee, page_size: '50' }),
			options: {
				pagination: {
					pagination: {
						parameters: {
							parameters: [
								{
									type: 'qs',
									name: 'page_token',
									value: '={{ $response.body.next_page_token }}',
								},
							],
						},
						paginationCompleteWhen: 'other',
						completeExpression: '={{ !$response.body.next_page_token }}',
					},
				},
			},
		},
		'8-upload': {
			method: 'POST',
			url: `${weChatPay}/v3/marketing/favor/media/image-upload`,
			sendBody: true,
			contentType: 'multipart-form-data',
			bodyParameters: {
				parameters: [
					{ parameterType: 'formData', name: 'meta', value: META },
					{ parameterType: 'formBinaryData', name: 'file', inputDataFieldName: 'data' },
				],
			},
		},
		'9-elsewhere': {
			method: 'POST',
			url: elsewhere,
			sendBody: true,
			bodyParameters: pairs({ echo_message: MESSAGE }),
		},
	};
}

describe.each(GENERATIONS)('the HTTP Request node in n8n %s', (generation) => {
	let stage: Stage;
	let elsewhere: WebhookReceiver;
	let executions: Map<string, Execution>;

	beforeAll(async () => {
		stage = await setTestStage({ generation });
		elsewhere = await startWebhookReceiver();
		const { instance, credential, simulator } = stage;
		const workflows = Object.entries(requests(simulator.url, elsewhere.url)).map(
			([id, parameters]) => httpRequestWorkflow(id, { ...parameters }, credential, SAMPLE_IMAGE),
		);
		await instance.importWorkflows(...workflows);
		const ids = workflows.map(({ id }) => id);
		const all = await instance.executeAll(ids);
		executions = new Map(all.map((execution, index) => [ids[index] as string, execution]));
	}, SETUP_LIMIT);

	afterAll(async () => {
		await elsewhere?.close();
		await stage?.close();
	});

	const answers = (id: string): unknown[] =>
		(executions.get(id) as Execution).items(HTTP_REQUEST).map(({ json }) => json);

	const received = (end: string): ReceivedRequest[] =>
		stage.simulator.requests.filter(({ path }) => path.endsWith(end));

	test('signs whatever it sends, at the first try', () => {
		const { requests } = stage.simulator;
		expect(requests.map(({ signature }) => signature)).toEqual(requests.map(() => 'valid'));
		expect(requests).toHaveLength(12);
	});

	test('GET with query parameters', () => {
		expect(answers('1-query')).toMatchObject([
			{ product_coupon_id: PRODUCT_COUPONS.discount, brand_id: BRANDS.coffee },
		]);
	});

	test('GET with JSON as query value', () => {
		const [answer] = answers('2-json-in-query') as [{ data: unknown }];
		expect(answer.data).toMatchObject([{ partner: { type: 'APPID', appid: PARTNERS.appid } }]);
		expect(received('/partnerships')[0]?.url).toMatch(/authorized_data=%7B%22/);
	});

	test('POST with a JSON body from fields', () => {
		expect(answers('3-fields')).toEqual([{ echo_message: MESSAGE }]);
	});

	test('POST with a JSON body as text', () => {
		expect(answers('4-json')).toMatchObject([{ success_store_list: [{ store_id: STORES[0] }] }]);
		const { effective } = PRODUCT_COUPONS;
		const left = stage.simulator.shop.associatedStores(effective, STOCKS.stores200);
		expect(left).toEqual(STORES.slice(1, 200));
	});

	test('POST with a raw body, whose blanks and line ends arrive as they were written', () => {
		expect(answers('5-raw')).toEqual([{ echo_message: MESSAGE }]);
		expect(received('/echo').map(({ body }) => body.toString())).toContain(RAW_BODY.trim());
	});

	test('DELETE, where the simulator knows the signature but not the endpoint', () => {
		expect(answers('6-delete')).toMatchObject([{ statusCode: 404 }]);
		expect(received('/ABC-1')).toMatchObject([
			{ method: 'DELETE', query: { delete_request_no: '删除 1+1/2' }, signature: 'valid' },
		]);
	});

	test('its own pagination, each page signed', () => {
		const pages = answers('7-pages') as Array<{ store_list: Array<{ store_id: string }> }>;
		expect(pages).toHaveLength(5);
		expect(pages.flatMap(({ store_list }) => store_list.map(({ store_id }) => store_id))).toEqual(
			STORES,
		);
	});

	test('an upload with a Chinese file name, of which the part meta is signed', async () => {
		expect(answers('8-upload')).toEqual([{ media_url: expect.stringMatching(/^https:/) }]);
		const [{ headers, body } = { headers: {}, body: Buffer.alloc(0) }] = received('/image-upload');
		const { meta, file } = await partsOf(headers, body);
		expect(meta).toBe(META);
		expect(file?.bytes.equals(SAMPLE_IMAGE.bytes)).toBe(true);
	});

	test('sends nothing to a host that is not of WeChat Pay, and says why', () => {
		const { host } = new URL(elsewhere.url);
		expect(JSON.stringify(answers('9-elsewhere'))).toContain(
			`Requests to ${host} are not signed: this credential is only for WeChat Pay`,
		);
		expect(elsewhere.requests).toBe(0);
	});
});
