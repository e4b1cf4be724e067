import {
	breaksRule,
	budgetUsedUp,
	DetailCode,
	stockNotSending,
	userLimitReached,
} from '../../refusals.mts';
import { type Shop, type Stock, type UserProductCoupon } from '../../shop.mts';
import { beijingDay } from './beijingTime.mts';

/** What is given to send a coupon. */
export interface SendValues {
	openid: string;
	appid: string;
	send_request_no: string;
	coupon_code?: string;
	attach?: string;
	coupon_tag_info?: UserProductCoupon['coupon_tag_info'];
}

const DAY = 24 * 3600 * 1000;

/** Throws unless a coupon of the stock can be sent to the user now. */
export function checkSending(
	shop: Shop,
	stock: Readonly<Stock>,
	{ openid, appid, coupon_code }: SendValues,
	now: number,
): void {
	if (!/^[0-9A-Za-z_-]{1,128}$/.test(openid)) {
		throw breaksRule('解析 OpenID 错误', DetailCode.illegalOpenid);
	}
	if (!/^wx[0-9A-Za-z]{6,30}$/.test(appid)) {
		throw breaksRule('传入的 AppID 非法', DetailCode.illegalAppid);
	}
	if (stock.state !== 'SENDING') throw stockNotSending();
	checkCode(shop, stock, openid, coupon_code);
	const { max_count, max_count_per_day, max_count_per_user } = stock.rules.stock_send_rule;
	const today = sentToday(stock, now);
	if (stock.sent.total >= max_count) throw budgetUsedUp('批次预算不足');
	if (max_count_per_day !== undefined && today >= max_count_per_day) {
		throw budgetUsedUp('批次预算不足');
	}
	const owned = shop.userProductCoupons(openid).filter(({ stockId }) => stockId === stock.stockId);
	if (max_count_per_user !== undefined && owned.length >= max_count_per_user) {
		throw userLimitReached();
	}
}

function checkCode(
	shop: Shop,
	{ rules, codes, stockId }: Readonly<Stock>,
	openid: string,
	code: string | undefined,
): void {
	const mode = rules.coupon_code_mode;
	if (mode === 'UPLOAD' && codes.free.length === 0) throw budgetUsedUp('券Code不足');
	if (mode !== 'API_ASSIGN') {
		if (code !== undefined) throw breaksRule(`coupon_code_mode 为 ${mode} 时不可填写 coupon_code`);
		return;
	}
	if (code === undefined) throw breaksRule('coupon_code_mode 为 API_ASSIGN 时 coupon_code 必填');
	const same = shop
		.userProductCoupons()
		.find((coupon) => coupon.code === code && coupon.stockId === stockId);
	if (same?.openid === openid) {
		throw breaksRule('发券请求重入但单号不一致', DetailCode.sentUnderAnotherNumber);
	}
	if (same) throw breaksRule('券Code已被使用');
}

function sentToday({ sent }: Readonly<Stock>, now: number): number {
	return sent.day === undefined || sent.day === beijingDay(now) ? sent.today : 0;
}

/** Sends a coupon that was checked; `bundle` is the one that it is a part of. */
export function sendCoupon(
	shop: Shop,
	stock: Readonly<Stock>,
	values: SendValues,
	{ now, bundle }: { now: number; bundle?: UserProductCoupon['bundle'] },
): Readonly<UserProductCoupon> {
	const { rules, codes, sent } = stock;
	const [uploaded, ...free] = codes.free;
	const code =
		(rules.coupon_code_mode === 'UPLOAD' ? uploaded : values.coupon_code) ??
		shop.newId(930000000001);
	shop.changeStock(stock, {
		sent: { total: sent.total + 1, today: sentToday(stock, now) + 1, day: beijingDay(now) },
		...(rules.coupon_code_mode === 'UPLOAD' && { codes: { ...codes, free } }),
	});
	shop.addUserProductCoupon({
		openid: values.openid,
		code,
		brandId: shop.productCoupon(stock.productCouponId)!.brand_id,
		productCouponId: stock.productCouponId,
		stockId: stock.stockId,
		appid: values.appid,
		sendRequestNo: values.send_request_no,
		receivedAt: now,
		...validityOf(stock, now),
		rounds: Array.from({ length: roundsOf(shop, stock) }, () => ({})),
		bundle,
		attach: values.attach,
		coupon_tag_info: values.coupon_tag_info,
	});
	return shop.userProductCoupon(values.openid, code)!;
}

/** Only a coupon of the SEQUENTIAL mode can be used more than once. */
function roundsOf(shop: Shop, { productCouponId }: Readonly<Stock>): number {
	return shop.productCoupon(productCouponId)!.sequential_usage_info?.count ?? 1;
}

function validityOf(
	{ rules }: Readonly<Stock>,
	now: number,
): Pick<UserProductCoupon, 'validFrom' | 'validUntil'> {
	const rule =
		rules.single_usage_rule ?? rules.sequential_usage_rule ?? rules.progressive_bundle_usage_rule;
	const period = rule!.coupon_available_period;
	const { wait_days_after_receive: wait = 0, available_days: days } = period;
	const validFrom = Math.max(now + wait * DAY, Date.parse(period.available_begin_time));
	const end = Date.parse(period.available_end_time);
	return {
		validFrom,
		validUntil: days === undefined ? end : Math.min(validFrom + days * DAY, end),
	};
}
