import { expect, test } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';
import { CASH_COUPON_STOCKS, FOREIGN_MCHID, MCHID } from '../../simulator/shop.mts';
import { searchList } from '../helpers/engine.mts';
import { useSimulator } from '../helpers/useSimulator.mts';

const simulator = useSimulator();

const search = async (parameters: INodeParameters, filter?: string, page?: string) =>
	await searchList(
		{
			credential: simulator().credential,
			parameters: { resource: 'cashCouponStock', operation: 'pause', ...parameters },
		},
		'searchCashCouponStocks',
		filter,
		page,
	);

test('goes through all pages, each stock once', async () => {
	const found: unknown[] = [];
	let page: string | undefined;
	do {
		const { results, paginationToken } = await search({}, '', page);
		found.push(...results.map(({ value }) => value));
		page = paginationToken as string | undefined;
	} while (page);
	expect(found).toEqual(
		simulator()
			.shop.cashCouponStocks(MCHID)
			.map(({ answer }) => answer.stock_id),
	);
});

test('finds by name, ID and state', async () => {
	expect((await search({}, '千人千面')).results).toEqual([
		{ name: '千人千面券 – 9856006 (running)', value: '9856006' },
	]);
	expect((await search({}, '9856002')).results).toHaveLength(1);
	const { results } = await search({}, 'STOPED');
	expect(results.map(({ value }) => value)).toEqual([CASH_COUPON_STOCKS.stopped]);
});

test('is that of the creator who is named', async () => {
	const stockCreatorMerchantId = FOREIGN_MCHID;
	await expect(search({ stockCreatorMerchantId })).rejects.toMatchObject({
		name: 'NodeApiError',
		message: expect.stringContaining('MCH_NOT_EXISTS'),
	});
	expect(simulator().requests[0]?.query.stock_creator_mchid).toBe(FOREIGN_MCHID);
});

// The last one: the quota of the process stays used up.
test('the quota is used up for a minute: that is told at once', async () => {
	const headers = { 'Retry-After': '60' };
	simulator().misbehave({ kind: 'status', status: 429, headers }, { times: Infinity });
	await expect(search({})).rejects.toMatchObject({ name: 'NodeApiError' });
	expect(simulator().requests).toHaveLength(1);
});
