import type { Operation } from '../operation/page';
import { placed } from '../items/placement';
import { getForCashCoupons } from '../resources/notificationAddress/getForCashCoupons';
import { getForMerchantCoupons } from '../resources/notificationAddress/getForMerchantCoupons';
import { getForProductCoupons } from '../resources/notificationAddress/getForProductCoupons';
import { setForCashCoupons } from '../resources/notificationAddress/setForCashCoupons';
import { setForDeliveryPlans } from '../resources/notificationAddress/setForDeliveryPlans';
import { setForMerchantCoupons } from '../resources/notificationAddress/setForMerchantCoupons';
import { setForProductCoupons } from '../resources/notificationAddress/setForProductCoupons';
import type { Call } from '../transport/endpoint';
import type { AddressKind } from './events';

interface Calls {
	/** what the notifications are about, for messages */
	about: string;
	/** delivery plans have none */
	get?: Operation;
	set: Operation;
}

const CALLS: Readonly<Record<AddressKind, Calls>> = {
	cashCoupons: { about: 'cash coupons', get: getForCashCoupons, set: setForCashCoupons },
	deliveryPlans: { about: 'delivery plans', set: setForDeliveryPlans },
	merchantCoupons: {
		about: 'merchant coupons',
		get: getForMerchantCoupons,
		set: setForMerchantCoupons,
	},
	productCoupons: {
		about: 'product coupons',
		get: getForProductCoupons,
		set: setForProductCoupons,
	},
};

function callOf(operation: Operation, mchid: string, values: Record<string, string>): Call {
	const own = operation.parameters.filter(({ absent }) => absent === 'merchantId');
	const merchant = Object.fromEntries(own.map(({ wire }) => [wire, mchid]));
	return placed(operation, { ...merchant, ...values });
}

/** What the notifications of an address are about: `product coupons`. */
export function aboutOf(kind: AddressKind): string {
	return CALLS[kind].about;
}

/** The call that reads an address; `undefined` when WeChat Pay has none. */
export function readingCall(kind: AddressKind, mchid: string): Call | undefined {
	const { get } = CALLS[kind];
	return get && callOf(get, mchid, {});
}

/** The call that sets an address. */
export function settingCall(kind: AddressKind, mchid: string, address: string): Call {
	return callOf(CALLS[kind].set, mchid, { notify_url: address });
}
