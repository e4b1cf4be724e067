import { list } from '../../operation/list';
import { get } from '../../operation/page';
import { appid, openid } from '../../parameters/common';
import { choice, id } from '../../parameters/kinds';
import { optional } from '../../parameters/parameter';
import { notWith, oneOf } from '../../parameters/conditions';
import { usefulOfCoupon } from './coupon';

const availableMerchantId = id('available_mchid', {
	label: 'Available Merchant ID',
	name: 'availableMerchantId',
	description: 'Only coupons that can be used at this merchant now',
});

const merchants = oneOf(
	{
		...id('creator_mchid', {
			label: 'Creator Merchant ID',
			name: 'creatorMerchantId',
			description:
				'Only coupons of stocks that this merchant created. The merchant of the credential when none of the three merchant filters is given.',
		}),
		absent: 'merchantId',
	},
	id('sender_mchid', {
		label: 'Sender Merchant ID',
		name: 'senderMerchantId',
		description: 'Only coupons that this merchant sent',
	}),
	availableMerchantId,
);

const businessType = optional(
	choice('business_type', [{ name: 'Multi Use', value: 'MULTIUSE' }], {
		description: 'Only coupons that can be used several times',
	}),
);

/** WeChat Pay would let these two vanish beside an available merchant. */
const stockId = notWith(
	availableMerchantId,
	id('stock_id', { description: 'Only coupons of this stock. Not with Available Merchant ID.' }),
);

const status = notWith(
	availableMerchantId,
	choice(
		'status',
		[
			{ name: 'Sent', value: 'SENDED', description: 'The user can use it' },
			{ name: 'Used', value: 'USED', description: 'Redeemed' },
		],
		{ description: 'Only coupons in this state. Not with Available Merchant ID.' },
	),
);

export const getAll = list({
	name: 'Get Many',
	action: 'Get many cash coupons of user',
	description: 'List the cash coupons that a user has',
	endpoint: get('/v3/marketing/favor/users/{openid}/coupons', {
		perSecond: 500,
		page: 'merchant/4012534690',
	}),
	parameters: [openid, appid, stockId, status, ...merchants, businessType],
	pages: {
		style: 'number',
		sizeParameter: 'limit',
		maxSize: 20,
		pageParameter: 'offset',
		itemsField: 'data',
		totalField: 'total_count',
		entryId: ['coupon_id'],
	},
	useful: usefulOfCoupon,
});
