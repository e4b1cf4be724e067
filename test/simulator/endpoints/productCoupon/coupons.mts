import { breaksRule } from '../../refusals.mts';
import { type ProductCoupon } from '../../shop.mts';
import { type Handler, valuesOf } from '../handler.mts';
import { deactivationOf, type DeactivationValues } from './deactivation.mts';
import { authorisedBrand, productCouponOf, type StockIds } from './found.mts';
import { checkBundle, checkStock, type GivenStock, makeBundle, makeStock } from './newStocks.mts';
import { bundleAnswer, stockAnswer } from './stockAnswer.mts';

type CouponIds = Omit<StockIds, 'stock_id'>;

type GivenCoupon = Omit<ProductCoupon, 'product_coupon_id' | 'state'> & {
	stock?: GivenStock;
	stock_bundle?: GivenStock;
};

/** 创建商品券. It is in force at once: nobody looks it over. */
export const createCoupon: Handler = ({ body, shop }) => {
	const given = body as unknown as GivenCoupon;
	const { stock, stock_bundle } = given;
	authorisedBrand(shop, given.brand_id);
	checkDiscount(given);
	const coupon: ProductCoupon = {
		product_coupon_id: shop.newId(900000001),
		scope: given.scope,
		type: given.type,
		usage_mode: given.usage_mode,
		single_usage_info: given.single_usage_info,
		sequential_usage_info: given.sequential_usage_info,
		progressive_bundle_usage_info: given.progressive_bundle_usage_info,
		display_info: given.display_info,
		out_product_no: given.out_product_no,
		state: 'EFFECTIVE',
		brand_id: given.brand_id,
	};
	if (stock) checkStock(coupon, stock);
	if (stock_bundle) checkBundle(coupon, stock_bundle);
	shop.addProductCoupon(coupon);
	return {
		...coupon,
		...(stock && { stock: stockAnswer(shop, makeStock(shop, coupon, stock)) }),
		...(stock_bundle && {
			stock_bundle: bundleAnswer(shop, makeBundle(shop, coupon, stock_bundle)),
		}),
	};
};

/** Throws unless the discount stands where the scope, the type and the usage mode want it. */
function checkDiscount({ scope, type, usage_mode, single_usage_info }: GivenCoupon): void {
	if (type === 'EXCHANGE' && scope !== 'SINGLE') {
		throw breaksRule('只有 scope 为 SINGLE 的商品券可以是兑换券');
	}
	const discounts = Object.keys(single_usage_info ?? {});
	if (usage_mode !== 'SINGLE' || scope !== 'ALL') {
		if (discounts.length > 0) throw breaksRule(`scope 为 ${scope} 时不可填写 single_usage_info`);
		return;
	}
	const wanted = type === 'NORMAL' ? 'normal_coupon' : 'discount_coupon';
	if (discounts.length !== 1 || discounts[0] !== wanted) {
		throw breaksRule(`type 为 ${type} 时 single_usage_info.${wanted} 必填`);
	}
}

/** 查询商品券 */
export const getCoupon: Handler = (call) => productCouponOf(call.shop, valuesOf<CouponIds>(call));

/** 修改商品券 */
export const updateCoupon: Handler = (call) => {
	const { shop } = call;
	const { display_info, ...ids } = valuesOf<CouponIds & Pick<ProductCoupon, 'display_info'>>(call);
	const coupon = productCouponOf(shop, ids);
	if (coupon.state === 'DEACTIVATED') throw breaksRule('商品券已失效');
	const changed = { ...coupon, display_info };
	shop.addProductCoupon(changed);
	return changed;
};

/** 失效商品券, with all its stocks. */
export const deactivateCoupon: Handler = (call) => {
	const { shop, now } = call;
	const { out_request_no, deactivate_reason, ...ids } = valuesOf<CouponIds & DeactivationValues>(
		call,
	);
	const coupon = productCouponOf(shop, ids);
	if (coupon.state === 'DEACTIVATED') throw breaksRule('商品券已失效');
	const deactivation = deactivationOf({ out_request_no, deactivate_reason }, now);
	const changed: ProductCoupon = { ...coupon, state: 'DEACTIVATED', ...deactivation };
	shop.addProductCoupon(changed);
	for (const stock of shop.stocks(coupon.product_coupon_id)) {
		if (stock.state !== 'DEACTIVATED') {
			shop.changeStock(stock, { state: 'DEACTIVATED', deactivation });
		}
	}
	return changed;
};
