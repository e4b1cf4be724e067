import { post } from '../../operation/page';
import { single } from '../../operation/single';
import {
	appid,
	attach,
	brandId,
	couponTagInfo,
	openid,
	productCouponId,
	sendRequestNumber,
	stockBundleId,
} from '../../parameters/common';
import { optional } from '../../parameters/parameter';
import { usefulOfUserBundle } from './userBundle';
import { bundleLook } from '../productCouponStockBundle/look';

export const send = single({
	name: 'Send',
	action: 'Send product coupon bundle to user',
	description:
		'Give a user a coupon of each stock of a bundle. Each is to be confirmed before it can be used.',
	done: 'sent',
	stock: bundleLook,
	hasDryRun: true,
	hint: 'The coupons of a bundle will be sent to the user of each input item.',
	givesOnce: true,
	endpoint: post('/v3/marketing/partner/product-coupon/users/{openid}/coupon-bundles', {
		perSecond: 500,
		page: 'partner/4016280664',
	}),
	parameters: [
		brandId,
		productCouponId,
		stockBundleId,
		appid,
		openid,
		optional(attach),
		optional(couponTagInfo),
		sendRequestNumber,
	],
	useful: usefulOfUserBundle,
});
