import { BRANDS, PRODUCT_COUPONS } from './ids.mts';
import { type ProductCoupon } from './types.mts';

const IMAGE = 'https://wxpaylogo.qpic.cn/wxpaylogo/PiajxSqBRaEJSampleGoods/0';
const BACKGROUND = 'https://wxpaylogo.qpic.cn/wxpaylogo/PiajxSqBRaEJSampleBackground/0';

const amountOff: ProductCoupon = {
	product_coupon_id: PRODUCT_COUPONS.effective,
	scope: 'ALL',
	type: 'NORMAL',
	usage_mode: 'SINGLE',
	single_usage_info: { normal_coupon: { threshold: 10000, discount_amount: 1000 } },
	display_info: {
		name: '全场满100可减10元',
		image_url: IMAGE,
		background_url: BACKGROUND,
		detail_image_url_list: [`${IMAGE}?detail=1`, `${IMAGE}?detail=2`],
	},
	out_product_no: 'Product_1234567890',
	state: 'EFFECTIVE',
	brand_id: BRANDS.coffee,
};

const percentageOff: ProductCoupon = {
	...amountOff,
	product_coupon_id: PRODUCT_COUPONS.discount,
	type: 'DISCOUNT',
	single_usage_info: { discount_coupon: { threshold: 5000, percent_off: 30 } },
	display_info: { name: '满50元立享七折', image_url: IMAGE, background_url: BACKGROUND },
	out_product_no: 'Product_1234567891',
};

const sequential: ProductCoupon = {
	product_coupon_id: PRODUCT_COUPONS.sequential,
	scope: 'ALL',
	type: 'NORMAL',
	usage_mode: 'SEQUENTIAL',
	sequential_usage_info: {
		type: 'INCREMENTAL',
		count: 10,
		available_days: 90,
		interval_days: 1,
	},
	display_info: { name: '咖啡十次连享', image_url: IMAGE, background_url: BACKGROUND },
	out_product_no: 'Product_1234567892',
	state: 'EFFECTIVE',
	brand_id: BRANDS.coffee,
};

const exchange: ProductCoupon = {
	product_coupon_id: PRODUCT_COUPONS.exchange,
	scope: 'SINGLE',
	type: 'EXCHANGE',
	usage_mode: 'SINGLE',
	single_usage_info: {},
	display_info: {
		name: '早餐套餐换购券',
		image_url: IMAGE,
		background_url: BACKGROUND,
		original_price: 3900,
		combo_package_list: [
			{
				name: '咖啡2选1',
				pick_count: 1,
				choice_list: [
					{
						name: '美式',
						price: 1900,
						count: 1,
						image_url: `${IMAGE}?choice=1`,
						mini_program_appid: 'wx4fd12345678',
						mini_program_path: '/pages/index/index',
					},
					{ name: '拿铁', price: 2200, count: 1, image_url: `${IMAGE}?choice=2` },
				],
			},
			{
				name: '点心',
				pick_count: 1,
				choice_list: [{ name: '可颂', price: 1700, count: 1, image_url: `${IMAGE}?choice=3` }],
			},
		],
	},
	state: 'EFFECTIVE',
	brand_id: BRANDS.coffee,
};

/** The product coupons of all brands. */
export const productCoupons: readonly ProductCoupon[] = [
	amountOff,
	percentageOff,
	sequential,
	exchange,
	{ ...amountOff, product_coupon_id: PRODUCT_COUPONS.auditing, state: 'AUDITING' },
	{
		...amountOff,
		product_coupon_id: PRODUCT_COUPONS.deactivated,
		state: 'DEACTIVATED',
		deactivate_request_no: '1002600620019090123143254436',
		deactivate_time: '2025-06-20T13:29:35+08:00',
		deactivate_reason: '商品已下架',
	},
	{ ...amountOff, product_coupon_id: PRODUCT_COUPONS.manyStocks },
	{ ...amountOff, product_coupon_id: PRODUCT_COUPONS.sendable },
	{
		product_coupon_id: PRODUCT_COUPONS.bundle,
		scope: 'ALL',
		type: 'NORMAL',
		usage_mode: 'PROGRESSIVE_BUNDLE',
		progressive_bundle_usage_info: { count: 3, interval_days: 0 },
		display_info: { name: '咖啡三次连享', image_url: IMAGE, background_url: BACKGROUND },
		out_product_no: 'Product_1234567893',
		state: 'EFFECTIVE',
		brand_id: BRANDS.coffee,
	},
	{ ...amountOff, product_coupon_id: PRODUCT_COUPONS.reserved },
	{
		...amountOff,
		product_coupon_id: PRODUCT_COUPONS.noodlesEffective,
		display_info: { name: '牛肉面立减5元', image_url: IMAGE, background_url: BACKGROUND },
		brand_id: BRANDS.noodles,
	},
	{
		...percentageOff,
		product_coupon_id: PRODUCT_COUPONS.noodlesDiscount,
		brand_id: BRANDS.noodles,
	},
	{
		...amountOff,
		product_coupon_id: PRODUCT_COUPONS.noodlesAuditing,
		state: 'AUDITING',
		brand_id: BRANDS.noodles,
	},
	{
		...amountOff,
		product_coupon_id: PRODUCT_COUPONS.unauthorised,
		brand_id: BRANDS.unauthorised,
	},
];
