import { describe, expect, test } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';
import { OPENID, SENDABLE } from '../../simulator/examples.mts';
import { run, type ExecutionIdentity } from '../helpers/engine.mts';
import { useSimulator } from '../helpers/useSimulator.mts';

const simulator = useSimulator();

const send: INodeParameters = {
	resource: 'userProductCoupon',
	operation: 'send',
	brandId: SENDABLE.brand_id,
	productCouponId: SENDABLE.product_coupon_id,
	stockId: SENDABLE.stock_id,
	appid: 'wx233544546545989',
	openid: '={{ $json.openid }}',
};
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
			await run({ credential: simulator().credential, parameters: send, rows: [one], execution });
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
				parameters: send,
				rows: [row],
				execution: { ...first, id: `${at}` },
			});
		}
		await run({
			credential: { ...credential, mchid: '1900000009' },
			parameters: send,
			rows: [one],
			execution: first,
		});
		expect(new Set(sentNumbers()).size).toBe(3);
	});
});

describe('one request number for several rows', () => {
	const ofRow = { ...send, options: { requestNumber: '={{ $json.number }}' } };
	const rows = [
		{ ...one, number: 'order-1' },
		{ ...other, number: 'order-2' },
		{ openid: `${one.openid}3`, number: 'order-1' },
	];

	test('sends nothing with On Error Stop, and names the number', async () => {
		const { error } = await run({
			credential: simulator().credential,
			parameters: { ...send, options: { requestNumber: 'order-1' } },
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
