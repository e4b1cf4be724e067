import { CASH_COUPON_STOCKS, FOREIGN_MCHID, MCHID } from './ids.mts';
import { type CashCouponStock } from './types.mts';

type Answer = CashCouponStock['answer'];

/** A stock that takes 10 yuan off, of which some coupons were sent, as it stands in the shop. */
function stock(
	stock_id: string,
	stock_name: string,
	changes: Partial<Answer> & Partial<Omit<CashCouponStock, 'answer'>> = {},
): CashCouponStock {
	const { merchants = [MCHID], items = [], sent = {}, ...answer } = changes;
	return {
		answer: {
			stock_id,
			stock_name,
			stock_creator_mchid: MCHID,
			status: 'running',
			stock_type: 'NORMAL',
			create_time: '2026-10-20T10:00:00+08:00',
			start_time: '2026-11-01T00:00:00+08:00',
			available_begin_time: '2026-11-01T00:00:00+08:00',
			// Longer than WeChat Pay lets a stock last, so that tests do not wear out.
			available_end_time: '2099-12-31T23:59:59+08:00',
			description: '全部商品可用',
			stock_use_rule: {
				max_coupons: 100,
				max_amount: 100_000,
				max_amount_by_day: 100_000,
				max_coupons_per_user: 3,
				natural_person_limit: false,
				prevent_api_abuse: true,
				fixed_normal_coupon: { coupon_amount: 1000, transaction_minimum: 10_000 },
				coupon_type: 'NORMAL',
				trade_type: ['MICROAPP', 'APPPAY'],
				combine_use: true,
			},
			no_cash: true,
			singleitem: items.length > 0,
			distributed_coupons: 40,
			...answer,
		},
		merchants,
		items,
		sent,
	};
}

const numbered = (first: number, count: number) =>
	Array.from({ length: count }, (_, index) => String(first + index));

/** The stocks of cash coupons of our merchant, and one of another. */
export const cashCouponStocks: readonly CashCouponStock[] = [
	stock(CASH_COUPON_STOCKS.running, '十一月立减10元'),
	stock(CASH_COUPON_STOCKS.paused, '会员日立减10元', { status: 'paused' }),
	stock(CASH_COUPON_STOCKS.unactivated, '十二月立减10元', {
		status: 'unactivated',
		start_time: undefined,
		distributed_coupons: 0,
	}),
	stock(CASH_COUPON_STOCKS.stopped, '国庆立减10元', {
		status: 'stoped',
		stop_time: '2026-11-10T00:00:00+08:00',
	}),
	stock(CASH_COUPON_STOCKS.nearlyUsed, '双十二预热立减10元', { distributed_coupons: 96 }),
	stock(CASH_COUPON_STOCKS.manyMembers, '指定单品立减10元', {
		merchants: [MCHID, ...numbered(1900100001, 119)],
		items: numbered(1, 250).map((number) => `goods_${number.padStart(4, '0')}`),
	}),
	stock(CASH_COUPON_STOCKS.random, '千人千面券', {
		stock_type: 'RANDOM',
		stock_use_rule: {
			max_coupons: 100,
			max_amount: 100_000,
			max_amount_by_day: 100_000,
			max_coupons_per_user: 60,
			natural_person_limit: true,
			prevent_api_abuse: true,
		},
	}),
	...numbered(Number(CASH_COUPON_STOCKS.firstOfMany), 15).map((id, index) =>
		stock(id, `门店常备券${index + 1}`, {
			status: index % 3 === 0 ? 'paused' : 'running',
			create_time: `2026-10-${String(index + 1).padStart(2, '0')}T10:00:00+08:00`,
		}),
	),
	stock(CASH_COUPON_STOCKS.foreign, '别家的券', { stock_creator_mchid: FOREIGN_MCHID }),
];
