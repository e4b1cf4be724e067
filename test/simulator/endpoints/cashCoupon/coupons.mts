import {
	breaksRule,
	budgetUsedUp,
	cashCouponLimitReached,
	cashCouponNotFound,
	paramError,
	Refusal,
} from '../../refusals.mts';
import { type CashCoupon, type CashCouponStock } from '../../shop.mts';
import { type Handler, valuesOf } from '../handler.mts';
import { beijingDay, beijingTime } from '../productCoupon/beijingTime.mts';
import { stockOf } from './stocks.mts';

interface SendValues {
	openid: string;
	appid: string;
	stock_id: string;
	stock_creator_mchid: string;
	coupon_value?: number;
	coupon_minimum?: number;
}

/** What a coupon takes off: what its stock says, or what the call says when the stock says nothing. */
function amountsOf(
	{ answer }: Readonly<CashCouponStock>,
	{ coupon_value, coupon_minimum }: SendValues,
) {
	const { fixed_normal_coupon } = answer.stock_use_rule;
	const isGiven = coupon_value !== undefined || coupon_minimum !== undefined;
	if (fixed_normal_coupon) {
		if (isGiven) throw breaksRule('固定面额批次不可指定面额');
		return fixed_normal_coupon;
	}
	if (coupon_value === undefined || coupon_minimum === undefined) {
		throw breaksRule('coupon_value 与 coupon_minimum 必填');
	}
	return { coupon_amount: coupon_value, transaction_minimum: coupon_minimum };
}

/** 发放代金券 */
export const sendCoupon: Handler = (call) => {
	const { shop, now } = call;
	const values = valuesOf<SendValues>(call);
	const stock = stockOf(shop, values);
	const { answer, sent } = stock;
	if (!/^wx[0-9A-Za-z]{6,30}$/.test(values.appid)) {
		throw new Refusal(400, 'APPID_MCHID_NOT_MATCH', '商户号与appid不匹配');
	}
	if (answer.status !== 'running' || Date.parse(answer.available_end_time) < now) {
		throw breaksRule('活动已结束或未激活');
	}
	const amounts = amountsOf(stock, values);
	const rule = answer.stock_use_rule;
	const today = (sent[beijingDay(now)] ?? 0) + amounts.coupon_amount;
	if (answer.distributed_coupons >= rule.max_coupons || today > rule.max_amount_by_day) {
		throw budgetUsedUp('批次预算不足');
	}
	const owned = shop
		.cashCoupons(values.openid)
		.filter((one) => one.answer.stock_id === values.stock_id);
	if (owned.length >= rule.max_coupons_per_user) throw cashCouponLimitReached();
	shop.addCashCouponStock({
		...stock,
		answer: { ...answer, distributed_coupons: answer.distributed_coupons + 1 },
		sent: { ...sent, [beijingDay(now)]: today },
	});
	const coupon_id = shop.newId(98674001);
	shop.addCashCoupon({
		openid: values.openid,
		appid: values.appid,
		sender: shop.mchid,
		answer: {
			coupon_id,
			coupon_name: answer.stock_name,
			stock_id: answer.stock_id,
			stock_creator_mchid: answer.stock_creator_mchid,
			status: 'SENDED',
			description: answer.description,
			create_time: beijingTime(now),
			coupon_type: 'NORMAL',
			singleitem: answer.singleitem,
			available_begin_time: answer.available_begin_time,
			available_end_time: answer.available_end_time,
			normal_coupon_information: amounts,
			no_cash: answer.no_cash,
		},
	});
	return { coupon_id };
};

/** 查询代金券详情 */
export const getCoupon: Handler = (call) => {
	const { openid, appid, coupon_id } = valuesOf<{
		openid: string;
		appid: string;
		coupon_id: string;
	}>(call);
	const coupon = call.shop.cashCoupon(coupon_id);
	if (coupon?.openid !== openid || coupon.appid !== appid) throw cashCouponNotFound();
	return coupon.answer;
};

interface ListQuery {
	openid: string;
	appid: string;
	stock_id?: string;
	status?: CashCoupon['answer']['status'];
	creator_mchid?: string;
	sender_mchid?: string;
	available_mchid?: string;
	business_type?: 'MULTIUSE';
	offset?: number;
	limit?: number;
}

/** 根据商户号查用户的券. With the merchant where they can be used there are no pages and no other filters. */
export const getAllCoupons: Handler = (call) => {
	const { shop } = call;
	const asked = valuesOf<ListQuery>(call);
	const { openid, appid, creator_mchid, sender_mchid, available_mchid } = asked;
	const { offset = 0, limit = 20 } = asked;
	if ([creator_mchid, sender_mchid, available_mchid].every((one) => one === undefined)) {
		const detail = {
			field: '/query/creator_mchid',
			issue: '此字段为必填项',
			location: 'query',
		} as const;
		throw paramError(detail, '商户号必填');
	}
	const own = shop.cashCoupons(openid).filter((coupon) => coupon.appid === appid);
	if (available_mchid !== undefined && creator_mchid === undefined) {
		const usable = own.filter(
			({ answer }) =>
				answer.status === 'SENDED' &&
				shop.cashCouponStock(answer.stock_id)?.merchants.includes(available_mchid),
		);
		const data = usable.slice(0, shop.mostUsableCoupons).map(({ answer }) => answer);
		return { total_count: usable.length, limit, offset, data };
	}
	const isAsked = (wanted: string | undefined, value: string | undefined) =>
		wanted === undefined || wanted === value;
	const found = own.filter(
		({ answer, sender }) =>
			isAsked(creator_mchid, answer.stock_creator_mchid) &&
			isAsked(sender_mchid, sender) &&
			isAsked(asked.stock_id, answer.stock_id) &&
			isAsked(asked.status, answer.status) &&
			isAsked(asked.business_type, answer.business_type),
	);
	const page = found.slice(offset * limit, (offset + 1) * limit).map(({ answer }) => answer);
	return { total_count: found.length, limit, offset, data: page };
};
