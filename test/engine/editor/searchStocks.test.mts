import { expect, test } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';
import { BRANDS, MANY_STOCKS, PRODUCT_COUPONS, STOCKS } from '../../simulator/shop.mts';
import { searchList } from '../helpers/engine.mts';
import { useSimulator } from '../helpers/useSimulator.mts';

const simulator = useSimulator();

const disassociate = {
	resource: 'productCouponStock',
	operation: 'disassociateStores',
	brandId: BRANDS.coffee,
	productCouponId: PRODUCT_COUPONS.effective,
};
const manyStocks = { ...disassociate, productCouponId: PRODUCT_COUPONS.manyStocks };
const allStocks = Array.from({ length: MANY_STOCKS.count }, (_, index) =>
	String(Number(MANY_STOCKS.first) + index),
);

const search = async (filter?: string, page?: string) =>
	await searchList(
		{ credential: simulator().credential, parameters: manyStocks },
		'searchStocks',
		filter,
		page,
	);

test('comes page by page, each entry with what tells stocks apart', async () => {
	const first = await search();
	expect(first.results).toHaveLength(50);
	expect(first.results[0]).toEqual({
		name: expect.stringMatching(/^.+ – 323456701 \(SENDING, \w+\)$/),
		value: MANY_STOCKS.first,
	});
	const second = await search('', first.paginationToken);
	expect(second.paginationToken).toBeUndefined();
	expect([...first.results, ...second.results].map(({ value }) => value)).toEqual(allStocks);
	expect(simulator().requests.every(({ method }) => method === 'GET')).toBe(true);
});

test('finds stocks by their ID and their state', async () => {
	expect((await search('323456755')).results.map(({ value }) => value)).toEqual(['323456755']);
	const paused = await search('paused');
	expect(paused.results.length).toBeGreaterThan(1);
	expect(paused.results.every(({ name }) => name.includes('PAUSED'))).toBe(true);
	expect((await search('nothing has this')).results).toEqual([]);
});

test.each([
	['searchStoreStocks', PRODUCT_COUPONS.sendable, [STOCKS.uploadedCodes]],
	['searchStoreStocks', PRODUCT_COUPONS.bundle, []],
	['searchUploadStocks', PRODUCT_COUPONS.sendable, [STOCKS.uploadedCodes]],
	[
		'searchSendingStocks',
		PRODUCT_COUPONS.sendable,
		[STOCKS.sendable, STOCKS.uploadedCodes, STOCKS.ownCodes],
	],
])('%s shows of product coupon %s only what can be used', async (method, of, expected) => {
	const given = { ...disassociate, productCouponId: of };
	const { credential } = simulator();
	const { results } = await searchList({ credential, parameters: given }, method);
	expect(results.map(({ value }) => value)).toEqual(expected);
	const found = await searchList({ credential, parameters: given }, method, '52345');
	expect(found.results.map(({ value }) => value)).toEqual(expected);
});

test('asks for sending stocks only, and goes on to the page that has something to show', async () => {
	const given = {
		credential: simulator().credential,
		parameters: manyStocks,
	};
	const sending = await searchList(given, 'searchSendingStocks');
	expect(sending.results).toHaveLength(36);
	expect(sending.results.every(({ name }) => name.includes('SENDING'))).toBe(true);
	expect(simulator().requests).toMatchObject([{ query: { state: 'SENDING' } }]);
	expect(await searchList(given, 'searchUploadStocks')).toEqual({ results: [] });
	expect(simulator().requests).toHaveLength(3);
});

test('says what to do first when brand or product coupon are not there yet', async () => {
	const empty = {
		credential: simulator().credential,
		parameters: { ...disassociate, brandId: '' },
	};
	await expect(searchList(empty, 'searchStocks')).rejects.toMatchObject({
		message: 'Brand ID is empty',
	});
	expect(simulator().requests).toEqual([]);
});

test.each([undefined, null, ' \n'])('takes %p for empty, too', async (productCouponId) => {
	const given = { ...disassociate, productCouponId } as unknown as INodeParameters;
	const search = searchList(
		{ credential: simulator().credential, parameters: given },
		'searchStocks',
	);
	await expect(search).rejects.toMatchObject({ message: 'Product Coupon ID is empty' });
	expect(simulator().requests).toEqual([]);
});

test('says what WeChat Pay refuses', async () => {
	const foreign = {
		credential: simulator().credential,
		parameters: { ...disassociate, brandId: BRANDS.unauthorised },
	};
	await expect(searchList(foreign, 'searchStocks')).rejects.toMatchObject({
		name: 'NodeApiError',
		message: expect.stringContaining('NO_AUTH'),
		description: expect.stringContaining('brand'),
	});
});
