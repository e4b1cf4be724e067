import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { run } from '../helpers/engine.mts';
import { OPERATIONS } from '../helpers/operations.mts';
import { startProxy, type Passage, type Proxy } from '../helpers/proxy.mts';
import { startSwallowing } from '../helpers/swallowing.mts';
import { retryAtOnce } from '../helpers/retryAtOnce.mts';
import { useSimulator } from '../helpers/useSimulator.mts';

const simulator = useSimulator();

retryAtOnce();

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

describe("WeChat Pay's two hosts", () => {
	const HOSTS = ['api.mch.weixin.qq.com', 'api2.mch.weixin.qq.com'] as const;
	let proxy: Proxy;
	beforeEach(async () => {
		proxy = await startProxy(simulator());
	});
	afterEach(async () => await proxy.close());

	const runOf = async (operation: string, options = {}) =>
		await run({
			credential: { ...simulator().credential, baseUrl: '' },
			parameters: { ...OPERATIONS[operation], options: { timeout: 1000, ...options } },
			onError: 'continueRegularOutput',
		});

	test.each<Passage>(['swallowed', 'silent'])(
		'one is %s: the next try goes to the other one, and further calls begin there',
		async (passage) => {
			// Where calls begin is what the process remembers of those before.
			await runOf('Product Coupon: Get', { timeout: 60_000 });
			const [first] = proxy.asked;
			const [other] = HOSTS.filter((host) => host !== first);
			proxy.passages[first!] = passage;
			for (const { json } of [
				...(await runOf('Product Coupon: Get')).items,
				...(await runOf('Product Coupon: Get')).items,
			]) {
				expect(json.error).toBeUndefined();
			}
			expect(proxy.asked).toEqual([first, first, other, other]);
			expect(simulator().requests).toHaveLength(3);
		},
	);

	test('an answer is damaged behind the work: not known, and tried again at the same host', async () => {
		for (const host of HOSTS) proxy.passages[host] = 'damagedAnswer';
		const { items } = await runOf('Product Coupon Stock: Disassociate Stores', { maxRetries: 1 });
		expect(items).toMatchObject([
			{
				json: {
					details: { code: 'ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC', outcome: 'unknown' },
				},
			},
		]);
		expect(simulator().requests.filter(({ method }) => method === 'POST')).toHaveLength(2);
		expect(new Set(proxy.asked).size).toBe(1);
	});
});
