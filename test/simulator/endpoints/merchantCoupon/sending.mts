import { createHash } from 'node:crypto';
import {
	breaksRule,
	budgetUsedUp,
	openidWrong,
	sendingModeIllegal,
	userLimitReached,
} from '../../refusals.mts';
import { type MerchantCouponStock, type Shop } from '../../shop.mts';
import { type Handler, valuesOf } from '../handler.mts';
import { countCodes } from './codes.mts';
import { merchantStockOf } from './found.mts';

interface SendValues {
	stock_id: string;
	openid: string;
	appid: string;
	coupon_code?: string;
	out_request_no: string;
}

const DAY = 24 * 3600 * 1000;

function validityOf({ coupon_use_rule: rule }: MerchantCouponStock, now: number) {
	const time = rule.coupon_available_time;
	const wait = (time.wait_days_after_receive ?? 0) * DAY;
	const validFrom = Math.max(now + wait, Date.parse(time.available_begin_time));
	const end = Date.parse(time.available_end_time);
	const days = time.available_day_after_receive;
	return {
		validFrom,
		validUntil: days === undefined ? end : Math.min(end, validFrom + days * DAY),
	};
}

function checkSending(shop: Shop, stock: MerchantCouponStock, openid: string | undefined): void {
	const { stock_id, stock_state, stock_send_rule, send_count_information } = stock;
	if (openid !== undefined && !/^[0-9A-Za-z_-]{1,128}$/.test(openid)) throw openidWrong();
	if (stock_state !== 'RUNNING') throw breaksRule('批次状态不是运行中');
	const { max_coupons = Infinity, max_coupons_per_user } = stock_send_rule;
	if ((send_count_information?.total_send_num ?? 0) >= max_coupons) {
		throw budgetUsedUp('批次预算不足');
	}
	const owned = shop
		.merchantCoupons()
		.filter((coupon) => coupon.stockId === stock_id && coupon.openid === openid);
	if (owned.length >= max_coupons_per_user) throw userLimitReached();
}

/** The code that a coupon gets, by the code mode of its stock. */
function codeFor(shop: Shop, stock: MerchantCouponStock, given: string | undefined): string {
	const { stock_id, coupon_code_mode: mode } = stock;
	if ((mode === 'MERCHANT_API') !== (given !== undefined)) throw sendingModeIllegal();
	if (mode === 'WECHATPAY_MODE') return shop.newId(940000000001);
	if (mode === 'MERCHANT_UPLOAD') {
		const free = shop.merchantCodes(stock_id).find(({ dispatched }) => !dispatched);
		if (!free) throw budgetUsedUp('券Code不足');
		return free.code;
	}
	const isTaken = shop
		.merchantCoupons()
		.some(({ stockId, code }) => stockId === stock_id && code === given);
	if (isTaken) throw breaksRule('券code已被使用');
	return given!;
}

function countSent(shop: Shop, stock: MerchantCouponStock): void {
	const { total_send_num = 0, ...counts } = stock.send_count_information ?? {};
	const amount = stock.coupon_use_rule.fixed_normal_coupon?.discount_amount;
	shop.addMerchantCouponStock({
		...stock,
		send_count_information: {
			...counts,
			total_send_num: total_send_num + 1,
			...(amount !== undefined && {
				total_send_amount: (counts.total_send_amount ?? 0) + amount,
			}),
		},
	});
}

/** 向用户发券, also of stocks that are linked to product information. */
export const sendMerchantCoupon: Handler = (call) => {
	const { shop, now } = call;
	const { stock_id, openid, appid, coupon_code, out_request_no } = valuesOf<SendValues>(call);
	const stock = merchantStockOf(shop, stock_id);
	checkSending(shop, stock, openid);
	const code = codeFor(shop, stock, coupon_code);
	countSent(shop, stock);
	shop.addMerchantCoupon({
		openid,
		appid,
		code,
		stockId: stock_id,
		sendRequestNo: out_request_no,
		receivedAt: now,
		...validityOf(stock, now),
	});
	const uploaded = shop.merchantCode(stock_id, code);
	if (uploaded) {
		shop.addMerchantCode({ ...uploaded, dispatched: { at: now, openid } });
		countCodes(shop, stock_id);
	}
	return { stock_id, coupon_code: code, out_request_no };
};

/** 向用户预发放商品券. The user takes the coupon with the token. */
export const preSendForProduct: Handler = (call) => {
	const { shop } = call;
	const values = valuesOf<{ stock_id: string; openid?: string; coupon_code?: string }>(call);
	const stock = merchantStockOf(shop, values.stock_id);
	checkSending(shop, stock, values.openid);
	codeFor(shop, stock, values.coupon_code);
	return { token: createHash('sha256').update(JSON.stringify(values)).digest('base64url') };
};

/** 发放消费卡 */
export const sendConsumptionCard: Handler = (call) => {
	const { openid } = valuesOf<SendValues>(call);
	if (!/^[0-9A-Za-z_-]{1,128}$/.test(openid)) throw openidWrong();
	return { card_code: call.shop.newId(950000000001) };
};
