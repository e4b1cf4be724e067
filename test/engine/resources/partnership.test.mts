import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../simulator/index.mts';
import { PARTNERS, PARTNERSHIP_STOCKS } from '../../simulator/shop.mts';
import { run } from '../helpers/engine.mts';
import { useSimulator } from '../helpers/useSimulator.mts';

const simulator = useSimulator();

function getAll(stock: { business_type: string; stock_id: string }, parameters = {}) {
	return {
		resource: 'partnership',
		operation: 'getAll',
		businessType: stock.business_type,
		stockId: stock.stock_id,
		...parameters,
	};
}

const queries = () => simulator().requests.map(({ query }) => query);

describe('Partnership: Get Many', () => {
	test('gives all partnerships as they are, page by page', async () => {
		const { items } = await run({
			credential: simulator().credential,
			parameters: getAll(PARTNERSHIP_STOCKS.many, { returnAll: true }),
		});
		expect(items.map(({ json }) => json)).toEqual(
			simulator().shop.partnerships(PARTNERSHIP_STOCKS.many),
		);
		// The first page says how many there are; the others are asked for side by side.
		const [first, ...others] = queries().map(({ limit, offset }) => [limit, offset]);
		expect([first, ...others.sort()]).toEqual([
			['50', '0'],
			['50', '1'],
			['50', '2'],
		]);
	});

	test('sends JSON in the query percent-encoded, and signs it so', async () => {
		await run({
			credential: simulator().credential,
			parameters: getAll(PARTNERSHIP_STOCKS.one, {
				limit: 5,
				filters: { partnerType: 'APPID', appid: PARTNERS.appid, merchantId: PARTNERS.merchantId },
			}),
		});
		expect(simulator().requests).toMatchObject([
			{
				signature: 'valid',
				url: `/v3/marketing/partnerships?authorized_data=%7B%22business_type%22%3A%22FAVOR_STOCK%22%2C%22stock_id%22%3A%22${PARTNERSHIP_STOCKS.one.stock_id}%22%7D&partner=%7B%22type%22%3A%22APPID%22%2C%22appid%22%3A%22${PARTNERS.appid}%22%2C%22merchant_id%22%3A%22${PARTNERS.merchantId}%22%7D&limit=5&offset=0`,
			},
		]);
	});

	test.each([
		{ filters: { partnerType: 'APPID', appid: PARTNERS.appid }, found: { appid: PARTNERS.appid } },
		{ filters: { appid: PARTNERS.appid }, found: { appid: PARTNERS.appid } },
		{ filters: { merchantId: PARTNERS.merchantId }, found: { merchant_id: PARTNERS.merchantId } },
		{
			filters: { partnerType: 'MERCHANT', merchantId: Number(PARTNERS.merchantId) },
			found: { merchant_id: PARTNERS.merchantId },
		},
	])('finds one partner: $filters', async ({ filters, found }) => {
		const { items } = await run({
			credential: simulator().credential,
			parameters: getAll(PARTNERSHIP_STOCKS.many, { filters }),
		});
		expect(items).toMatchObject([{ json: { partner: found }, pairedItem: { item: 0 } }]);
	});

	test.each([
		{ limit: 50, stock: PARTNERSHIP_STOCKS.many, items: 50, calls: 1 },
		{ limit: 51, stock: PARTNERSHIP_STOCKS.many, items: 51, calls: 2 },
		{ limit: 500, stock: PARTNERSHIP_STOCKS.many, items: 120, calls: 3 },
		{ limit: 500, stock: PARTNERSHIP_STOCKS.fifty, items: 50, calls: 1 },
	])('a Limit of $limit gives $items items in $calls call(s)', async (expected) => {
		const { items } = await run({
			credential: simulator().credential,
			parameters: getAll(expected.stock, { limit: expected.limit }),
		});
		expect(items).toHaveLength(expected.items);
		expect(simulator().requests).toHaveLength(expected.calls);
	});

	test('takes the answer to an empty list, which is a refusal, for an empty list', async () => {
		const { items, error } = await run({
			credential: simulator().credential,
			parameters: getAll(PARTNERSHIP_STOCKS.none, { returnAll: true }),
		});
		expect(error).toBeUndefined();
		expect(items).toEqual([]);
		expect(simulator().requests).toMatchObject([{ status: 400, code: 'INVALID_REQUEST' }]);
	});

	test.each([
		{ filters: { partnerType: 'APPID' }, message: 'AppID is missing' },
		{
			filters: { partnerType: 'MERCHANT', appid: 'wx1' },
			message: 'Partner Merchant ID is missing',
		},
		{
			filters: { appid: 'wx1', merchantId: '1' },
			message: 'Partner Merchant ID and AppID are both given',
		},
		{
			filters: { partnerType: 'SHOP' },
			message: 'Partner Type is “SHOP”, which is not in its list',
		},
		{
			filters: { partnerType: 'APPID', appid: 'w'.repeat(33) },
			message: `AppID is longer than 32 characters: “${'w'.repeat(33)}” has 33`,
		},
		{
			filters: { partnerType: 'MERCHANT', merchantId: '1'.repeat(16) },
			message: 'Partner Merchant ID is longer than 15 characters: “1111111111111111” has 16',
		},
	])('refuses $filters before any call', async ({ filters, message }) => {
		const { error } = await run({
			credential: simulator().credential,
			parameters: getAll(PARTNERSHIP_STOCKS.many, { filters }),
		});
		expect(error?.message).toBe(`${message} [item 0]`);
		expect(simulator().requests).toEqual([]);
	});

	test('refuses a Stock ID of more than 20 characters before any call', async () => {
		const { error } = await run({
			credential: simulator().credential,
			parameters: getAll({ business_type: 'FAVOR_STOCK', stock_id: '1'.repeat(21) }),
		});
		expect(error?.message).toBe(
			'Stock ID is longer than 20 characters: “111111111111111111111” has 21 [item 0]',
		);
		expect(simulator().requests).toEqual([]);
	});

	test.each([
		{ total: 170, items: 120, calls: 4 },
		{ total: 60, items: 120, calls: 3 },
	])('a total of $total that is not right gives $items items', async (expected) => {
		simulator().misbehave({
			kind: 'answer',
			change: (body) => ({ ...body, total_count: expected.total }),
		});
		const { items, error } = await run({
			credential: simulator().credential,
			parameters: getAll(PARTNERSHIP_STOCKS.many, { returnAll: true }),
		});
		expect(error).toBeUndefined();
		expect(items).toHaveLength(expected.items);
		expect(simulator().requests).toHaveLength(expected.calls);
	});

	test('a list that does not say how long it is gives no part of itself', async () => {
		simulator().misbehave({
			kind: 'answer',
			change: ({ data, offset, limit }) => ({ data, offset, limit }) as JsonObject,
		});
		const { items, error } = await run({
			credential: simulator().credential,
			parameters: getAll(PARTNERSHIP_STOCKS.many, { returnAll: true }),
		});
		expect(items).toEqual([]);
		expect(error?.message).toBe('WeChat Pay does not say how long the list is [item 0]');
	});
});
