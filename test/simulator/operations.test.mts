import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { answerFault, type Ask, asker, draftOf, operations } from './asker.mts';
import { call } from './client.mts';
import { readBrandOperations } from './api/brandOperations.mts';
import { handlers } from './endpoints/index.mts';
import { examples } from './examples.mts';
import { type JsonObject, type Simulator, startSimulator } from './index.mts';

const NOW = Date.parse('2026-11-25T12:00:00+08:00');
const timestamp = NOW / 1000;

let simulator: Simulator;
let ask: Ask;
beforeAll(async () => {
	simulator = await startSimulator({ clock: () => NOW, quotaPerSecond: 0 });
	const plain = asker(simulator);
	ask = (id, values, draft) => plain(id, values, { timestamp, ...draft });
});
afterAll(() => simulator.close());
beforeEach(() => simulator.reset());

const bodyOf = ({ detail, code, message }: JsonObject) => ({ detail, code, message });

/** The members that must be given, each with its path in a refusal. */
function requiredOf(id: string): Array<[name: string, field: string]> {
	const { parameters, body } = operations.get(id)!;
	return [
		...parameters
			.filter(({ required, in: place }) => required && place === 'query')
			.map(({ name }): [string, string] => [name, `/query/${name}`]),
		...(body?.schema.required ?? []).map((name): [string, string] => [name, `/body/${name}`]),
	];
}

const hasNumber = (id: string) =>
	JSON.stringify(operations.get(id)).includes('x-request-number":true');

test('there is an example of every operation of the product coupon family', () => {
	const family = [...operations.values()].filter((one) => one.family === 'product-coupon');
	expect(Object.keys(examples).sort()).toEqual(family.map(({ id }) => id).sort());
});

test('every operation that is described is served, and no other but those of the account', () => {
	const served = Object.keys(handlers).filter((id) => !id.startsWith('account.'));
	const described = new Set([...operations.keys(), ...readBrandOperations().map(({ id }) => id)]);
	expect(served.sort()).toEqual([...described].sort());
});

test.each([...operations.keys()])(
	'%s: no good answer is empty by its description, but 204',
	(id) => {
		const { answer, status } = operations.get(id)!;
		expect(answer === undefined).toBe(status === 204);
	},
);

describe.each(Object.keys(examples))('%s', (id) => {
	const example = async () => await examples[id]!(ask);

	test('does its work, and its answer is as described', async () => {
		const answer = await ask(id, await example());
		expect(bodyOf(answer)).toEqual({});
		expect(answer.status).toBe(200);
	});

	test('refuses what is missing, by its path', async () => {
		const values = await example();
		for (const [name, field] of requiredOf(id)) {
			const answer = await ask(id, { ...values, [name]: undefined });
			expect({ name, ...bodyOf(answer) }).toMatchObject({
				name,
				code: 'PARAM_ERROR',
				message: expect.stringContaining(`输入源“${field}”`),
				detail: { field, issue: '此字段为必填项' },
			});
		}
	});

	test('refuses what is not described', async () => {
		const answer = await ask(id, { ...(await example()), surplus: '1' });
		const place = operations.get(id)!.body ? 'body' : 'query';
		expect(bodyOf(answer)).toMatchObject({
			code: 'PARAM_ERROR',
			message: `输入源“/${place}/surplus”不是此接口的参数`,
			detail: { field: `/${place}/surplus`, value: '1', location: place },
		});
	});

	test('refuses a brand that has not authorised the provider', async () => {
		const answer = await ask(id, { ...(await example()), brand_id: '999999' });
		expect(answer).toMatchObject({ status: 403, code: 'NO_AUTH', message: '缺少业务相关权限' });
	});

	if (!operations.get(id)!.body) return;
	test('its answer can be lost after the work; the same again finds it done', async () => {
		const values = await example();
		const draft = { ...draftOf(id, values), timestamp };
		simulator.misbehave({ kind: 'resetAfterWork' });
		await expect(call(simulator, draft)).rejects.toMatchObject({ code: 'ECONNRESET' });
		const again = await ask(id, values);
		expect(again.status).toBe(200);
		if (hasNumber(id)) {
			expect(bodyOf(again)).toEqual({});
			expect((await ask(id, values)).json).toEqual(again.json);
		} else {
			// Stores have no request number: the second time they are refused one by one.
			expect(again['success_store_list']).toBeUndefined();
			expect(again['failed_store_list']).toHaveLength((values['store_list'] as object[]).length);
		}
	});

	test('lost before the work, nothing was done', async () => {
		const values = await example();
		simulator.misbehave({ kind: 'resetBeforeWork' });
		const lost = call(simulator, { ...draftOf(id, values), timestamp });
		await expect(lost).rejects.toMatchObject({ code: 'ECONNRESET' });
		const answer = await ask(id, values);
		expect(answer['failed_store_list']).toBeUndefined();
		expect(answer.status).toBe(200);
	});

	if (!hasNumber(id)) return;
	test('the same request number with other values is refused, and does nothing', async () => {
		const values = await example();
		const first = await ask(id, values);
		const other = { ...values, ...(await changeOf(id, values)) };
		const answer = await ask(id, other);
		expect(answer).toMatchObject({
			status: 400,
			code: 'INVALID_REQUEST',
			message: '相同单号但请求数据不一致',
		});
		expect(answer.headers['request-id']).toMatch(/-268578927$/);
		expect((await ask(id, values)).json).toEqual(first.json);
	});
});

/** Another value of a member that is no ID and no request number. */
function changeOf(id: string, values: JsonObject): JsonObject {
	if ('deactivate_reason' in values) return { deactivate_reason: '另一个原因' };
	if ('target_max_count' in values) return { target_max_count: 999999 };
	if ('code_list' in values) return { code_list: ['CODE_9'] };
	if ('remark' in values) return { remark: '又改名' };
	if ('use_time' in values) return { use_time: '2026-11-25T13:00:00+08:00' };
	if ('display_info' in values) {
		return { display_info: { ...(values['display_info'] as JsonObject), name: '另一个名字' } };
	}
	if ('stock' in values) return { stock: { ...(values['stock'] as JsonObject), remark: '又改名' } };
	if ('stock_bundle' in values) {
		return { stock_bundle: { ...(values['stock_bundle'] as JsonObject), remark: '又改名' } };
	}
	if ('image_generation_type' in values) return { cut_out: { image_url: 'https://a.cn/b.png' } };
	if (id === 'userProductCoupon.confirm' || id === 'userProductCoupon.return') {
		return { appid: 'wx99999999' };
	}
	return { attach: '又一次' };
}

test('an answer that is not as described would be noticed', () => {
	expect(answerFault('productCouponStock.get', { stock_id: 1 })).toContain('must');
	expect(answerFault('userProductCoupon.preSend', { token: 'x', more: 1 })).toContain('additional');
});
