import { stockCreatorMerchantId } from '../parameters/common';
import { getAll } from '../resources/cashCouponStock/getAll';
import { searchList, shownAs } from './listSearch';

/**
 * The stocks of cash coupons of the creator that is named in the node, page by page; with a search text those
 * whose name, ID or state has it.
 */
export const searchCashCouponStocks = searchList(getAll, {
	valuesOf: async (editor) => ({
		[stockCreatorMerchantId.wire]: await editor.read(stockCreatorMerchantId),
	}),
	toItem: ({ stock_name, stock_id, status }) => shownAs(stock_name, stock_id, status),
});
