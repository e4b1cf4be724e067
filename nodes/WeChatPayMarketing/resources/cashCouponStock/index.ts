import type { Resource } from '../../operation/resource';
import { getRefundReport } from './getRefundReport';
import { getRefundReportOfDay } from './getRefundReportOfDay';
import { getUseReport } from './getUseReport';
import { getUseReportOfDay } from './getUseReportOfDay';

export const cashCouponStock: Resource = {
	name: 'Cash Coupon Stock',
	shortName: 'Cash Stock',
	value: 'cashCouponStock',
	description: 'A stock of coupons that WeChat Pay takes off at payment',
	defaultOperation: getUseReport.value,
	operations: [getRefundReport, getRefundReportOfDay, getUseReport, getUseReportOfDay],
};
