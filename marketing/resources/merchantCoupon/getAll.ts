import { list } from '../../operation/list';
import { get } from '../../operation/page';
import { appid, openid } from '../../parameters/common';
import { choice, id } from '../../parameters/kinds';
import { optional } from '../../parameters/parameter';
import { merchantStockId } from '../merchantStock';
import { pages, usefulOfCoupon } from './coupon';

const couponState = choice(
	'coupon_state',
	[
		{ name: 'Deactivated', value: 'DEACTIVATED', description: 'Made invalid by the merchant' },
		{ name: 'Deleted', value: 'DELETED', description: 'Deleted by the user' },
		{ name: 'Expired', value: 'EXPIRED', description: 'No longer valid' },
		{ name: 'Sent', value: 'SENDED', description: 'The user can use it' },
		{ name: 'Used', value: 'USED', description: 'Redeemed' },
	],
	{ default: 'SENDED', description: 'Only coupons in this state' },
);

const merchant = <const Wire extends string>(wire: Wire, who: string) =>
	optional(
		id(wire, {
			description: `Merchant ID that ${who}. WeChat Pay wants one of the three merchants, by the part that the caller has.`,
		}),
	);

export const getAll = list({
	name: 'Get Many',
	action: 'Get many merchant coupons of user',
	description: 'List the coupons that a user has',
	endpoint: get('/v3/marketing/busifavor/users/{openid}/coupons', { page: 'merchant/4012534963' }),
	parameters: [
		appid,
		openid,
		optional(merchantStockId),
		optional(couponState),
		merchant('creator_merchant', 'created the stock'),
		merchant('belong_merchant', 'owns the stock'),
		merchant('sender_merchant', 'sends the coupons'),
	],
	pages,
	useful: usefulOfCoupon,
});
