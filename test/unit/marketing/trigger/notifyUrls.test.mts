import { describe, expect, jest, test } from '@jest/globals';
import { unansweredCall } from '../../../../marketing/transport/noAnswer.ts';
import { refusedCall } from '../../../../marketing/transport/send.ts';
import { requestOf } from '../../../../marketing/transport/endpoint.ts';
import type { Session } from '../../../../marketing/transport/session.ts';
import type { AddressKind } from '../../../../marketing/trigger/events.ts';
import { aboutOf, complaintAbout, NotifyUrls } from '../../../../marketing/trigger/notifyUrls.ts';
import { merchantWords } from '../../../../marketing/words/merchant.ts';

const MCHID = '1900000109';
const OURS = 'https://n8n.example.com/webhook/1';

function urlsWith(reply: () => object) {
	const call = jest.fn<Session['call']>(async () => {
		return { data: reply() as object, requestId: '', wasRepeatedBlindly: false } as never;
	});
	const asked = () =>
		call.mock.calls.map(([made]) => {
			const { method, target, body } = requestOf(made);
			return [method, target, body && JSON.parse(String(body))].filter(Boolean);
		});
	return { urls: new NotifyUrls({ call } as unknown as Session, MCHID), asked };
}
const throwing = (error: Error) => () => {
	throw error;
};

describe('an address', () => {
	test.each<[AddressKind, string]>([
		['cashCoupons', `/v3/marketing/favor/callbacks?mchid=${MCHID}`],
		['merchantCoupons', `/v3/marketing/busifavor/callbacks?mchid=${MCHID}`],
		['productCoupons', '/v3/marketing/partner/product-coupon/notify-configs'],
	])('of %s is read', async (kind, target) => {
		const { urls, asked } = urlsWith(() => ({ notify_url: OURS }));
		expect(await urls.read(kind)).toBe(OURS);
		expect(asked()).toEqual([['GET', target]]);
	});

	test('of delivery plans cannot be read, so nothing is asked', async () => {
		const { urls, asked } = urlsWith(() => ({}));
		expect(await urls.read('deliveryPlans')).toBeUndefined();
		expect(asked()).toEqual([]);
	});

	test.each([{}, { notify_url: '' }, { notify_url: null }])('%j is none', async (data) => {
		expect(await urlsWith(() => data).urls.read('cashCoupons')).toBe('');
	});

	test('is none when WeChat Pay says 404; every other refusal is one', async () => {
		const refusal = (status: number) =>
			refusedCall(merchantWords, { status, code: 'SOME_CODE', message: '', requestId: '' }, {});
		expect(await urlsWith(throwing(refusal(404))).urls.read('cashCoupons')).toBe('');
		for (const error of [refusal(403), refusal(500), unansweredCall('lost', 'ECONNRESET')]) {
			await expect(urlsWith(throwing(error)).urls.read('cashCoupons')).rejects.toBe(error);
		}
	});

	test.each<[AddressKind, object]>([
		['cashCoupons', { mchid: MCHID, notify_url: OURS }],
		['merchantCoupons', { mchid: MCHID, notify_url: OURS }],
		['productCoupons', { notify_url: OURS }],
		['deliveryPlans', { notify_url: OURS }],
	])('of %s is set, with the merchant where the call wants it', async (kind, body) => {
		const { urls, asked } = urlsWith(() => ({}));
		await urls.set(kind, OURS);
		expect(asked()).toEqual([[expect.stringMatching(/^(POST|PUT)$/), expect.any(String), body]]);
	});
});

test('what an address is for is said in plain words', () => {
	expect(aboutOf('deliveryPlans')).toBe('delivery plans');
});

describe('WeChat Pay cannot call an address that', () => {
	test.each([
		['n8n.example.com/webhook', 'is not a web address'],
		['', 'is not a web address'],
		['http://n8n.example.com/', 'does not begin with https://'],
		['https://localhost:5678/', 'is of a host that only you can reach'],
		['https://localhost./', 'is of a host that only you can reach'],
		['https://n8n/', 'is of a host that only you can reach'],
		['https://n8n.lan/', 'is of a host that only you can reach'],
		['https://10.1.2.3/', 'is of a host that only you can reach'],
		['https://127.0.0.1/', 'is of a host that only you can reach'],
		['https://0x7f.1/', 'is of a host that only you can reach'],
		['https://172.16.0.1/', 'is of a host that only you can reach'],
		['https://100.64.0.1/', 'is of a host that only you can reach'],
		['https://169.254.169.254/', 'is of a host that only you can reach'],
		['https://[::1]/', 'is of a host that only you can reach'],
		['https://[fe80::1]/', 'is of a host that only you can reach'],
		['https://[fd00::1]/', 'is of a host that only you can reach'],
		['https://[::ffff:127.0.0.1]/', 'is of a host that only you can reach'],
		['https://me@n8n.example.com/', 'has a user name or password in it'],
		['https://n8n.example.com/?a=1', 'has something behind its path'],
		['https://n8n.example.com/#a', 'has something behind its path'],
		[`https://n8n.example.com/${'a'.repeat(233)}`, 'has more than 256 characters'],
	])('is “%s”, which %s', (address, complaint) => {
		expect(complaintAbout(address)).toBe(complaint);
	});

	test.each([
		OURS,
		'https://172.32.0.1/',
		'https://100.128.0.1/',
		'https://11.0.0.1/',
		'https://[2001:db8::1]/',
		'https://n8n.example.com:8443/webhook',
		`https://n8n.example.com/${'a'.repeat(232)}`,
	])('but %s it can', (address) => {
		expect(complaintAbout(address)).toBeUndefined();
	});
});
