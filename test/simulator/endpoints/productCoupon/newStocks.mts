import { type JsonObject, type JsonValue } from '../../json.mts';
import { breaksRule } from '../../refusals.mts';
import {
	type AvailablePeriod,
	type ProductCoupon,
	type Shop,
	type Stock,
	type StockRules,
	type UsageRule,
} from '../../shop.mts';

/** A stock, or a bundle of stocks, as it is given. */
export type GivenStock = StockRules & {
	remark?: string;
	store_scope: Stock['storeScope'];
};

const MOST_DAYS = 365;
const DAY = 24 * 3600 * 1000;
const DISCOUNTS = {
	NORMAL: 'normal_coupon',
	DISCOUNT: 'discount_coupon',
	EXCHANGE: 'exchange_coupon',
};
const RULES = {
	SINGLE: 'single_usage_rule',
	SEQUENTIAL: 'sequential_usage_rule',
	PROGRESSIVE_BUNDLE: 'progressive_bundle_usage_rule',
} as const;

/** Throws unless a stock like this can be made for the product coupon. */
export function checkStock(coupon: ProductCoupon, given: GivenStock): void {
	if (coupon.usage_mode === 'PROGRESSIVE_BUNDLE') {
		throw breaksRule('多次优惠的商品券请使用批次组');
	}
	checkRule(coupon, given);
}

/** Throws unless a bundle like this can be made for the product coupon. */
export function checkBundle(coupon: ProductCoupon, given: GivenStock): void {
	if (coupon.usage_mode !== 'PROGRESSIVE_BUNDLE') {
		throw breaksRule('只有 usage_mode 为 PROGRESSIVE_BUNDLE 的商品券可以使用批次组');
	}
	checkRule(coupon, given);
}

/** Makes the stocks of a bundle that was checked, one for each use. */
export function makeBundle(
	shop: Shop,
	coupon: ProductCoupon,
	given: GivenStock,
): ReadonlyArray<Readonly<Stock>> {
	const stock_bundle_id = shop.newId(920000001);
	const { count } = coupon.progressive_bundle_usage_info!;
	return Array.from({ length: count }, (_, stock_bundle_index) =>
		makeStock(shop, coupon, ruleOfUse(given, stock_bundle_index), {
			stock_bundle_id,
			stock_bundle_index,
		}),
	);
}

/** The stock of one of the uses of a bundle: of each list of discounts it has the one of its place. */
function ruleOfUse(given: GivenStock, index: number): GivenStock {
	const rule = given.progressive_bundle_usage_rule!;
	const ofUse = Object.entries(rule).map(([name, value]) =>
		name.endsWith('_list')
			? [name.replace('_list', ''), (value as JsonValue[])[index]]
			: [name, value],
	);
	return { ...given, progressive_bundle_usage_rule: Object.fromEntries(ofUse) as UsageRule };
}

/** Makes a stock that was checked; `bundle` is the one that it is a part of. */
export function makeStock(
	shop: Shop,
	coupon: ProductCoupon,
	{ remark, store_scope, ...rules }: GivenStock,
	bundle?: Stock['bundle'],
): Readonly<Stock> {
	const ids = { productCouponId: coupon.product_coupon_id, stockId: shop.newId(910000001) };
	shop.addStock({
		...ids,
		remark,
		storeScope: store_scope,
		sent: { total: 0, today: 0 },
		rules,
		bundle,
	});
	return shop.stock(ids.productCouponId, ids.stockId)!;
}

/** Throws unless the rule is the one that the usage mode and the type of the coupon call for. */
function checkRule(coupon: ProductCoupon, given: GivenStock): void {
	const wanted = RULES[coupon.usage_mode];
	const surplus = Object.values(RULES).find((name) => name !== wanted && given[name]);
	if (surplus) throw breaksRule(`usage_mode 为 ${coupon.usage_mode} 时不可填写 ${surplus}`);
	const rule = given[wanted];
	if (!rule) throw breaksRule(`usage_mode 为 ${coupon.usage_mode} 时 ${wanted} 必填`);
	checkPeriod(rule.coupon_available_period);
	// The discount of a coupon for everything stands in the coupon itself when it is used once.
	const inCoupon = coupon.usage_mode === 'SINGLE' && coupon.scope === 'ALL';
	const discount = DISCOUNTS[coupon.type];
	const isOnce = coupon.usage_mode === 'SINGLE';
	const info = coupon.sequential_usage_info ?? coupon.progressive_bundle_usage_info;
	checkDiscount(rule, {
		wanted: isOnce ? discount : `${discount}_list`,
		inCoupon,
		count: info?.count,
	});
}

function checkDiscount(
	rule: JsonObject,
	{ wanted, inCoupon, count }: { wanted: string; inCoupon: boolean; count?: number },
): void {
	const given = Object.keys(rule).filter((name) => /_coupon(_list)?$/.test(name));
	const surplus = given.find((name) => name !== wanted);
	if (surplus !== undefined) throw breaksRule(`优惠类型与 ${surplus} 不一致`);
	if (!inCoupon && given.length === 0) throw breaksRule(`${wanted} 必填`);
	const list = rule[wanted];
	if (Array.isArray(list) && list.length !== count) {
		throw breaksRule(`${wanted} 的元素个数应与使用次数 ${count} 一致`);
	}
}

function checkPeriod({ available_begin_time, available_end_time }: AvailablePeriod): void {
	const length = Date.parse(available_end_time) - Date.parse(available_begin_time);
	if (length <= 0) throw breaksRule('available_end_time 应晚于 available_begin_time');
	if (length > MOST_DAYS * DAY) throw breaksRule(`批次有效期最长${MOST_DAYS}天`);
}
