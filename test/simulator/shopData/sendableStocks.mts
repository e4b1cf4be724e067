import { type Shop } from '../shop.mts';
import { PRODUCT_COUPONS, STOCK_BUNDLES, STOCKS } from './ids.mts';
import { USABLE_PERIOD, usualRules } from './stockRules.mts';
import { type StockRules } from './types.mts';

/** Adds the stocks whose coupons can be sent and used at any time; `stores` are for those with stores. */
export function addSendableStocks(shop: Shop, stores: string[]): void {
	const rulesOf = (productCouponId: string, own: Partial<StockRules> = {}): StockRules => {
		const coupon = shop.productCoupon(productCouponId)!;
		const rules = usualRules(coupon, { storeScope: 'SPECIFIC', expired: false });
		for (const name of ['single_usage_rule', 'progressive_bundle_usage_rule'] as const) {
			const rule = rules[name];
			if (rule) rules[name] = { ...rule, coupon_available_period: USABLE_PERIOD };
		}
		return { ...rules, ...own };
	};
	const common = { productCouponId: PRODUCT_COUPONS.sendable, sent: { total: 0, today: 0 } };
	shop.addStock({
		...common,
		stockId: STOCKS.sendable,
		remark: '注册会员发券',
		storeScope: 'ALL',
		rules: rulesOf(PRODUCT_COUPONS.sendable, {
			stock_send_rule: { max_count: 100000, max_count_per_user: 3 },
		}),
	});
	shop.addStock({
		...common,
		stockId: STOCKS.uploadedCodes,
		remark: '预存码发券',
		stores,
		rules: rulesOf(PRODUCT_COUPONS.sendable, { coupon_code_mode: 'UPLOAD' }),
	});
	shop.addStock({
		...common,
		stockId: STOCKS.ownCodes,
		remark: '自有码发券',
		storeScope: 'ALL',
		rules: rulesOf(PRODUCT_COUPONS.sendable, {
			coupon_code_mode: 'API_ASSIGN',
			stock_send_rule: { max_count: 1000, max_count_per_day: 2, max_count_per_user: 100 },
		}),
	});
	const { id, stocks } = STOCK_BUNDLES.effective;
	stocks.forEach((stockId, index) =>
		shop.addStock({
			...common,
			productCouponId: PRODUCT_COUPONS.bundle,
			stockId,
			remark: '三次连享',
			stores,
			bundle: { stock_bundle_id: id, stock_bundle_index: index },
			rules: rulesOf(PRODUCT_COUPONS.bundle),
		}),
	);
}
