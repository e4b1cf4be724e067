import { describe, expect, test } from '@jest/globals';
import { post, del, get, type EndpointAt } from '../../../../marketing/operation/page.ts';
import { placed, picked, type Values } from '../../../../marketing/items/placement.ts';
import { single } from '../../../../marketing/operation/single.ts';
import { id, text } from '../../../../marketing/parameters/kinds.ts';
import { optional } from '../../../../marketing/parameters/parameter.ts';
import { requestOf } from '../../../../marketing/transport/endpoint.ts';
import { TargetError } from '../../../../wechatpay/requestTarget.ts';

const words = { name: 'Get', action: 'Get thing', description: 'Gets a thing' };
const page = 'partner/1';
const couponId = id('coupon_id');
const key = { ...optional(text('Idempotency-Key')), in: 'header' as const };
const inBody = { ...id('brand_id'), in: 'body' as const };
const others = [
	optional(id('brand_id')),
	optional(text('filter.type')),
	optional(text('page')),
	key,
];

const PATH = '/v3/coupons/{coupon_id}/stores';
const make = (endpoint: EndpointAt<typeof PATH>) =>
	single({ ...words, endpoint, parameters: [couponId, ...others], setsState: true });
const changing = make(post(PATH, { page }));
const reading = make(get(PATH, { page }));

const request = (values: Values, operation = changing) => requestOf(placed(operation, values));

describe('every value goes where its endpoint wants it', () => {
	test('path and body of a call that changes something', () => {
		expect(
			request({
				coupon_id: 'a/b',
				brand_id: '120344',
				'filter.type': 'A&B',
				store_list: [{ store_id: '1' }],
			}),
		).toMatchObject({
			method: 'POST',
			target: '/v3/coupons/a%2Fb/stores',
			body: '{"brand_id":"120344","filter":{"type":"A&B"},"store_list":[{"store_id":"1"}]}',
		});
	});

	test.each([
		['reads', reading, 'GET'],
		['deletes', make(del(PATH, { page })), 'DELETE'],
	])('path and query of a call that %s', (_, operation, method) => {
		expect(
			request({ coupon_id: '1', 'filter.type': 'A&B', 'filter.more': 'x', page: 2 }, operation),
		).toMatchObject({
			method,
			target:
				'/v3/coupons/1/stores?filter=%7B%22type%22%3A%22A%26B%22%2C%22more%22%3A%22x%22%7D&page=2',
			body: undefined,
		});
	});

	test('the body of a DELETE, where the parameter says so', () => {
		const deletion = { ...make(del(PATH, { page })), parameters: [couponId, inBody] };
		expect(request({ coupon_id: '1', brand_id: '120344', page: 2 }, deletion)).toMatchObject({
			method: 'DELETE',
			target: '/v3/coupons/1/stores?page=2',
			body: '{"brand_id":"120344"}',
		});
	});

	test('a header', () => {
		const call = placed(changing, { coupon_id: '1', 'Idempotency-Key': 'abc', page: '2' });
		expect(call.headers).toEqual({ 'Idempotency-Key': 'abc' });
		expect(call.body).toEqual({ json: { page: '2' } });
	});

	test('what was not given is nowhere', () => {
		const values = { coupon_id: '1', brand_id: undefined, page: undefined };
		expect(request(values)).toMatchObject({ target: '/v3/coupons/1/stores', body: undefined });
		expect(request(values, reading).target).toBe('/v3/coupons/1/stores');
	});

	test('a missing value of the path', () => {
		expect(() => request({ brand_id: '2' })).toThrow(TargetError);
	});

	test('a name of a prototype is a name like any other', () => {
		expect(request({ coupon_id: '1', 'constructor.name': 'x' }).body).toBe(
			'{"constructor":{"name":"x"}}',
		);
	});
});

test('the values that there are come out under the names of their parameters', () => {
	expect(picked({ coupon_id: '1', page: '2' }, [couponId, ...others])).toEqual({
		coupon_id: '1',
		page: '2',
	});
});
