import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Aes, Formatter, Rsa } from 'wechatpay-axios-plugin';
import { asker, type Ask } from './asker.mts';
import { sending } from './cashCouponExamples.mts';
import { call } from './client.mts';
import { OPENID, SENDABLE } from './examples.mts';
import { type Simulator, startSimulator } from './index.mts';
import { merchantSending } from './merchantExamples.mts';
import { type JsonObject } from './json.mts';
import { beijingDay } from './endpoints/productCoupon/beijingTime.mts';
import { SAMPLES, sampleOf } from './notifications/samples.mts';
import { deliver, repetitionsOf } from './notifications/sender.mts';
import { bytesOf } from './transport.mts';

interface Received {
	names: string[];
	headers: Record<string, string>;
	body: string;
}

let simulator: Simulator;
let ask: Ask;
let receiver: Server;
let received: Received[];
/** How the receiver answers, first to last; 200 from then on. */
let statuses: number[];
let onReceived: () => void;

beforeEach(async () => {
	simulator = await startSimulator({ quotaPerSecond: 0 });
	ask = asker(simulator);
	received = [];
	statuses = [];
	onReceived = () => {};
	receiver = createServer((request, response) => {
		void bytesOf(request).then((bytes) => {
			const names = request.rawHeaders.filter((_, index) => index % 2 === 0);
			const headers = request.headers as Record<string, string>;
			received.push({ names, headers, body: bytes.toString() });
			response.writeHead(statuses.shift() ?? 200).end();
			onReceived();
		});
	});
	await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
	await simulator.close();
	receiver.closeAllConnections();
	await new Promise((resolve) => receiver.close(resolve));
});

const address = () => `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
const next = () =>
	new Promise<void>((resolve) => {
		onReceived = resolve;
	});

test.each(SAMPLES)("another author's SDK verifies and opens $event_type", async (sample) => {
	await simulator.notify(address(), sample);
	const [{ headers, body }] = received as [Received];
	const message = Formatter.joinedByLineFeed(
		headers['wechatpay-timestamp']!,
		headers['wechatpay-nonce']!,
		body,
	);
	const { publicKey, publicKeyId, apiV3Key } = simulator.credential;
	expect(headers['wechatpay-serial']).toBe(publicKeyId);
	expect(Rsa.verify(message, headers['wechatpay-signature']!, publicKey)).toBe(true);
	const { resource } = JSON.parse(body) as { resource: Record<string, string> };
	const opened: unknown = Aes.AesGcm.decrypt(
		resource['ciphertext']!,
		apiV3Key,
		resource['nonce']!,
		resource['associated_data'] ?? '',
	);
	expect(JSON.parse(String(opened))).toEqual(sample.resource);
});

test.each(SAMPLES)(
	"WeChat Pay's SDK for Java could read $event_type, of today in Beijing",
	async ({ event_type }) => {
		const today = beijingDay(Date.now());
		await simulator.notify(address(), sampleOf(event_type));
		const { create_time, resource } = JSON.parse(received[0]!.body) as JsonObject;
		expect(resource).toMatchObject({ associated_data: expect.stringMatching(/./) });
		expect(create_time).toMatch(new RegExp(`^${today}T.*\\+08:00$`));
		const times = JSON.stringify(sampleOf(event_type)).match(/\d{4}-\d\d-\d\dT[^"]*/g) ?? [];
		expect(times.filter((time) => !time.endsWith('+08:00'))).toEqual([]);
		expect(times.every((time) => Math.abs(Date.parse(time) - Date.now()) < 32 * 86_400_000)).toBe(
			true,
		);
	},
);

test('headers are written as documented', async () => {
	await simulator.notify(address(), sampleOf('COUPON.USE'));
	expect(received[0]!.names).toEqual(
		expect.arrayContaining([
			'User-Agent',
			'Content-Type',
			'Request-ID',
			'Wechatpay-Timestamp',
			'Wechatpay-Nonce',
			'Wechatpay-Signature',
			'Wechatpay-Serial',
			'Wechatpay-Signature-Type',
		]),
	);
});

describe('what follows from a call', () => {
	const sending = { ...SENDABLE, openid: OPENID, appid: 'wx233544546545989' };

	test('a coupon that is sent is told about, once for each request number', async () => {
		simulator.shop.setNotifyUrl('productCoupons', address());
		const arrived = next();
		const answer = await ask('userProductCoupon.send', {
			...sending,
			send_request_no: 'send_1',
		});
		await ask('userProductCoupon.send', { ...sending, send_request_no: 'send_1' });
		await arrived;
		expect(received).toHaveLength(1);
		const { event_type } = JSON.parse(received[0]!.body) as Record<string, string>;
		expect(event_type).toBe('PRODUCT_COUPON_SP.SEND');
		expect(answer.json.coupon_state).toBe('CONFIRMING');
	});

	test('a merchant coupon that is sent is told to the address of merchant coupons, once', async () => {
		simulator.shop.setNotifyUrl('merchantCoupons', address());
		const arrived = next();
		const sending = merchantSending();
		const { coupon_code } = await ask('merchantCoupon.send', sending);
		await ask('merchantCoupon.send', sending);
		await arrived;
		expect(received).toHaveLength(1);
		const { event_type } = JSON.parse(received[0]!.body) as Record<string, string>;
		expect(event_type).toBe('COUPON.SEND');
		expect(coupon_code).toBe(simulator.shop.merchantCoupons()[0]?.code);
	});

	test('an echo with an address is sent there', async () => {
		const arrived = next();
		const body = JSON.stringify({ echo_message: 'hello', notify_url: address() });
		const echo = { method: 'POST', url: '/v3/security/echo', body };
		const headers = { 'Wechatpay-Serial': simulator.credential.publicKeyId };
		expect((await call(simulator, { ...echo, headers })).status).toBe(200);
		await arrived;
		expect(received[0]!.body).toContain('SECURITY_ECHO.SUCCESS');
	});

	test('no address outside of this machine is called', async () => {
		simulator.shop.setNotifyUrl('productCoupons', 'https://n8n.example.com/webhook/1/webhook');
		await ask('userProductCoupon.send', { ...sending, send_request_no: 'send_1' });
		expect(simulator.deliveries).toEqual([]);
	});

	test('with an origin of its own it stands for any address', async () => {
		const { origin } = new URL(address());
		const other = await startSimulator({ quotaPerSecond: 0, notificationOrigin: origin });
		other.shop.setNotifyUrl('productCoupons', 'https://n8n.example.com/webhook/1/webhook');
		const arrived = next();
		await asker(other)('userProductCoupon.send', { ...sending, send_request_no: 'send_1' });
		await arrived;
		await other.close();
		expect(received).toHaveLength(1);
	});
});

describe('repetitions', () => {
	test('15 times in 24 hours and 4 minutes, or as the family has it', () => {
		const minutes = (eventType: string) =>
			repetitionsOf(eventType).reduce((sum, pause) => sum + pause, 0) / 60_000;
		expect(repetitionsOf('PRODUCT_COUPON_SP.SEND')).toHaveLength(15);
		expect(minutes('PRODUCT_COUPON_SP.SEND')).toBe(24 * 60 + 4);
		expect(repetitionsOf('COUPON.SEND')).toHaveLength(10);
		expect(repetitionsOf('COUPON.USE')).toHaveLength(8);
	});

	test('end with the first good answer', async () => {
		statuses = [500, 401];
		const waits: number[] = [];
		const deliveries = await deliver(
			'COUPON.USE',
			() => simulator.notify(address(), sampleOf('COUPON.USE'), { id: 'EV-1' }),
			async (milliseconds) => void waits.push(milliseconds),
		);
		expect(deliveries.map(({ status }) => status)).toEqual([500, 401, 200]);
		expect(waits).toEqual([60_000, 60_000]);
		const ids = received.map(({ body }) => (JSON.parse(body) as { id: string }).id);
		expect(ids).toEqual(['EV-1', 'EV-1', 'EV-1']);
	});
});

test('a cash coupon that a user pays with is told of where its address says', async () => {
	const { coupon_id } = await ask('cashCoupon.send', sending());
	const couponId = String(coupon_id);
	const { mchid } = simulator.credential;
	await ask('notificationAddress.setForCashCoupons', { mchid, notify_url: address() });
	const told = next();
	simulator.useCashCoupon(couponId);
	await told;
	expect(simulator.shop.cashCoupon(couponId)?.answer).toMatchObject({
		status: 'USED',
		consume_information: { consume_mchid: mchid, transaction_id: expect.any(String) },
	});
	const { event_type, resource } = JSON.parse(received[0]!.body) as {
		event_type: string;
		resource: Record<string, string>;
	};
	expect(event_type).toBe('COUPON.USE');
	const { ciphertext, nonce, associated_data = '' } = resource;
	const { apiV3Key } = simulator.credential;
	const opened: unknown = Aes.AesGcm.decrypt(ciphertext!, apiV3Key, nonce!, associated_data);
	expect(JSON.parse(String(opened))).toEqual(simulator.shop.cashCoupon(couponId)?.answer);
	expect(() => simulator.useCashCoupon(couponId)).toThrow(`Coupon ${couponId} cannot be used`);
});
