import { stockCreatorMerchantId } from '../parameters/common';
import { getAll } from '../resources/cashCouponStock/getAll';
import { searchList } from './listSearch';

/**
 * The stocks of cash coupons of the creator that is named in the node, page by page; with a search text those
 * whose name, ID or state has it.
 */
export const searchCashCouponStocks = searchList(getAll, {
	valuesOf: async (editor) => ({
		[stockCreatorMerchantId.wire]: await editor.merchantId(stockCreatorMerchantId),
	}),
	toItem: ({ stock_name, stock_id, status }) => ({
		name: `${[stock_name, stock_id].filter(Boolean).join(' – ')} (${String(status)})`,
		value: String(stock_id),
	}),
});
