import { breaksRule } from '../../refusals.mts';
import { type Handler, valuesOf } from '../handler.mts';
import { productCouponOf, type StockIds, stocksOfBundle } from './found.mts';
import { checkBundle, type GivenStock, makeBundle } from './newStocks.mts';
import { bundleAnswer } from './stockAnswer.mts';
import {
	type BudgetChange,
	changeBudget,
	changeRules,
	checkBudget,
	type StockChanges,
} from './stocks.mts';

type BundleIds = Omit<StockIds, 'stock_id'> & { stock_bundle_id: string };

/** 添加商品券批次组 */
export const createBundle: Handler = (call) => {
	const { shop } = call;
	const { stock_bundle, ...ids } = valuesOf<BundleIds & { stock_bundle: GivenStock }>(call);
	const coupon = productCouponOf(shop, ids);
	if (coupon.state !== 'EFFECTIVE') throw breaksRule('商品券状态不是已生效');
	checkBundle(coupon, stock_bundle);
	return bundleAnswer(shop, makeBundle(shop, coupon, stock_bundle));
};

/** 修改商品券批次组 */
export const updateBundle: Handler = (call) => {
	const { shop } = call;
	const values = valuesOf<BundleIds & StockChanges>(call);
	const stocks = stocksOfBundle(shop, values);
	return bundleAnswer(
		shop,
		stocks.map((stock) => changeRules(shop, stock, values)),
	);
};

/** 修改商品券批次组预算 */
export const updateBundleBudget: Handler = (call) => {
	const { shop } = call;
	const values = valuesOf<BundleIds & BudgetChange>(call);
	const stocks = stocksOfBundle(shop, values);
	for (const stock of stocks) checkBudget(stock, values);
	return bundleAnswer(
		shop,
		stocks.map((stock) => changeBudget(shop, stock, values)),
	);
};
