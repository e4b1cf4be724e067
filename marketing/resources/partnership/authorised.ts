import { choice, id } from '../../parameters/kinds';

/** What the partner is authorised for. */
export const businessType = choice(
	'authorized_data.business_type',
	[
		{
			name: 'Cash Coupon Stock',
			value: 'FAVOR_STOCK',
			description: 'A stock of cash coupons that the partner may send',
		},
		{
			name: 'Merchant Coupon Stock',
			value: 'BUSIFAVOR_STOCK',
			description: 'A stock of merchant coupons that the partner may send',
		},
	],
	{ description: 'What the partner was authorised for' },
);

/** The stock that a partnership is about. */
export const stockId = id('authorized_data.stock_id', {
	maxLength: 20,
	example: '2433405',
	description: 'The stock that the partner was authorised for',
});

/** What kinds of partners there are. */
export const PARTNER_TYPES = [
	{ name: 'AppID', value: 'APPID', description: 'The partner is an AppID' },
	{ name: 'Merchant', value: 'MERCHANT', description: 'The partner is a merchant' },
];
