import { stockStateOf, type StockLook, type StockState } from '../../operation/stocks';
import { getAll } from '../productCouponStock/getAll';
import { statePaths } from '../productCouponStock/look';

/** Of a bundle each stock must send; the one with the fewest coupons limits all. */
export const bundleLook: StockLook = {
	ids: ['brand_id', 'product_coupon_id', 'stock_bundle_id'],
	async read(calls, { brand_id, product_coupon_id, stock_bundle_id }) {
		const states: StockState[] = [];
		const ids = { brand_id, product_coupon_id, stock_bundle_id };
		for await (const { entries } of getAll.entries(calls, ids)) {
			states.push(...entries.map((entry) => stockStateOf(entry, statePaths)));
		}
		const silent = states.find(({ isSending }) => !isSending);
		return {
			state: (silent ?? states[0])?.state ?? 'unknown, as it has no stocks',
			isSending: states.length > 0 && !silent,
			left: Math.min(...states.map(({ left }) => left)),
		};
	},
};
