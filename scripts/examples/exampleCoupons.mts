import { BRANDS, PRODUCT_COUPONS } from '../../test/simulator/shop.mts';

/** A row of examples/coupons.csv: a product coupon that somebody keeps an eye on. */
export interface CouponRow {
	brand_id: string;
	product_coupon_id: string;
	responsible: string;
}

/** Coupons in every state, and one that WeChat Pay does not know. */
export function exampleCouponRows(): CouponRow[] {
	const coffee = [
		PRODUCT_COUPONS.effective,
		PRODUCT_COUPONS.discount,
		PRODUCT_COUPONS.sequential,
		PRODUCT_COUPONS.exchange,
		PRODUCT_COUPONS.auditing,
		PRODUCT_COUPONS.deactivated,
		'200000999',
	];
	const noodles = [
		PRODUCT_COUPONS.noodlesEffective,
		PRODUCT_COUPONS.noodlesDiscount,
		PRODUCT_COUPONS.noodlesAuditing,
	];
	return [
		...coffee.map((id) => row(BRANDS.coffee, id, '林晓')),
		...noodles.map((id) => row(BRANDS.noodles, id, '周航')),
	];
}

function row(brandId: string, productCouponId: string, responsible: string): CouponRow {
	return { brand_id: brandId, product_coupon_id: productCouponId, responsible };
}
