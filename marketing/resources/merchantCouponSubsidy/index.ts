import type { Resource } from '../../operation/resource';
import { get } from './get';
import { getAll } from './getAll';
import { getReturn } from './getReturn';
import { pay } from './pay';
import { returnSubsidy } from './return';

export const merchantCouponSubsidy: Resource = {
	name: 'Merchant Coupon Subsidy',
	shortName: 'Subsidy',
	value: 'merchantCouponSubsidy',
	description: 'Money that is paid to a merchant for what a redeemed coupon took off',
	defaultOperation: getAll.value,
	operations: [get, getAll, getReturn, pay, returnSubsidy],
};
