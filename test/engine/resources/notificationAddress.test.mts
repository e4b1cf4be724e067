import { describe, expect, test } from '@jest/globals';
import { run } from '../helpers/engine.mts';
import { useSimulator } from '../helpers/useSimulator.mts';

const simulator = useSimulator();
const notifyUrl = 'https://n8n.example.com/webhook/1/webhook';

const call = async (operation: string, parameters: object = {}) =>
	await run({
		credential: simulator().credential,
		parameters: {
			resource: 'notificationAddress',
			operation,
			options: { maxRetries: 0 },
			...parameters,
		},
	});

describe.each(['ProductCoupons', 'MerchantCoupons', 'CashCoupons'])('for %s', (kind) => {
	test('what was set is what is got', async () => {
		const set = await call(`setFor${kind}`, { notifyUrl });
		expect(set.items[0]?.json).toMatchObject({ notify_url: notifyUrl });
		const got = await call(`getFor${kind}`);
		expect(got.items[0]?.json).toMatchObject({ notify_url: notifyUrl });
	});

	test('none is set: WeChat Pay says so', async () => {
		const { error } = await call(`getFor${kind}`);
		expect(error?.message).toContain('RESOURCE_NOT_EXISTS');
	});

	test.each(['http://n8n.example.com/', 'https://n8n.example.com/?a=1', 'n8n.example.com'])(
		'%s is refused before any call',
		async (wrong) => {
			const { error } = await call(`setFor${kind}`, { notifyUrl: wrong });
			expect(error?.message).toContain('Notification URL is not an address that begins with https');
			expect(simulator().requests).toEqual([]);
		},
	);
});

describe('the merchant', () => {
	test.each(['setForDeliveryPlans', 'setForCashCoupons', 'getForCashCoupons'])(
		'%s: an empty one is that of the credential',
		async (operation) => {
			await call(operation, { notifyUrl, merchantId: '' });
			const { url, body } = simulator().requests[0]!;
			expect(url + body.toString()).toContain(simulator().credential.mchid);
		},
	);

	test('another one is sent as it is, and refused', async () => {
		const { error } = await call('setForDeliveryPlans', { notifyUrl, merchantId: '1900009999' });
		expect(error?.message).toContain('MCH_NOT_EXISTS');
		expect(simulator().requests[0]?.path).toContain('/1900009999/');
	});
});

test('notifications of cash coupons can be turned off', async () => {
	await call('setForCashCoupons', { notifyUrl, additionalFields: { switch: false } });
	expect(JSON.parse(String(simulator().requests[0]?.body))).toMatchObject({ switch: false });
});
