import type { Resource } from '../../operation/resource';
import { associateOrder } from './associateOrder';
import { deactivate } from './deactivate';
import { disassociateOrder } from './disassociateOrder';
import { get } from './get';
import { getAll } from './getAll';
import { preSendForProduct } from './preSendForProduct';
import { giveBack } from './return';
import { send } from './send';
import { sendConsumptionCard } from './sendConsumptionCard';
import { sendForProduct } from './sendForProduct';
import { use } from './use';

export const merchantCoupon: Resource = {
	name: 'Merchant Coupon',
	shortName: 'Merchant Coupon',
	value: 'merchantCoupon',
	description: 'A merchant coupon that a user has: sent, used, returned, deactivated',
	defaultOperation: get.value,
	operations: [
		associateOrder,
		deactivate,
		disassociateOrder,
		get,
		getAll,
		preSendForProduct,
		giveBack,
		send,
		sendConsumptionCard,
		sendForProduct,
		use,
	],
};
