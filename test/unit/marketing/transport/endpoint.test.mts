import { describe, expect, test } from '@jest/globals';
import { merchantAccount } from '../../../../marketing/account.ts';
import { brandAccount } from '../../../../marketing/brand.ts';
import { callOf, requestOf, type Call } from '../../../../marketing/transport/endpoint.ts';
import { TargetError } from '../../../../wechatpay/requestTarget.ts';

const call: Call = {
	endpoint: {
		method: 'POST',
		path: '/v3/coupons/{coupon_id}/stores',
		quota: { calls: 20, per: 'second' },
		documentationUrl: 'https://pay.weixin.qq.com/',
	},
	path: { coupon_id: 'a/b' },
	query: { page: 2, filter: { type: 'A&B' }, brand_id: undefined },
	body: { json: { brand_id: '120344', store_list: [{ store_id: '1' }] } },
};

describe('a call as it goes over the wire', () => {
	test('path, query and JSON body', () => {
		expect(requestOf(call)).toMatchObject({
			method: 'POST',
			target: '/v3/coupons/a%2Fb/stores?page=2&filter=%7B%22type%22%3A%22A%26B%22%7D',
			headers: { Accept: 'application/json' },
			body: '{"brand_id":"120344","store_list":[{"store_id":"1"}]}',
		});
	});

	test('headers of its own beside those of every call', () => {
		const { headers } = requestOf({ ...call, headers: { 'Idempotency-Key': 'k-1' } });
		expect(headers).toEqual({ Accept: 'application/json', 'Idempotency-Key': 'k-1' });
	});

	test('bytes that are ready go as they are, with their content type', () => {
		const bytes = Buffer.from('--b\r\n');
		const { headers, body } = requestOf({
			...call,
			body: { contentType: 'multipart/form-data; boundary=b', bytes },
		});
		expect(body).toBe(bytes);
		expect(headers['Content-Type']).toBe('multipart/form-data; boundary=b');
	});

	test('no body when the call has none', () => {
		expect(requestOf({ ...call, body: undefined }).body).toBeUndefined();
	});

	test('names the texts and numbers that it is about', () => {
		expect(requestOf(call).values()).toEqual({ coupon_id: 'a/b', page: '2', brand_id: '120344' });
	});

	test('a missing value of the path', () => {
		expect(() => requestOf({ ...call, path: {} })).toThrow(TargetError);
	});
});

describe('the call of an account', () => {
	const ofBrand = (given: Partial<Call>): Call =>
		callOf(brandAccount, {
			endpoint: { method: 'POST', path: '/v3/marketing/partner/things/{thing_id}/{sp_mchid}' },
			path: { thing_id: '7', sp_mchid: '1900000001' },
			query: { brand_id: '1', page: 2 },
			...given,
		});

	test('of a merchant is that of the page', () => {
		expect(callOf(merchantAccount, call)).toEqual(call);
	});

	test('of a brand goes elsewhere, and says nothing that the signature says', () => {
		const body = { json: { brand_id: '1', store_list: [] } };
		expect(ofBrand({ body })).toEqual({
			endpoint: { method: 'POST', path: '/brand/marketing/things/{thing_id}' },
			path: { thing_id: '7' },
			query: { page: 2 },
			body: { json: { store_list: [] } },
		});
	});

	test('has no body when nothing is left in it', () => {
		expect(ofBrand({ body: { json: { brand_id: '1' } } }).body).toBeUndefined();
		expect(ofBrand({ body: { json: {} } }).body).toEqual({ json: {} });
	});

	test('has the bytes of an upload as they are', () => {
		const body = { contentType: 'multipart/form-data', bytes: Buffer.from('brand_id') };
		expect(ofBrand({ body }).body).toBe(body);
	});
});
