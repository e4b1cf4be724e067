import { REPORT_DAY, REPORT_STOCKS } from '../../simulator/shop.mts';
import { type Example } from './index.mts';

const stock_id = REPORT_STOCKS.ended;
const bill_date = REPORT_DAY;

export const cashCoupon: Record<string, Example[]> = {
	'favorStock.getRefundFlow': [() => ({ stock_id })],
	'favorStock.getRefundFlowByDay': [() => ({ stock_id, bill_date })],
	'favorStock.getUseFlow': [() => ({ stock_id })],
	'favorStock.getUseFlowByDay': [() => ({ stock_id, bill_date })],
};
