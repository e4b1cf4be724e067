import type { NumberedPages } from '../../operation/lists/byNumber';
import type { Useful } from '../../items/simplify';
import { fromList, stockCreatorMerchantId } from '../../parameters/common';
import { choice, id } from '../../parameters/kinds';

/** A stock of cash coupons. */
export const stockId = fromList(
	id('stock_id', { label: 'Stock', maxLength: 20, description: 'The stock of cash coupons' }),
	{ method: 'searchCashCouponStocks', what: 'stock', example: '9856000' },
);

/** What names a stock. */
export const ofStock = [stockId, stockCreatorMerchantId] as const;

/** What a stock can be doing, in WeChat Pay's spelling. */
export const status = choice(
	'status',
	[
		{ name: 'Audit', value: 'audit', description: 'Under review' },
		{ name: 'Paused', value: 'paused', description: 'Sending is paused' },
		{ name: 'Running', value: 'running', description: 'Coupons can be sent' },
		{ name: 'Stopped', value: 'stoped', description: 'Sending has ended' },
		{ name: 'Unactivated', value: 'unactivated', description: 'Created, not started yet' },
	],
	{ default: 'running', description: 'Only stocks in this state' },
);

/** What is useful of a stock. */
export const usefulOfStock: readonly Useful[] = [
	'stock_id',
	'stock_name',
	'status',
	'stock_type',
	'stock_creator_mchid',
	'stock_use_rule.max_coupons',
	'stock_use_rule.max_amount',
	'distributed_coupons',
	'available_begin_time',
	'available_end_time',
];

/** The pages of a list of plain texts that a stock has. @param itemName what each of them is */
export function listOfTexts(itemName: string, maxSize: number): NumberedPages {
	return {
		style: 'number',
		isStartUncertain: true,
		sizeParameter: 'limit',
		maxSize,
		pageParameter: 'offset',
		itemsField: 'data',
		itemName,
		totalField: 'total_count',
		entryId: [itemName],
	};
}
