import { breaksRule } from '../../refusals.mts';
import { type Handler, valuesOf } from '../handler.mts';
import { stockOf, type StockIds } from './found.mts';

/** 预上传商品券Code */
export const uploadCouponCodes: Handler = (call) => {
	const { shop } = call;
	const { code_list, ...ids } = valuesOf<StockIds & { code_list: string[] }>(call);
	const stock = stockOf(shop, ids);
	const { codes, rules } = stock;
	if (rules.coupon_code_mode !== 'UPLOAD') {
		throw breaksRule('只有 coupon_code_mode 为 UPLOAD 的批次可以预上传券Code');
	}
	const given = [...new Set(code_list)];
	const known = new Set(codes.uploaded);
	const added = given.filter((code) => !known.has(code));
	const repeated = code_list.filter((code, index) => code_list.indexOf(code) !== index);
	shop.changeStock(stock, {
		codes: { uploaded: [...codes.uploaded, ...added], free: [...codes.free, ...added] },
	});
	return {
		total_count: code_list.length,
		success_code_list: presentIfAny(added),
		already_exist_code_list: presentIfAny(given.filter((code) => known.has(code))),
		duplicate_code_list: presentIfAny([...new Set(repeated)]),
	};
};

const presentIfAny = (list: string[]) => (list.length > 0 ? list : undefined);
