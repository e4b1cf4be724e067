import { newCashCouponStock, sending } from '../../simulator/cashCouponExamples.mts';
import { newNumber, OPENID } from '../../simulator/examples.mts';
import { type JsonObject } from '../../simulator/index.mts';
import {
	CASH_COUPON_STOCKS,
	type CashCouponStock,
	MCHID,
	REPORT_DAY,
	REPORT_STOCKS,
	type Shop,
} from '../../simulator/shop.mts';
import { type Example } from './index.mts';

const appid = 'wx4fd12345678';
const stock_creator_mchid = MCHID;

const ofReport = { stock_id: REPORT_STOCKS.ended };

/** What names a stock that is in a state now. */
function stockThatIs(shop: Shop, status: CashCouponStock['answer']['status']): JsonObject {
	const stock = shop.cashCouponStock(CASH_COUPON_STOCKS.running)!;
	const stock_id = shop.newId(9880001);
	shop.addCashCouponStock({ ...stock, answer: { ...stock.answer, stock_id, status } });
	return { stock_id, stock_creator_mchid };
}

const manyMembers = () => ({ stock_id: CASH_COUPON_STOCKS.manyMembers, stock_creator_mchid });

const percentageOff = (): JsonObject => ({
	...newCashCouponStock(),
	stock_type: 'DISCOUNT',
	comment: '仅供内部查看',
	pattern_info: {
		description: '全部饮品可用',
		merchant_name: '海风咖啡',
		background_color: 'COLOR020',
		jump_target: 'MINI_PROGRAM',
		mini_program_appid: 'wx23232232323',
		mini_program_path: '/path/index/index',
	},
	coupon_use_rule: {
		coupon_available_time: {
			fix_available_time: { available_week_day: [0, 6], begin_time: 0, end_time: 3600 },
			second_day_available: false,
			available_time_after_receive: 1440,
		},
		discount_coupon: { discount_percent: 88, discount_amount_max: 1000, transaction_minimum: 100 },
		limit_card: { name: '指定信用卡', bin: ['622500'] },
		trade_type: ['MICROAPP'],
		available_items: ['goods_1'],
		combine_use: true,
	},
});

const ofRandomAmount = (): JsonObject => ({
	...sending(),
	stock_id: CASH_COUPON_STOCKS.random,
	coupon_value: 500,
	coupon_minimum: 5000,
});

/** Sends a coupon, and gives it a mark by which lists can ask for it. */
const sent =
	(asked: JsonObject): Example =>
	async (ask, shop) => {
		const { coupon_id } = await ask('cashCoupon.send', ofRandomAmount());
		const coupon = shop.cashCoupon(String(coupon_id))!;
		shop.addCashCoupon({ ...coupon, answer: { ...coupon.answer, business_type: 'MULTIUSE' } });
		return { openid: OPENID, appid, ...asked };
	};

export const cashCoupon: Record<string, Example[]> = {
	'cashCoupon.get': [
		async (ask) => {
			const { coupon_id } = await ask('cashCoupon.send', ofRandomAmount());
			return { openid: OPENID, coupon_id, appid };
		},
	],
	'cashCoupon.getAll': [
		sent({ creator_mchid: MCHID }),
		sent({ sender_mchid: MCHID, stock_id: CASH_COUPON_STOCKS.random, status: 'SENDED' }),
		sent({ creator_mchid: MCHID, business_type: 'MULTIUSE' }),
		sent({ available_mchid: MCHID }),
	],
	'cashCoupon.send': [sending, ofRandomAmount],
	'cashCouponStock.create': [newCashCouponStock, percentageOff],
	'cashCouponStock.get': [() => ({ stock_id: CASH_COUPON_STOCKS.running, stock_creator_mchid })],
	'cashCouponStock.getAll': [
		() => ({ stock_creator_mchid }),
		() => ({
			stock_creator_mchid,
			create_start_time: '2026-10-03T00:00:00+08:00',
			create_end_time: '2026-10-12T00:00:00+08:00',
			status: 'running',
		}),
	],
	'cashCouponStock.getItems': [manyMembers],
	'cashCouponStock.getMerchants': [manyMembers],
	'cashCouponStock.getRefundReport': [() => ofReport],
	'cashCouponStock.getRefundReportOfDay': [() => ({ ...ofReport, bill_date: REPORT_DAY })],
	'cashCouponStock.getUseReport': [() => ofReport],
	'cashCouponStock.getUseReportOfDay': [() => ({ ...ofReport, bill_date: REPORT_DAY })],
	'cashCouponStock.updateItems': [
		() => ({ ...manyMembers(), add_goods_id_list: `${newNumber('new')},${newNumber('new')}` }),
		(_, shop) => ({
			...manyMembers(),
			delete_goods_id_list: shop.cashCouponStock(CASH_COUPON_STOCKS.manyMembers)!.items.at(-1)!,
		}),
	],
	'cashCouponStock.pause': [(_, shop) => stockThatIs(shop, 'running')],
	'cashCouponStock.restart': [(_, shop) => stockThatIs(shop, 'paused')],
	'cashCouponStock.start': [(_, shop) => stockThatIs(shop, 'unactivated')],
	'cashCouponStock.stop': [(_, shop) => stockThatIs(shop, 'paused')],
};
