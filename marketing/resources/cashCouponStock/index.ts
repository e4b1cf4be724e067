import type { Resource } from '../../operation/resource';
import { create } from './create';
import { get } from './get';
import { getAll } from './getAll';
import { getItems } from './getItems';
import { getMerchants } from './getMerchants';
import { getRefundReport } from './getRefundReport';
import { getRefundReportOfDay } from './getRefundReportOfDay';
import { getUseReport } from './getUseReport';
import { getUseReportOfDay } from './getUseReportOfDay';
import { pause } from './pause';
import { restart } from './restart';
import { start } from './start';
import { stop } from './stop';
import { updateItems } from './updateItems';

export const cashCouponStock: Resource = {
	name: 'Cash Coupon Stock',
	shortName: 'Cash Stock',
	value: 'cashCouponStock',
	description: 'A stock of coupons that WeChat Pay takes off at payment',
	defaultOperation: getAll.value,
	operations: [
		create,
		get,
		getItems,
		getAll,
		getMerchants,
		getRefundReport,
		getRefundReportOfDay,
		getUseReport,
		getUseReportOfDay,
		pause,
		restart,
		start,
		stop,
		updateItems,
	],
};
