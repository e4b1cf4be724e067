import { breaksRule, wrongPageToken } from '../../refusals.mts';
import { type Shop, type Stock, type StockRules } from '../../shop.mts';
import { type Handler, valuesOf } from '../handler.mts';
import { pageOf } from '../pageToken.mts';
import { deactivationOf, type DeactivationValues } from './deactivation.mts';
import { productCouponOf, stockOf, type StockIds } from './found.mts';
import { checkStock, type GivenStock, makeStock } from './newStocks.mts';
import { stockAnswer } from './stockAnswer.mts';

/** What of a stock can be changed. */
export type StockChanges = Partial<
	Pick<StockRules, 'usage_rule_display_info' | 'coupon_display_info' | 'notify_config'>
> & { remark?: string; store_scope?: Stock['storeScope'] };

/** A change of one of the limits of a stock. */
export interface BudgetChange {
	update_mode: 'MAX_COUNT' | 'MAX_COUNT_PER_DAY';
	current_max_count?: number;
	target_max_count?: number;
	current_max_count_per_day?: number;
	target_max_count_per_day?: number;
}

/** The stock, if it can be changed on its own. */
function stockAlone(shop: Shop, ids: StockIds): Readonly<Stock> {
	const stock = stockOf(shop, ids);
	if (stock.bundle) throw breaksRule('批次组内的批次请使用批次组接口');
	return stock;
}

/** 添加商品券批次 */
export const createStock: Handler = (call) => {
	const { shop } = call;
	const { stock, ...ids } = valuesOf<StockIds & { stock: GivenStock }>(call);
	const coupon = productCouponOf(shop, ids);
	if (coupon.state !== 'EFFECTIVE') throw breaksRule('商品券状态不是已生效');
	checkStock(coupon, stock);
	return stockAnswer(shop, makeStock(shop, coupon, stock));
};

/** 查询商品券批次 */
export const getStock: Handler = (call) =>
	stockAnswer(call.shop, stockOf(call.shop, valuesOf<StockIds>(call)));

interface ListQuery extends StockIds {
	state?: Stock['state'];
	stock_bundle_id?: string;
	page_size?: number;
	page_token?: string;
}

/** 查询商品券批次列表 */
export const getAllStocks: Handler = (call) => {
	const { shop } = call;
	const query = valuesOf<ListQuery>(call);
	const coupon = productCouponOf(shop, query);
	const { state, stock_bundle_id: bundleId } = query;
	const matching = shop
		.stocks(coupon.product_coupon_id)
		.filter((stock) => state === undefined || stock.state === state)
		.filter(({ bundle }) => bundleId === undefined || bundle?.stock_bundle_id === bundleId);
	const page = pageOf(matching, {
		idOf: ({ stockId }) => stockId,
		owner: [coupon.product_coupon_id],
		token: query.page_token,
		size: query.page_size ?? 20,
	});
	if (!page) throw wrongPageToken(query.page_token!);
	const { items, totalCount, nextPageToken } = page;
	return {
		total_count: totalCount,
		stock_list: items.length > 0 ? items.map((stock) => stockAnswer(shop, stock)) : undefined,
		next_page_token: nextPageToken,
	};
};

/** 修改商品券批次 */
export const updateStock: Handler = (call) => {
	const { shop } = call;
	const values = valuesOf<StockIds & StockChanges>(call);
	return stockAnswer(shop, changeRules(shop, stockAlone(shop, values), values));
};

/** Changes what is given of a stock that is sending or paused. */
export function changeRules(
	shop: Shop,
	stock: Readonly<Stock>,
	{ remark, store_scope, ...given }: StockChanges,
): Readonly<Stock> {
	if (stock.state !== 'SENDING' && stock.state !== 'PAUSED') {
		throw breaksRule('只有发放中或已暂停的批次可以修改');
	}
	const { usage_rule_display_info, coupon_display_info, notify_config } = given;
	const rules = {
		...stock.rules,
		...(usage_rule_display_info && { usage_rule_display_info }),
		...(coupon_display_info && { coupon_display_info }),
		...(notify_config && { notify_config }),
	};
	shop.changeStock(stock, {
		rules,
		...(remark !== undefined && { remark }),
		...(store_scope && { storeScope: store_scope }),
	});
	return shop.stock(stock.productCouponId, stock.stockId)!;
}

/** 修改商品券批次预算 */
export const updateBudget: Handler = (call) => {
	const { shop } = call;
	const values = valuesOf<StockIds & BudgetChange>(call);
	const stock = stockAlone(shop, values);
	checkBudget(stock, values);
	return stockAnswer(shop, changeBudget(shop, stock, values));
};

/** Throws unless the limit is the one that it is thought to be, and can be changed as wanted. */
export function checkBudget({ rules, sent }: Readonly<Stock>, change: BudgetChange): void {
	const { max_count, max_count_per_day } = rules.stock_send_rule;
	if (change.update_mode === 'MAX_COUNT') {
		if (change.current_max_count !== max_count) {
			throw breaksRule('current_max_count 与当前发放次数上限不一致');
		}
		if (change.target_max_count! < sent.total) {
			throw breaksRule('target_max_count 不可小于已发放数量');
		}
		return;
	}
	if (max_count_per_day === undefined) throw breaksRule('未设置每日发放次数上限的批次不可修改');
	if (change.current_max_count_per_day !== max_count_per_day) {
		throw breaksRule('current_max_count_per_day 与当前每日发放次数上限不一致');
	}
}

/** Changes a limit that was checked. */
export function changeBudget(
	shop: Shop,
	stock: Readonly<Stock>,
	change: BudgetChange,
): Readonly<Stock> {
	const { rules } = stock;
	const limit =
		change.update_mode === 'MAX_COUNT'
			? { max_count: change.target_max_count! }
			: { max_count_per_day: change.target_max_count_per_day! };
	shop.changeStock(stock, {
		rules: { ...rules, stock_send_rule: { ...rules.stock_send_rule, ...limit } },
	});
	return shop.stock(stock.productCouponId, stock.stockId)!;
}

/** 失效商品券批次 */
export const deactivateStock: Handler = (call) => {
	const { shop, now } = call;
	const values = valuesOf<StockIds & DeactivationValues>(call);
	const stock = stockAlone(shop, values);
	if (stock.state === 'DEACTIVATED') throw breaksRule('批次已失效');
	shop.changeStock(stock, {
		state: 'DEACTIVATED',
		deactivation: deactivationOf(values, now),
	});
	return stockAnswer(shop, shop.stock(stock.productCouponId, stock.stockId)!);
};
