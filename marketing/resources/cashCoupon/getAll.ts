import { list } from '../../operation/list';
import { get } from '../../operation/page';
import type { Values } from '../../items/placement';
import { appid, openid } from '../../parameters/common';
import { InputError } from '../../parameters/inputError';
import { choice, id } from '../../parameters/kinds';
import { optional } from '../../parameters/parameter';
import { oneOf } from '../../parameters/together';
import { usefulOfCoupon } from './coupon';

const stockId = optional(
	id('stock_id', { description: 'Only coupons of this stock. Not with Available Merchant ID.' }),
);

const status = optional(
	choice(
		'status',
		[
			{ name: 'Sent', value: 'SENDED', description: 'The user can use it' },
			{ name: 'Used', value: 'USED', description: 'Redeemed' },
		],
		{ description: 'Only coupons in this state. Not with Available Merchant ID.' },
	),
);

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
	id('available_mchid', {
		label: 'Available Merchant ID',
		name: 'availableMerchantId',
		description: 'Only coupons that can be used at this merchant now',
	}),
);

const businessType = optional(
	choice('business_type', [{ name: 'Multi Use', value: 'MULTIUSE' }], {
		description: 'Only coupons that can be used several times',
	}),
);

/** WeChat Pay lets the two filters vanish beside an available merchant. */
function withoutVanishingFilters(values: Values): Values {
	if (values.available_mchid === undefined) return values;
	const lost = [stockId, status].find(({ wire }) => values[wire] !== undefined);
	if (!lost) return values;
	throw new InputError(
		lost.field.displayName,
		'does not count together with Available Merchant ID',
		'Take one of the two out of Filters.',
	);
}

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
	complete: withoutVanishingFilters,
});
