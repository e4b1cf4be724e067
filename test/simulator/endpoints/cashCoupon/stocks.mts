import {
	breaksRule,
	cashCouponStateIllegal,
	cashCouponStockNotFound,
	merchantUnknown,
} from '../../refusals.mts';
import { type CashCouponStock, type Shop } from '../../shop.mts';
import { type Call, type Handler, valuesOf } from '../handler.mts';
import { beijingTime } from '../productCoupon/beijingTime.mts';

const DAY = 24 * 3600 * 1000;

type Status = CashCouponStock['answer']['status'];

interface StockIds {
	stock_id: string;
	stock_creator_mchid: string;
}

/** The stock, if it is the creator's. */
export function stockOf(shop: Shop, { stock_id, stock_creator_mchid }: StockIds) {
	const stock = shop.cashCouponStock(stock_id);
	if (stock?.answer.stock_creator_mchid !== stock_creator_mchid) throw cashCouponStockNotFound();
	return stock;
}

interface NewStock {
	stock_name: string;
	stock_type: 'NORMAL' | 'DISCOUNT' | 'EXCHANGE' | 'RANDOM' | 'DISCOUNT_CUT';
	belong_merchant: string;
	available_begin_time: string;
	available_end_time: string;
	no_cash: boolean;
	stock_use_rule: Omit<CashCouponStock['answer']['stock_use_rule'], 'max_amount_by_day'> & {
		max_amount_by_day?: number;
	};
	pattern_info?: { description: string };
	coupon_use_rule: {
		fixed_normal_coupon?: { coupon_amount: number; transaction_minimum: number };
		goods_tag?: string[];
		trade_type?: string[];
		available_items?: string[];
		available_merchants?: string[];
		combine_use?: boolean;
	};
}

function checkNew(given: NewStock, { shop, now }: Call): void {
	const { belong_merchant, stock_type, stock_use_rule, coupon_use_rule, stock_name } = given;
	if (belong_merchant !== shop.mchid) throw merchantUnknown();
	if (/[_,;|]/.test(stock_name)) throw breaksRule('批次名称不可包含特殊字符');
	const [begin, end] = [given.available_begin_time, given.available_end_time].map(Date.parse);
	if (end! <= begin! || end! <= now) throw breaksRule('批次结束时间不合法');
	if (begin! > now + 365 * DAY) throw breaksRule('批次开始时间需在一年以内');
	if (end! > begin! + 90 * DAY) throw breaksRule('批次有效期不可超过90天');
	if (stock_type !== 'NORMAL') return;
	const amount = coupon_use_rule.fixed_normal_coupon?.coupon_amount;
	if (amount === undefined) throw breaksRule('满减券的 fixed_normal_coupon 必填');
	if (amount * stock_use_rule.max_coupons !== stock_use_rule.max_amount) {
		throw breaksRule('总预算应等于面额乘以发放总上限');
	}
}

/** 创建代金券批次. It sends nothing until it is started. */
export const createStock: Handler = (call) => {
	const { shop, now } = call;
	const given = call.body as unknown as NewStock;
	checkNew(given, call);
	const { stock_type, stock_use_rule, coupon_use_rule, pattern_info } = given;
	const { fixed_normal_coupon, goods_tag, trade_type, combine_use } = coupon_use_rule;
	const { available_items: items = [], available_merchants: merchants = [shop.mchid] } =
		coupon_use_rule;
	const stock_id = shop.newId(9870001);
	const create_time = beijingTime(now);
	shop.addCashCouponStock({
		answer: {
			stock_id,
			stock_name: given.stock_name,
			stock_creator_mchid: shop.mchid,
			status: 'unactivated',
			// WeChat Pay writes it so in answers.
			stock_type: stock_type === 'EXCHANGE' ? 'EXCHAHGE' : stock_type,
			create_time,
			available_begin_time: given.available_begin_time,
			available_end_time: given.available_end_time,
			description: pattern_info?.description ?? '',
			stock_use_rule: {
				...stock_use_rule,
				max_amount_by_day: stock_use_rule.max_amount_by_day ?? stock_use_rule.max_amount,
				...(fixed_normal_coupon && { fixed_normal_coupon }),
				...(goods_tag && { goods_tag }),
				...(trade_type && { trade_type }),
				...(combine_use !== undefined && { combine_use }),
			},
			no_cash: given.no_cash,
			singleitem: items.length > 0,
			distributed_coupons: 0,
		},
		merchants,
		items,
		sent: {},
	});
	return { stock_id, create_time };
};

/** 查询批次详情 */
export const getStock: Handler = (call) => stockOf(call.shop, valuesOf<StockIds>(call)).answer;

/** Leads from some states to another, and says when under a name. */
function change(
	from: readonly Status[],
	status: Status,
	timeName: string,
	kept?: 'start_time' | 'stop_time',
): Handler {
	return (call) => {
		const { shop, now } = call;
		const stock = stockOf(shop, valuesOf<StockIds>(call));
		if (!from.includes(stock.answer.status)) throw cashCouponStateIllegal();
		const time = beijingTime(now);
		const answer = { ...stock.answer, status, ...(kept && { [kept]: time }) };
		shop.addCashCouponStock({ ...stock, answer });
		return { [timeName]: time, stock_id: answer.stock_id };
	};
}

/** 激活代金券批次 */
export const startStock = change(['unactivated'], 'running', 'start_time', 'start_time');
/** 暂停代金券批次 */
export const pauseStock = change(['running'], 'paused', 'pause_time');
/** 重启代金券批次 */
export const restartStock = change(['paused'], 'running', 'restart_time');
/** 终止代金券批次 */
export const stopStock = change(
	['unactivated', 'audit', 'running', 'paused'],
	'stoped',
	'stop_time',
	'stop_time',
);

interface Page {
	offset: number;
	limit: number;
}

const pageOf = <T,>(list: readonly T[], { offset, limit }: Page) => ({
	total_count: list.length,
	data: list.slice(offset * limit, (offset + 1) * limit),
	offset,
	limit,
});

/** 条件查询批次列表 */
export const getAllStocks: Handler = ({ query, shop }) => {
	const asked = query as unknown as Page & {
		stock_creator_mchid: string;
		create_start_time?: string;
		create_end_time?: string;
		status?: Status;
	};
	if (asked.stock_creator_mchid !== shop.mchid) throw merchantUnknown();
	const after = Date.parse(asked.create_start_time ?? '1970-01-01T00:00:00Z');
	const before = Date.parse(asked.create_end_time ?? '9999-01-01T00:00:00Z');
	const answers = shop
		.cashCouponStocks(asked.stock_creator_mchid)
		.map(({ answer }) => answer)
		.filter(({ create_time, status }) => {
			const created = Date.parse(create_time);
			const isAsked = asked.status === undefined || asked.status === status;
			return isAsked && created >= after && created <= before;
		});
	return pageOf(answers, asked);
};

/** Lists what a stock has, as plain texts; pages are counted from 0. */
function listOf(members: 'merchants' | 'items'): Handler {
	return (call) => {
		const asked = valuesOf<StockIds & Page>(call);
		const stock = stockOf(call.shop, asked);
		return { ...pageOf(stock[members], asked), stock_id: asked.stock_id };
	};
}

/** 查询代金券可用商户 */
export const getMerchants = listOf('merchants');
/** 查询代金券可用单品 */
export const getItems = listOf('items');

/** 修改可用单品编码. What is there already is not added, and what is not there is not deleted. */
export const updateItems: Handler = (call) => {
	const { shop, now } = call;
	const values = valuesOf<StockIds & { add_goods_id_list?: string; delete_goods_id_list?: string }>(
		call,
	);
	const stock = stockOf(shop, values);
	const added = values.add_goods_id_list?.split(',') ?? [];
	const deleted = values.delete_goods_id_list?.split(',') ?? [];
	if (added.length + deleted.length === 0) throw breaksRule('商品编码不能为空');
	if (added.some((id) => stock.items.includes(id))) throw breaksRule('商品编码已存在');
	if (deleted.some((id) => !stock.items.includes(id))) throw breaksRule('商品编码不存在');
	const items = [...stock.items, ...added].filter((id) => !deleted.includes(id));
	if (items.length === 0) throw breaksRule('至少需要保留一个商品编码');
	shop.addCashCouponStock({ ...stock, items });
	return { pause_time: beijingTime(now), stock_id: values.stock_id };
};
