import { describe, expect, test } from '@jest/globals';
import type { Fault } from '../../simulator/index.mts';
import { startCollector } from '../helpers/collector.mts';
import { run } from '../helpers/engine.mts';
import { OPERATIONS } from '../helpers/operations.mts';
import { retryAtOnce } from '../helpers/retryAtOnce.mts';
import { timeoutFor } from '../helpers/timeoutFor.mts';
import { useSimulator } from '../helpers/useSimulator.mts';

const simulator = useSimulator();

retryAtOnce();

const passing: Fault[] = [
	{ kind: 'status', status: 500, code: 'SYSTEM_ERROR', message: '系统异常,请稍后重试' },
	{ kind: 'status', status: 400, code: 'SYSTEM_ERROR', message: '系统错误' },
	{ kind: 'status', status: 502, body: '<html>Bad Gateway</html>' },
	{ kind: 'status', status: 503, code: 'SERVICE_UNAVAILABLE', message: '服务不可用' },
	{ kind: 'status', status: 504, body: '' },
	{ kind: 'resetBeforeWork' },
	{ kind: 'resetAfterWork' },
	{ kind: 'truncated' },
	{ kind: 'neverAnswer' },
	{ kind: 'neverAnswerAfterWork' },
	{ kind: 'probe' },
	{ kind: 'changedBody' },
	// The last one, since the pace is slower behind it.
	{ kind: 'status', status: 429, code: 'RATELIMIT_EXCEEDED', message: '请求超过接口频率限制' },
];

describe.each(Object.keys(OPERATIONS))('%s', (operation) => {
	test.each(passing)('is tried again after $kind $status $code', async (fault) => {
		const parameters = { ...OPERATIONS[operation], options: timeoutFor(fault) };
		const undisturbed = await run({ credential: simulator().credential, parameters });
		simulator().reset();
		simulator().misbehave(fault);
		const { items, error } = await run({ credential: simulator().credential, parameters });
		expect(error).toBeUndefined();
		// What an answer that was lost said of a store, nobody knows: that it is off is all that the list shows.
		const wasDone = ['resetAfterWork', 'truncated', 'neverAnswerAfterWork', 'probe', 'changedBody'];
		const isSettled =
			'change' in (undisturbed.items[0]?.json ?? {}) && wasDone.includes(fault.kind);
		expect(items).toEqual(
			isSettled
				? undisturbed.items.map((item) => ({
						...item,
						json: expect.objectContaining({ ...item.json, change: 'unknown' }),
					}))
				: undisturbed.items,
		);
		const [first, second] = simulator().requests;
		expect(second).toMatchObject({
			url: first?.url,
			body: first?.body,
			signature: 'valid',
			status: 200,
		});
		expect(second?.headers.authorization).not.toBe(first?.headers.authorization);
	});

	test('is tried maxRetries + 1 times, then says what to do', async () => {
		simulator().misbehave(
			{ kind: 'status', status: 503, code: 'SERVICE_UNAVAILABLE', message: '服务不可用' },
			{ times: Infinity },
		);
		const { error } = await run({
			credential: simulator().credential,
			parameters: { ...OPERATIONS[operation], options: { maxRetries: 5 } },
		});
		// What was refused in a batch is looked up in a list.
		const [{ method } = { method: '' }] = simulator().requests;
		const tries = simulator().requests.filter((request) => request.method === method);
		expect(tries).toHaveLength(6);
		expect(error?.message).toContain('SERVICE_UNAVAILABLE');
		expect(error?.description).toContain('later');
		expect(error?.httpCode).toBe('503');
	});

	test('one call too many costs no retry', async () => {
		simulator().misbehave({
			kind: 'status',
			status: 429,
			code: 'RATELIMIT_EXCEEDED',
			message: '请求超过接口频率限制',
		});
		const { error } = await run({
			credential: simulator().credential,
			parameters: { ...OPERATIONS[operation], options: { maxRetries: 0 } },
		});
		expect(error).toBeUndefined();
		expect(simulator().requests.slice(0, 2)).toMatchObject([{ status: 429 }, { status: 200 }]);
	});
});

test.each<Fault>([
	{ kind: 'status', status: 400, code: 'PARAM_ERROR', message: '参数错误' },
	{ kind: 'status', status: 401, code: 'SIGN_ERROR', message: '验证不通过' },
	{ kind: 'status', status: 403, code: 'NO_AUTH', message: '无权限' },
	{ kind: 'status', status: 404, code: 'NOT_FOUND', message: '未找到' },
	{ kind: 'redirect', location: 'https://example.invalid/' },
])('what will not pass by itself is not tried again: $status $kind', async (fault) => {
	simulator().misbehave(fault);
	const { error } = await run({
		credential: simulator().credential,
		parameters: { ...OPERATIONS['Product Coupon: Get'], options: {} },
	});
	expect(error).toBeDefined();
	expect(simulator().requests).toHaveLength(1);
});

test('a redirect to another host leaks no signature', async () => {
	const elsewhere = await startCollector();
	simulator().misbehave({ kind: 'redirect', location: elsewhere.url });
	const { items, error } = await run({
		credential: simulator().credential,
		parameters: OPERATIONS['Product Coupon: Get'] ?? {},
	});
	await elsewhere.close();
	expect(items).toEqual([]);
	expect(error?.message).toContain('redirect');
	expect(elsewhere.received).toEqual([]);
});

test('a wait that Retry-After asks for is not cut short', async () => {
	simulator().misbehave({
		kind: 'status',
		status: 429,
		code: 'FREQUENCY_LIMITED',
		message: '频率限制',
		headers: { 'retry-after': '301' },
	});
	const { error } = await run({
		credential: simulator().credential,
		parameters: { ...OPERATIONS['Merchant Coupon Stock: Get'], options: {} },
	});
	// Longer than the node waits: it gives up instead of asking too early.
	expect(error?.message).toContain('FREQUENCY_LIMITED');
	expect(simulator().requests).toHaveLength(1);
});
