import { type JsonObject } from '../../json.mts';
import { type Shop, type Stock } from '../../shop.mts';

/** A deactivation that nobody asked the simulator for. */
const DEACTIVATION = {
	deactivate_request_no: '1002600620019090123143254437',
	deactivate_time: '2023-06-20T13:29:35+08:00',
	deactivate_reason: '活动提前结束',
};

/** A stock as WeChat Pay shows it. */
export function stockAnswer(shop: Shop, stock: Readonly<Stock>): JsonObject {
	const { codes, rules, sent, state } = stock;
	const { coupon_code_mode, ...otherRules } = rules;
	return {
		product_coupon_id: stock.productCouponId,
		stock_id: stock.stockId,
		remark: stock.remark,
		coupon_code_mode,
		...(coupon_code_mode === 'UPLOAD' && {
			coupon_code_count_info: {
				total_count: codes.uploaded.length,
				available_count: codes.free.length,
			},
		}),
		...otherRules,
		stock_bundle_info: stock.bundle,
		store_scope: stock.storeScope,
		sent_count_info: {
			total_count: sent.total,
			today_count: state === 'SENDING' ? sent.today : 0,
		},
		state,
		...(state === 'DEACTIVATED' && (stock.deactivation ?? DEACTIVATION)),
		brand_id: shop.productCoupon(stock.productCouponId)!.brand_id,
	};
}

/** The stocks of a bundle as WeChat Pay shows them. */
export function bundleAnswer(shop: Shop, stocks: ReadonlyArray<Readonly<Stock>>): JsonObject {
	return {
		stock_bundle_id: stocks[0]!.bundle!.stock_bundle_id,
		stock_list: stocks.map((stock) => stockAnswer(shop, stock)),
	};
}
