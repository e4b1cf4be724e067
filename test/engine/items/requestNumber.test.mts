import { describe, expect, test } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { OPENID } from '../../simulator/examples.mts';
import { run, type ExecutionIdentity } from '../helpers/engine.mts';
import { SEND } from '../helpers/sendings.mts';
import { useSimulator } from '../helpers/useSimulator.mts';

const simulator = useSimulator();

const [one, other] = ['1', '2'].map((end) => ({ openid: OPENID.slice(0, -1) + end })) as [
	{ openid: string },
	{ openid: string },
];

const sentNumbers = () =>
	simulator()
		.requests.filter(({ method }) => method === 'POST')
		.map(({ body }) => {
			const { send_request_no } = JSON.parse(body.toString()) as { send_request_no: string };
			return send_request_no;
		});

describe('a number that is made', () => {
	const first = { id: '21', workflowId: 'coupons', establishedAt: Date.UTC(2026, 10, 30) };

	async function numbersOf(...executions: ExecutionIdentity[]) {
		for (const execution of executions) {
			await run({ credential: simulator().credential, parameters: SEND, rows: [one], execution });
		}
		return sentNumbers();
	}

	test('is kept by the Retry button, which makes a new execution of the old one', async () => {
		const [before, after] = await numbersOf(first, { ...first, id: '22' });
		expect(after).toBe(before);
		expect(simulator().shop.userProductCoupons(one.openid)).toHaveLength(1);
	});

	test.each<[string, ExecutionIdentity]>([
		['execution with the same id, after a database was begun anew', { establishedAt: 1 }],
		['workflow', { workflowId: 'others' }],
	])('is another one for another %s', async (_, differing) => {
		const [before, after] = await numbersOf(first, { ...first, ...differing });
		expect(after).not.toBe(before);
		expect(simulator().shop.userProductCoupons(one.openid)).toHaveLength(2);
	});

	test('is another one for another merchant and for another user in the same place', async () => {
		const { credential } = simulator();
		const rows = [one, other];
		for (const [at, row] of rows.entries()) {
			await run({
				credential,
				parameters: SEND,
				rows: [row],
				execution: { ...first, id: `${at}` },
			});
		}
		await run({
			credential: { ...credential, mchid: '1900000009' },
			parameters: SEND,
			rows: [one],
			execution: first,
		});
		expect(new Set(sentNumbers()).size).toBe(3);
	});
});

describe('one request number for several rows', () => {
	const ofRow = { ...SEND, options: { requestNumber: '={{ $json.number }}' } };
	const rows = [
		{ ...one, number: 'order-1' },
		{ ...other, number: 'order-2' },
		{ openid: `${one.openid}3`, number: 'order-1' },
	];

	test('sends nothing with On Error Stop, and names the number', async () => {
		const { error } = await run({
			credential: simulator().credential,
			parameters: { ...SEND, options: { requestNumber: 'order-1' } },
			rows,
		});
		expect(error?.message).toBe(
			'3 of 3 rows cannot be read, so nothing was sent. The first: Request Number is “order-1” for 3 rows [item 0]',
		);
		expect(error?.description).toContain('another one for each row');
		expect(simulator().requests).toEqual([]);
	});

	test('with Continue sends the rows whose number is theirs alone', async () => {
		const { items } = await run({
			credential: simulator().credential,
			parameters: ofRow,
			rows,
			onError: 'continueRegularOutput',
		});
		expect(items.map(({ json }) => json.error)).toEqual([
			'Request Number is “order-1” for 2 rows',
			undefined,
			'Request Number is “order-1” for 2 rows',
		]);
		expect(sentNumbers()).toEqual(['order-2']);
	});
});

describe('Request Number mapped to a column', () => {
	test.each(['', ' ', '\u00a0', null, undefined])(
		'whose cell has %j: the row is refused, and no number is made up',
		async (number) => {
			const { items } = await run({
				credential: simulator().credential,
				parameters: { ...SEND, options: { requestNumber: '={{ $json.number }}' } },
				rows: [
					{ ...one, number },
					{ ...other, number: 'order-2' },
				],
				onError: 'continueRegularOutput',
			});
			expect(items[0]?.json.error).toMatch(
				/^Request Number (is empty|has an expression that gives nothing)/,
			);
			expect(items[0]?.json.details).toMatchObject({ outcome: 'notSent' });
			expect(sentNumbers()).toEqual(['order-2']);
		},
	);

	test('another option with an expression leaves an empty Request Number what it was', async () => {
		await run({
			credential: simulator().credential,
			parameters: { ...SEND, options: { requestNumber: '', maxRetries: '={{ 1 }}' } },
			rows: [one],
		});
		expect(sentNumbers()).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/)]);
	});
});

describe('a request number in a body', () => {
	const update: INodeParameters = {
		resource: 'merchantCouponStock',
		operation: 'update',
		stockId: '100088',
	};
	const body = { comment: 'changed', out_request_no: 'body-1' };
	const inJson = { ...update, define: 'json', json: JSON.stringify(body) };
	const automatic = {
		...update,
		define: 'fields',
		fields: { mappingMode: 'autoMapInputData', value: null },
	};

	const after = async (parameters: INodeParameters, rows: IDataObject[] = [{}]) => {
		const { error } = await run({ credential: simulator().credential, parameters, rows });
		const bodies = simulator().requests.map(
			({ body: sent }) => (JSON.parse(sent.toString()) as IDataObject).out_request_no,
		);
		return { error, bodies };
	};

	test('counts in JSON', async () => {
		expect((await after(inJson)).bodies).toEqual(['body-1']);
		const same = { ...inJson, options: { requestNumber: 'body-1' } };
		expect((await after(same)).bodies).toEqual(['body-1', 'body-1']);
	});

	test.each<[string, INodeParameters, string]>([
		[
			'another one under Options',
			{ ...inJson, options: { requestNumber: 'other-1' } },
			'out_request_no is “body-1”, and Request Number under Options is “other-1”',
		],
		[
			'one that breaks its rules',
			{ ...inJson, json: JSON.stringify({ ...body, out_request_no: 'a#b' }) },
			'Request Number is not digits, letters, _, -, | and *: “a#b”',
		],
		[
			'an empty one of an expression',
			{ ...inJson, json: '={{ JSON.stringify({ comment: "changed", out_request_no: "" }) }}' },
			'out_request_no is empty',
		],
	])('is refused in JSON: %s', async (_, parameters, words) => {
		const { error, bodies } = await after(parameters);
		expect(error?.message).toContain(words);
		expect(bodies).toEqual([]);
	});

	test('is refused where columns are mapped automatically, unless Request Number is given', async () => {
		const refused = await after(automatic, [body]);
		expect(refused.error?.message).toContain(
			'Request Number (column `out_request_no`) is in the input, “body-1”',
		);
		expect(refused.error?.description).toContain('Map it into Request Number under Options');
		expect(refused.bodies).toEqual([]);
		const mapped = { ...automatic, options: { requestNumber: '={{ $json.out_request_no }}' } };
		expect((await after(mapped, [body])).bodies).toEqual(['body-1']);
	});

	test('is found where it is nested', async () => {
		const create = { ...automatic, resource: 'payGiftActivity', operation: 'create' };
		const { error } = await after(create, [{ activity_base_info: { out_request_no: 'nested-1' } }]);
		expect(error?.message).toContain(
			'Request Number (column `activity_base_info.out_request_no`) is in the input',
		);
	});
});

describe('Once Within', () => {
	const ever = { ...SEND, options: { onceWithin: 'ever' } };
	const executions = [
		{ id: '1', workflowId: 'first', establishedAt: Date.UTC(2026, 10, 30) },
		{ id: '2', workflowId: 'second', establishedAt: Date.UTC(2026, 11, 2) },
	];

	test.each<['day' | 'ever' | 'execution', number]>([
		['ever', 1],
		['day', 2],
		['execution', 2],
	])('%s: two workflows on two days send %i in all', async (onceWithin, count) => {
		for (const execution of executions) {
			const { error } = await run({
				credential: simulator().credential,
				parameters: { ...SEND, options: { onceWithin } },
				rows: [one],
				execution,
			});
			expect(error).toBeUndefined();
		}
		expect(simulator().shop.userProductCoupons(one.openid)).toHaveLength(count);
	});

	test('a second row for the same user is told which the first is', async () => {
		const { items } = await run({
			credential: simulator().credential,
			parameters: ever,
			rows: [one, other, one],
			onError: 'continueRegularOutput',
		});
		expect(items.map(({ json }) => json.error)).toEqual([
			undefined,
			undefined,
			'Once Within lets this be done once only, and [item 0] asks for the same',
		]);
		expect(sentNumbers()).toHaveLength(2);
	});

	test('does not go together with a request number', async () => {
		const { error } = await run({
			credential: simulator().credential,
			parameters: { ...SEND, options: { onceWithin: 'ever', requestNumber: 'order-1' } },
			rows: [one],
		});
		expect(error?.message).toContain(
			'Once Within is “ever”, and there is a request number, “order-1”',
		);
		expect(simulator().requests).toEqual([]);
	});

	test('needs to know who gets it', async () => {
		const { error } = await run({
			credential: simulator().credential,
			parameters: {
				resource: 'merchantCoupon',
				operation: 'preSendForProduct',
				stockId: '100088',
				appid: 'wx233544546545989',
				options: { onceWithin: 'ever' },
			},
		});
		expect(error?.message).toContain('Once Within is “ever”, and the row names no user');
		expect(simulator().requests).toEqual([]);
	});
});
