import { MANY_STOCKS, PRODUCT_COUPONS } from './ids.mts';
import { type Stock } from './types.mts';

const PURPOSES = ['新客立减', '会员日回馈', '周末促销', '新店开业', '老客召回'];

/** The states of ten stocks in a row; the next ten are the same. */
const STATES: ReadonlyArray<Stock['state']> = [
	...Array<'SENDING'>(6).fill('SENDING'),
	'AUDITING',
	'PAUSED',
	'STOPPED',
	'DEACTIVATED',
];

/** The stocks of PRODUCT_COUPONS.manyStocks: one for each purpose of each month. */
export const manyStocks: ReadonlyArray<
	Pick<Stock, 'productCouponId' | 'stockId' | 'remark' | 'expired' | 'state'>
> = Array.from({ length: MANY_STOCKS.count }, (_, index) => {
	const month = Math.floor(index / PURPOSES.length) + 1;
	const state = STATES[index % STATES.length]!;
	return {
		productCouponId: PRODUCT_COUPONS.manyStocks,
		stockId: String(Number(MANY_STOCKS.first) + index),
		remark: `${month}月${PURPOSES[index % PURPOSES.length]}`,
		expired: state === 'STOPPED' || state === 'DEACTIVATED',
		state,
	};
});
