import { describe, expect, test } from '@jest/globals';
import { asker } from '../../simulator/asker.mts';
import { OPENID, SENDABLE } from '../../simulator/examples.mts';
import { without } from '../../simulator/json.mts';
import { sampleOf } from '../../simulator/notifications/samples.mts';
import { PUBLIC_URL, TriggerStage } from '../helpers/triggerStage.mts';
import { useSimulator } from '../helpers/useSimulator.mts';
import { messageOf, useTrigger } from '../helpers/useTrigger.mts';

const simulator = useSimulator();
const open = useTrigger(simulator, ({ brandCredential }) => brandCredential);

const RECEIVED = 'PRODUCT_COUPON.SEND';
const APPID = 'wx233544546545989';

describe('what WeChat Pay tells a brand', () => {
	test('starts the workflow, without brand and AppID, hours after it was made', async () => {
		const stage = await open([RECEIVED]);
		const sample = sampleOf(RECEIVED);
		expect(sample.resource).not.toHaveProperty('appid');
		expect(sample.resource).not.toHaveProperty('brand_id');
		const create_time = '2026-01-01T08:00:00+08:00';
		const { status } = await simulator().notifyBrand(stage.url(), sample, { create_time });
		expect(status).toBe(200);
		expect(stage.started).toEqual([
			[
				[
					{
						json: expect.objectContaining({
							event_type: RECEIVED,
							create_time,
							resource: sample.resource,
						}) as never,
					},
				],
			],
		]);
	});

	test('is not taken for what it tells a merchant, nor the other way about', async () => {
		const stage = await open(['DELIVERY_PLAN.CHANGE', RECEIVED]);
		const plan = sampleOf('DELIVERY_PLAN.CHANGE');
		expect((await simulator().notify(stage.url(), plan)).status).toBe(401);
		const fault = { kind: 'otherSignatureType' } as const;
		expect((await simulator().notifyBrand(stage.url(), plan, { fault })).status).toBe(401);
		expect(stage.started).toEqual([]);
		expect(stage.warnings.at(-1)).toContain('signed in another way than those for brands');
		const { credential } = simulator();
		const ofMerchant = await TriggerStage.open({
			credential,
			parameters: { events: ['DELIVERY_PLAN.CHANGE'] },
		});
		expect((await simulator().notifyBrand(ofMerchant.url(), plan)).status).toBe(401);
		await ofMerchant.close();
	});

	test('that cannot be decrypted names the brand API key', async () => {
		const stage = await open([RECEIVED]);
		stage.credential = { ...simulator().brandCredential, apiKey: '' };
		await simulator().notifyBrand(stage.url(), sampleOf(RECEIVED));
		expect(stage.thrown.map(({ message }) => message)).toEqual([
			expect.stringContaining('Brand API Key in the credential is empty'),
		]);
	});
});

describe('the address of a brand', () => {
	test('is set by its own call, once nothing is there', async () => {
		const stage = await open([RECEIVED]);
		await stage.activate();
		expect(simulator().shop.notifyUrl('productCoupons')).toBe(PUBLIC_URL);
		const calls = simulator().requests.map(({ method, path }) => `${method} ${path}`);
		expect([...new Set(calls)]).toEqual([
			'GET /brand/marketing/product-coupon/notify-configs',
			'POST /brand/marketing/product-coupon/notify-configs',
		]);
	});

	test('of another system is not replaced', async () => {
		simulator().shop.setNotifyUrl('productCoupons', 'https://other.example.com/');
		const stage = await open([RECEIVED]);
		expect(await messageOf(stage.activate())).toContain('one address for each account');
		expect(simulator().shop.notifyUrl('productCoupons')).toBe('https://other.example.com/');
	});

	test('of delivery plans goes without a merchant', async () => {
		const stage = await open(['DELIVERY_PLAN.CHANGE'], {
			parameters: { options: { replaceAddress: true } },
		});
		await stage.activate();
		const [call] = simulator().requests;
		expect(call?.path).toBe('/brand/marketing/delivery-plan/notify-url');
		expect(JSON.parse(String(call?.body))).toEqual({ notify_url: PUBLIC_URL });
	});
});

describe('Confirm Product Coupons', () => {
	/** A coupon that was sent, and what WeChat Pay tells the brand of it. */
	async function sent() {
		const { json } = await asker(simulator())('userProductCoupon.send', {
			...SENDABLE,
			openid: OPENID,
			appid: APPID,
			send_request_no: 'SEND_20260101_000001',
		});
		const ids = without(SENDABLE, 'brand_id');
		const sample = sampleOf(RECEIVED);
		const { coupon_code } = json;
		return { ...sample, resource: { ...sample.resource, ...ids, openid: OPENID, coupon_code } };
	}

	const confirming = async (options: object = {}) =>
		await open([RECEIVED], {
			parameters: { options: { confirmProductCoupons: true, ...options } },
		});
	const confirmations = () => simulator().requests.filter(({ path }) => path.endsWith('/confirm'));
	const itemOf = (stage: TriggerStage) => stage.started[0]?.[0]?.[0]?.json;

	test("by the brand's call, with the AppID that the notification names", async () => {
		const sample = await sent();
		const stage = await confirming();
		await simulator().notifyBrand(stage.url(), {
			...sample,
			resource: { ...sample.resource, appid: APPID },
		});
		expect(confirmations().map(({ path, status }) => [path.split('/')[1], status])).toEqual([
			['brand', 200],
		]);
		expect(itemOf(stage)).not.toHaveProperty('confirmation');
	});

	test('with the AppID of the option when it names none, and says so', async () => {
		const sample = await sent();
		const stage = await confirming({ appid: APPID });
		await simulator().notifyBrand(stage.url(), sample);
		expect(JSON.parse(String(confirmations()[0]?.body))).toMatchObject({ appid: APPID });
		expect(itemOf(stage)).toMatchObject({ confirmation: { appid: APPID } });
	});

	test('not without any AppID: the workflow runs and is told', async () => {
		const sample = await sent();
		const stage = await confirming();
		const { status } = await simulator().notifyBrand(stage.url(), sample);
		expect(status).toBe(200);
		expect(confirmations()).toEqual([]);
		expect(itemOf(stage)).toMatchObject({ confirmation: { code: 'NO_APPID' } });
	});
});
