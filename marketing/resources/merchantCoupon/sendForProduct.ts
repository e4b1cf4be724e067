import { post } from '../../operation/page';
import { single } from '../../operation/single';
import { appid, openid } from '../../parameters/common';
import { choice, code } from '../../parameters/kinds';
import { when } from '../../parameters/conditions';
import { merchantStockLook } from '../merchantCouponStock/look';
import { merchantNumber, merchantStockId } from '../merchantStock';
import { ownMerchantCode, usefulOfSending } from './coupon';
import { send } from './send';

const couponType = choice(
	'coupon_type',
	[
		{ name: 'Member', value: 'MEMBER', description: 'For members of a member card' },
		{ name: 'Normal', value: 'NORMAL', description: 'For every user' },
	],
	{ default: 'NORMAL', description: 'Whom the coupon is for' },
);

export const sendForProduct = single({
	name: 'Send for Product',
	action: 'Send merchant coupon for product to user',
	description: 'Give a user a coupon of a stock that is linked to product information',
	done: 'sent',
	stock: merchantStockLook,
	hint: send.hint,
	givesOnce: true,
	endpoint: post('/v3/marketing/busifavor/product-coupons/send', {
		page: 'merchant/4015594964',
	}),
	parameters: [
		merchantStockId,
		appid,
		openid,
		couponType,
		when(
			couponType,
			'MEMBER',
			code('member_card_id', {
				identifies: false,
				maxLength: 32,
				description: 'The template of the member card',
			}),
		),
		ownMerchantCode,
		merchantNumber('out_request_no'),
	],
	useful: usefulOfSending,
});
