import { type JsonObject } from '../../json.mts';
import { breaksRule, merchantCouponNotFound, sendingModeIllegal } from '../../refusals.mts';
import { type MerchantCode, type Shop } from '../../shop.mts';
import { type Handler, valuesOf } from '../handler.mts';
import { beijingTime } from '../productCoupon/beijingTime.mts';
import { merchantCouponAnswer } from './couponAnswer.mts';
import { merchantStockOf } from './found.mts';
import { pageOfList } from './page.mts';

function uploadStockOf(shop: Shop, stockId: string) {
	const stock = merchantStockOf(shop, stockId);
	if (stock.coupon_code_mode !== 'MERCHANT_UPLOAD') throw sendingModeIllegal();
	return stock;
}

/** Counts the codes of a stock anew. */
export function countCodes(shop: Shop, stockId: string): void {
	const codes = shop.merchantCodes(stockId);
	const coupon_code_count = {
		total_count: codes.length,
		available_count: codes.filter(({ dispatched }) => !dispatched).length,
	};
	shop.addMerchantCouponStock({ ...shop.merchantCouponStock(stockId)!, coupon_code_count });
}

const presentIfAny = <T,>(list: T[]) => (list.length > 0 ? list : undefined);

/** 上传预存code. What cannot be a code is refused alone. */
export const uploadMerchantCodes: Handler = (call) => {
	const { shop, now } = call;
	const { stock_id, coupon_code_list: list } = valuesOf<{
		stock_id: string;
		coupon_code_list: string[];
	}>(call);
	uploadStockOf(shop, stock_id);
	const given = [...new Set(list)];
	const exist = given.filter((code) => shop.merchantCode(stock_id, code));
	const wrong = given.filter((code) => !/^[\w\-\\/=| ]+$/.test(code));
	const added = given.filter((code) => !exist.includes(code) && !wrong.includes(code));
	for (const code of added) shop.addMerchantCode({ stockId: stock_id, code, uploadedAt: now });
	countCodes(shop, stock_id);
	const repeated = list.filter((code, index) => list.indexOf(code) !== index);
	return {
		stock_id,
		total_count: given.length,
		success_count: added.length,
		success_codes: presentIfAny(added),
		success_time: beijingTime(now),
		fail_count: wrong.length,
		fail_codes: presentIfAny(
			wrong.map((coupon_code) => ({
				coupon_code,
				code: 'PARAM_ERROR',
				message: '券code含有不支持的字符',
			})),
		),
		exist_codes: presentIfAny(exist),
		duplicate_codes: presentIfAny([...new Set(repeated)]),
	};
};

const statusOf = ({ dispatched }: MerchantCode) => (dispatched ? 'DISPATCHED' : 'AVAILABLE');

/** A code as its endpoints answer it; who got it is told under an AppID only. */
function codeAnswer(code: Readonly<MerchantCode>, appid: string | undefined): JsonObject {
	const { dispatched } = code;
	return {
		code: code.code,
		code_status: statusOf(code),
		upload_time: beijingTime(code.uploadedAt),
		dispatched_time: dispatched && beijingTime(dispatched.at),
		openid: appid === undefined ? undefined : dispatched?.openid,
		coupon_code: dispatched?.openid && code.code,
	};
}

interface CodeIds {
	stock_id: string;
	coupon_code: string;
	appid?: string;
}

function codeOf(shop: Shop, { stock_id, coupon_code }: CodeIds): Readonly<MerchantCode> {
	uploadStockOf(shop, stock_id);
	const found = shop.merchantCode(stock_id, coupon_code);
	if (!found) throw merchantCouponNotFound();
	return found;
}

/** 查询预存code列表 */
export const getAllMerchantCodes: Handler = (call) => {
	const { shop } = call;
	const { stock_id, status, appid, ...paging } = valuesOf<
		Omit<CodeIds, 'coupon_code'> & { status?: string; offset?: number; limit?: number }
	>(call);
	uploadStockOf(shop, stock_id);
	const codes = shop
		.merchantCodes(stock_id)
		.filter((code) => status === undefined || statusOf(code) === status)
		.map((code) => codeAnswer(code, appid));
	return { stock_id, ...pageOfList(codes, shop, paging) };
};

/** 查询预存code详情 */
export const getMerchantCode: Handler = (call) => {
	const { shop, now } = call;
	const ids = valuesOf<CodeIds>(call);
	const found = codeOf(shop, ids);
	const coupon = shop
		.merchantCoupons()
		.find(({ stockId, code }) => stockId === ids.stock_id && code === ids.coupon_code);
	return {
		code_information: codeAnswer(found, ids.appid),
		coupon_information: coupon && merchantCouponAnswer(shop, coupon, now),
	};
};

/** 删除预存code */
export const deleteMerchantCode: Handler = (call) => {
	const { shop, now } = call;
	const ids = valuesOf<CodeIds>(call);
	if (codeOf(shop, ids).dispatched) throw breaksRule('券code已被分配，不可删除');
	shop.removeMerchantCode(ids.stock_id, ids.coupon_code);
	countCodes(shop, ids.stock_id);
	return { stock_id: ids.stock_id, delete_time: beijingTime(now) };
};
