import { describe, expect, test } from '@jest/globals';
import { startSimulator } from '../../simulator/index.mts';
import { PRODUCT_COUPONS } from '../../simulator/shop.mts';
import { DOCUMENTED_ERRORS } from '../helpers/documentedErrors.mts';
import { run } from '../helpers/engine.mts';
import { OPERATIONS } from '../helpers/operations.mts';
import { useSimulator } from '../helpers/useSimulator.mts';

const simulator = useSimulator();

const documented = Object.entries(DOCUMENTED_ERRORS).flatMap(([operation, errors]) =>
	errors.map((error) => ({ operation, ...error })),
);
const cases = documented.filter(({ status }) => status !== 429);
const tooMany = documented.filter(({ status }) => status === 429);

describe('Documented errors', () => {
	test.each(cases)(
		'$operation answers $status $code $message with what happened and what to do',
		async ({ operation, status, code, message }) => {
			// Longer than the node waits, so that it gives up at once. As this closes the pace of the endpoint
			// for all others, too, it has a simulator of its own.
			const headers = status === 429 ? { 'retry-after': '301' } : undefined;
			const own = headers ? await startSimulator({ quotaPerSecond: 0 }) : simulator();
			own.misbehave({ kind: 'status', status, code, message, headers });
			const { error } = await run({
				credential: own.credential,
				parameters: OPERATIONS[operation] ?? {},
			});
			const [first, ...others] = own.requests;
			if (headers) await own.close();
			expect(error?.name).toBe('NodeApiError');
			expect(error?.httpCode).toBe(String(status));
			expect(error?.message).toContain(`(WeChat Pay: ${code} “${message}”)`);
			expect(error?.description?.match(/Request-ID/g)).toHaveLength(1);
			expect(error?.message).toMatch(/ \[item 0\]$/);
			// English words of ours before WeChat Pay's own, and a remedy that ends with the Request-ID.
			expect(error?.message).toMatch(/^[A-Za-z0-9 ,.()'_:]{15,}/);
			expect(error?.description).toMatch(/^[A-Z][^]{15,}Request-ID: \w+-\d+$/);
			// What was refused in a batch may be looked up in a list.
			expect(others.every(({ method }) => method === 'GET' && first?.method === 'POST')).toBe(true);
		},
	);

	test.each(tooMany)(
		'$operation answers $status $code $message to one call too many, which waits for its turn and costs no retry',
		async ({ operation, status, code, message }) => {
			simulator().misbehave({ kind: 'status', status, code, message });
			const { items, error } = await run({
				credential: simulator().credential,
				parameters: OPERATIONS[operation] ?? {},
			});
			expect(error).toBeUndefined();
			expect(items.length).toBeGreaterThan(0);
			expect(simulator().requests.map((request) => request.status)).toEqual([429, 200]);
		},
	);

	test.each(Object.keys(OPERATIONS))(
		'%s: a refusal is an error item with On Error: Continue, and goes to the error branch with its row',
		async (operation) => {
			const parameters = OPERATIONS[operation] ?? {};
			const refusal = { kind: 'status', status: 403, code: 'NO_AUTH', message: '无权限' } as const;
			const what = { credential: simulator().credential, parameters, rows: [{ note: 'first' }] };

			simulator().misbehave(refusal);
			const inPlace = await run({ ...what, onError: 'continueRegularOutput' });
			const expected = {
				error: expect.stringContaining('NO_AUTH “无权限”'),
				details: expect.objectContaining({
					code: 'NO_AUTH',
					message: '无权限',
					description: expect.stringMatching(/^[A-Z].{15,}\.$/),
					outcome: 'refused',
					request_id: expect.stringMatching(/^\w+-\d+$/),
				}),
			};
			expect(inPlace.error).toBeUndefined();
			expect(inPlace.items).toEqual([{ json: expected, pairedItem: { item: 0 } }]);

			simulator().misbehave(refusal);
			const branch = await run({ ...what, onError: 'continueErrorOutput' });
			expect(branch.items).toEqual([]);
			expect(branch.errorItems.map(({ json }) => json)).toEqual([{ note: 'first', ...expected }]);
		},
	);

	test('a refused item does not keep the others from their results', async () => {
		simulator().misbehave(
			{
				kind: 'status',
				status: 404,
				code: 'NOT_FOUND',
				message: '未找到 product_coupon_id 对应的商品券',
			},
			{ path: new RegExp(`/${PRODUCT_COUPONS.discount}$`) },
		);
		const { effective, discount, exchange } = PRODUCT_COUPONS;
		const { items } = await run({
			credential: simulator().credential,
			parameters: {
				...OPERATIONS['Product Coupon: Get'],
				productCouponId: '={{ $json.coupon }}',
			},
			rows: [effective, discount, exchange].map((coupon) => ({ coupon })),
			onError: 'continueRegularOutput',
		});
		expect(items.map(({ json, pairedItem }) => ['error' in json, pairedItem])).toEqual([
			[false, { item: 0 }],
			[true, { item: 1 }],
			[false, { item: 2 }],
		]);
	});

	test('names the item that stopped the workflow', async () => {
		const { error } = await run({
			credential: simulator().credential,
			parameters: { ...OPERATIONS['Product Coupon: Get'], productCouponId: '={{ $json.id }}' },
			rows: [{ id: '200000001' }, { id: '299999999' }],
		});
		expect(error?.message).toMatch(
			/^There is no product coupon 299999999 in this brand .*\[item 1\]$/,
		);
		expect(error?.context.itemIndex).toBe(1);
	});

	test('a gateway answer that is not JSON says that WeChat Pay is not available', async () => {
		simulator().misbehave({ kind: 'status', status: 502, body: '<html>Bad Gateway</html>' });
		const { error } = await run({
			credential: simulator().credential,
			parameters: OPERATIONS['Merchant Coupon Stock: Get'] ?? {},
		});
		expect(error?.message).toBe('WeChat Pay is not available at the moment (HTTP 502) [item 0]');
	});

	test('a redirect is not followed', async () => {
		simulator().misbehave({ kind: 'redirect', location: `${simulator().url}/elsewhere` });
		const { error } = await run({
			credential: simulator().credential,
			parameters: OPERATIONS['Merchant Coupon Stock: Get'] ?? {},
		});
		expect(error?.message).toContain('redirect');
		expect(simulator().requests).toHaveLength(1);
	});

	test('a host that refuses connections is named as such', async () => {
		const { error } = await run({
			credential: { ...simulator().credential, baseUrl: 'http://127.0.0.1:1' },
			parameters: OPERATIONS['Merchant Coupon Stock: Get'] ?? {},
		});
		expect(error?.message).toBe(
			'WeChat Pay could not be reached: the connection was refused [item 0]',
		);
		expect(error?.description).toContain('ECONNREFUSED');
	});

	test('a connection that breaks is named as such', async () => {
		simulator().misbehave({ kind: 'resetBeforeWork' });
		const { error } = await run({
			credential: simulator().credential,
			parameters: OPERATIONS['Merchant Coupon Stock: Get'] ?? {},
		});
		expect(error?.message).toBe('The connection to WeChat Pay was lost [item 0]');
	});

	test('an answer that does not come is given up after the Timeout option', async () => {
		simulator().misbehave({ kind: 'neverAnswer' });
		const { error } = await run({
			credential: simulator().credential,
			parameters: {
				...OPERATIONS['Merchant Coupon Stock: Get'],
				options: { timeout: 50, maxRetries: 0 },
			},
		});
		expect(error?.message).toBe('WeChat Pay did not answer in time [item 0]');
	});
});
