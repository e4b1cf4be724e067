import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { run } from '../helpers/engine.mts';
import { OPERATIONS } from '../helpers/operations.mts';
import { startProxy, type Passage, type Proxy } from '../helpers/proxy.mts';
import { startSwallowing } from '../helpers/swallowing.mts';
import { useSimulator } from '../helpers/useSimulator.mts';

const simulator = useSimulator();
const MAIN = 'api.mch.weixin.qq.com';
const BACKUP = 'api2.mch.weixin.qq.com';

beforeEach(() => {
	jest.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(() => {
	jest.restoreAllMocks();
});

test('nobody answers an attempt to connect: nothing was sent', async () => {
	const swallowing = await startSwallowing();
	const { items } = await run({
		credential: { ...simulator().credential, baseUrl: swallowing.url },
		parameters: {
			...OPERATIONS['Product Coupon Stock: Disassociate Stores'],
			options: { timeout: 300, maxRetries: 1 },
		},
		onError: 'continueRegularOutput',
	});
	await swallowing.close();
	expect(items).toMatchObject([
		{
			json: {
				error: 'WeChat Pay could not be reached: no connection came about in time',
				details: { code: 'CONNECT_ETIMEDOUT', outcome: 'notSent' },
			},
		},
	]);
});

describe("WeChat Pay's main host", () => {
	let proxy: Proxy;
	beforeEach(async () => {
		proxy = await startProxy(simulator());
	});
	afterEach(async () => await proxy.close());

	const get = async (operation: string, options = {}) =>
		await run({
			credential: { ...simulator().credential, baseUrl: '' },
			parameters: { ...OPERATIONS[operation], options: { timeout: 1000, ...options } },
			onError: 'continueRegularOutput',
		});

	test.each<Passage>(['swallowed', 'silent'])(
		'%s: the next try goes to the backup host',
		async (passage) => {
			proxy.passages[MAIN] = passage;
			const { items } = await get('Product Coupon: Get');
			expect(items[0]?.json.error).toBeUndefined();
			expect(proxy.asked).toEqual([MAIN, BACKUP]);
			expect(simulator().requests).toHaveLength(1);
		},
	);

	test('an answer is damaged behind the work: not known, tried again there, and settled', async () => {
		proxy.passages[MAIN] = 'damagedAnswer';
		const { items } = await get('Product Coupon Stock: Disassociate Stores', { maxRetries: 1 });
		expect(items).toMatchObject([
			{
				json: {
					details: { code: 'ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC', outcome: 'unknown' },
				},
			},
		]);
		expect(simulator().requests.filter(({ method }) => method === 'POST')).toHaveLength(2);
		expect(new Set(proxy.asked)).toEqual(new Set([MAIN]));
	});
});
