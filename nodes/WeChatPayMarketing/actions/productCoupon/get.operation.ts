import type { PlacedEndpoint } from '../placing';
import { brandIdField, productCouponIdField } from '../commonFields';
import { perItem } from '../perItem';
import { simplified, simplifyField } from '../simplify';

const endpoint: PlacedEndpoint = {
	method: 'GET',
	path: '/v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}',
	query: ['brand_id'],
	quota: { calls: 20, per: 'second' },
	safeToRepeat: true,
	documentationUrl: 'https://pay.weixin.qq.com/doc/v3/partner/4016434632',
};

const SIMPLE_FIELDS = [
	'product_coupon_id',
	'brand_id',
	'display_info.name',
	'state',
	'scope',
	'type',
	'usage_mode',
	'out_product_no',
	'deactivate_time',
	'deactivate_reason',
];

export const get = perItem(
	endpoint,
	[brandIdField, productCouponIdField, simplifyField],
	async (input) => {
		const { data } = await input.call(endpoint, {
			brand_id: input.id('brandId'),
			product_coupon_id: input.id('productCouponId'),
		});
		return [input.value('simplify') === false ? data : simplified(data, SIMPLE_FIELDS)];
	},
);
