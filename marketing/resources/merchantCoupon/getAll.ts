import { list } from '../../operation/list';
import { get } from '../../operation/page';
import { appid, openid } from '../../parameters/common';
import { choice, id } from '../../parameters/kinds';
import { atLeastOneOf } from '../../parameters/conditions';
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

const merchants = atLeastOneOf(
	{
		...id('creator_merchant', {
			description:
				'Only coupons of stocks that this merchant created. The merchant of the credential when none of the three merchant filters is given.',
		}),
		absent: 'merchantId',
	},
	id('belong_merchant', { description: 'Only coupons of stocks that this merchant owns' }),
	id('sender_merchant', { description: 'Only coupons that this merchant sends' }),
);

export const getAll = list({
	name: 'Get Many',
	action: 'Get many merchant coupons of user',
	description: 'List the coupons that a user has',
	endpoint: get('/v3/marketing/busifavor/users/{openid}/coupons', { page: 'merchant/4012534963' }),
	parameters: [appid, openid, optional(merchantStockId), optional(couponState), ...merchants],
	pages,
	useful: usefulOfCoupon,
});
