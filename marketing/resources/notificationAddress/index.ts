import type { Resource } from '../../operation/resource';
import { getForCashCoupons } from './getForCashCoupons';
import { getForMerchantCoupons } from './getForMerchantCoupons';
import { getForProductCoupons } from './getForProductCoupons';
import { setForCashCoupons } from './setForCashCoupons';
import { setForDeliveryPlans } from './setForDeliveryPlans';
import { setForMerchantCoupons } from './setForMerchantCoupons';
import { setForProductCoupons } from './setForProductCoupons';

export const notificationAddress: Resource = {
	name: 'Notification Address',
	shortName: 'Notifications',
	value: 'notificationAddress',
	description: 'Where WeChat Pay sends notifications: one address per account and kind of coupon',
	defaultOperation: getForProductCoupons.value,
	operations: [
		getForCashCoupons,
		getForMerchantCoupons,
		getForProductCoupons,
		setForCashCoupons,
		setForDeliveryPlans,
		setForMerchantCoupons,
		setForProductCoupons,
	],
};
