import type { IDataObject } from 'n8n-workflow';
import type { Values } from '../items/placement';
import { brandId, productCouponId } from '../parameters/common';
import { getAll } from '../resources/productCouponStock/getAll';
import { searchList, shownAs } from './listSearch';

/** Which stocks a list shows. */
interface StocksShown {
	/** what WeChat Pay can choose by itself */
	values?: Values;
	/** what the answer tells */
	fits?: (stock: IDataObject) => boolean;
}

/**
 * Makes a list of the stocks of the brand and the product coupon that are chosen in the node, page by page;
 * with a search text those whose remark, ID, state or store scope has it.
 */
function listOf({ values, fits }: StocksShown) {
	return searchList(getAll, {
		valuesOf: async (editor) => ({
			...(await editor.values([brandId, productCouponId])),
			...values,
		}),
		toItem: ({ stock_id, remark, state, store_scope }) =>
			shownAs(remark, stock_id, state, store_scope),
		fits,
	});
}

/** All stocks of the product coupon. @see listOf */
export const searchStocks = listOf({});

/** Stocks that coupons can be sent of. @see listOf */
export const searchSendingStocks = listOf({ values: { state: 'SENDING' } });

/** Stocks that have stores of their own; the stores of those in a bundle are the bundle's. @see listOf */
export const searchStoreStocks = listOf({
	fits: ({ store_scope, stock_bundle_info }) =>
		store_scope === 'SPECIFIC' && stock_bundle_info === undefined,
});

/** Stocks whose codes the brand uploads. @see listOf */
export const searchUploadStocks = listOf({
	fits: ({ coupon_code_mode }) => coupon_code_mode === 'UPLOAD',
});
