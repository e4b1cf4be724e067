import { describe, expect, test } from '@jest/globals';
import {
	type Endpoint,
	endpointRequest,
} from '../../nodes/WeChatPayMarketing/transport/endpoint.ts';
import { TargetError } from '../../wechatpay/requestTarget.ts';

const endpoint: Endpoint = {
	method: 'POST',
	path: '/v3/coupons/{coupon_id}/stores',
	query: ['page', 'filter'],
	body: ['brand_id', 'store_list'],
	documentationUrl: 'https://pay.weixin.qq.com/',
	requestsPerSecond: 20,
	safeToRepeat: true,
};

describe('every value goes where its endpoint wants it', () => {
	test('path, query and body', () => {
		expect(
			endpointRequest(endpoint, {
				store_list: [{ store_id: '1' }],
				brand_id: '120344',
				filter: { type: 'A&B' },
				page: 2,
				coupon_id: 'a/b',
				stray: 'not of this endpoint',
			}),
		).toEqual({
			method: 'POST',
			target: '/v3/coupons/a%2Fb/stores?page=2&filter=%7B%22type%22%3A%22A%26B%22%7D',
			body: '{"brand_id":"120344","store_list":[{"store_id":"1"}]}',
		});
	});

	test('what was not given is neither in the query nor in the body', () => {
		const { target, body } = endpointRequest(endpoint, { coupon_id: '1', brand_id: '2' });
		expect(target).toBe('/v3/coupons/1/stores');
		expect(body).toBe('{"brand_id":"2"}');
	});

	test('no body when the endpoint has none', () => {
		const get: Endpoint = { ...endpoint, method: 'GET', body: undefined };
		expect(endpointRequest(get, { coupon_id: '1' }).body).toBeUndefined();
	});

	test('a missing value of the path', () => {
		expect(() => endpointRequest(endpoint, { brand_id: '2' })).toThrow(TargetError);
	});
});
