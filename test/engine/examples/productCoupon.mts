import { type Ask } from '../../simulator/asker.mts';
import {
	BUNDLE,
	confirmedCoupon,
	examples,
	newBundle,
	newNumber,
	OPENID,
	SENDABLE,
	use,
} from '../../simulator/examples.mts';
import { type JsonObject } from '../../simulator/index.mts';
import { USABLE_PERIOD, usualRules } from '../../simulator/shopData/stockRules.mts';
import { FIRST_STORES, PRODUCT_COUPONS, type Shop, STOCKS } from '../../simulator/shop.mts';
import { type Example } from './index.mts';

const appid = 'wx4fd12345678';

/** What may be given beside what is required when a coupon is sent. */
const MORE = {
	attach: '活动 A',
	coupon_tag_info: {
		coupon_tag_list: ['MEMBER'],
		member_tag_info: { member_card_id: 'pbLatjvFdsLDWyGqoAxBBxxxxxxx' },
	},
};

const ownCode = () => ({
	...SENDABLE,
	stock_id: STOCKS.ownCodes,
	openid: OPENID,
	appid,
	send_request_no: newNumber('send'),
	coupon_code: newNumber('CODE'),
	attach: MORE.attach,
});

const daily = (current: number) => ({
	out_request_no: newNumber('budget'),
	update_mode: 'MAX_COUNT_PER_DAY',
	current_max_count_per_day: current,
	target_max_count_per_day: current + 1,
});

/** The IDs of a coupon that can be used several times in the older way, sent and confirmed now. */
async function sequentialCoupon(ask: Ask, shop: Shop): Promise<JsonObject> {
	const productCouponId = PRODUCT_COUPONS.sequential;
	const stock = {
		productCouponId,
		stockId: '523456799',
		storeScope: 'ALL',
		expired: false,
	} as const;
	const rules = usualRules(shop.productCoupon(productCouponId)!, stock);
	const rule = rules.sequential_usage_rule!;
	if (!shop.stock(productCouponId, stock.stockId)) {
		const usable = { ...rule, coupon_available_period: USABLE_PERIOD };
		shop.addStock({ ...stock, rules: { ...rules, sequential_usage_rule: usable } });
	}
	const ids = {
		brand_id: SENDABLE.brand_id,
		product_coupon_id: productCouponId,
		stock_id: stock.stockId,
		openid: OPENID,
		appid,
	};
	const { coupon_code } = await ask('userProductCoupon.send', {
		...ids,
		send_request_no: newNumber('send'),
	});
	await ask('userProductCoupon.confirm', {
		...ids,
		coupon_code,
		out_request_no: newNumber(),
	});
	return { ...ids, coupon_code };
}

const bundleSending = () => ({
	...BUNDLE,
	openid: OPENID,
	appid,
	send_request_no: newNumber('send'),
	attach: MORE.attach,
});

async function sentBundle(ask: Ask): Promise<JsonObject> {
	return await ask('userProductCouponBundle.send', bundleSending());
}

export const productCoupon: Record<string, Example[]> = {
	'productCouponStock.getAll': [
		() => ({
			brand_id: SENDABLE.brand_id,
			product_coupon_id: PRODUCT_COUPONS.bundle,
			stock_bundle_id: BUNDLE.stock_bundle_id,
			state: 'SENDING',
		}),
	],
	'productCouponStock.updateBudget': [
		() => ({ ...SENDABLE, stock_id: STOCKS.ownCodes, ...daily(2) }),
	],
	'productCouponStockBundle.updateBudget': [
		async (ask) => {
			const { stock_bundle_id } = await ask('productCouponStockBundle.create', {
				brand_id: BUNDLE.brand_id,
				product_coupon_id: BUNDLE.product_coupon_id,
				out_request_no: newNumber('bundle'),
				stock_bundle: newBundle(),
			});
			return { ...BUNDLE, stock_bundle_id, ...daily(100) };
		},
	],
	'userProductCoupon.send': [() => ({ ...ownCode(), coupon_tag_info: MORE.coupon_tag_info })],
	'userProductCoupon.preSend': [ownCode],
	'userProductCoupon.use': [
		async (ask) => {
			const { out_request_no, use_time } = use();
			return {
				...(await confirmedCoupon(ask)),
				out_request_no,
				use_time,
				associated_pay_score_order_info: {
					order_id: '15646546545165651651',
					out_order_no: '1234323JKHDFE1243252',
					mchid: '1900000109',
					sub_mchid: '1900000110',
				},
				saved_amount: 1000,
				store_id: FIRST_STORES.coffee,
			};
		},
		async (ask, shop) => ({
			...(await sequentialCoupon(ask, shop)),
			...use(),
			sequential_coupon_index: 0,
		}),
	],
	'userProductCoupon.return': [
		async (ask, shop) => {
			const ids = { ...(await sequentialCoupon(ask, shop)), sequential_coupon_index: 1 };
			await ask('userProductCoupon.use', { ...ids, ...use() });
			return { ...ids, out_request_no: newNumber('return') };
		},
	],
	'userProductCoupon.getAll': [
		async (ask) => {
			const { user_coupon_bundle_id } = await sentBundle(ask);
			return {
				brand_id: BUNDLE.brand_id,
				openid: OPENID,
				appid,
				product_coupon_id: BUNDLE.product_coupon_id,
				user_coupon_bundle_id,
				coupon_state: 'CONFIRMING',
			};
		},
		async (ask) => {
			const values = await examples['userProductCoupon.getAll']!(ask);
			return { ...values, stock_id: SENDABLE.stock_id };
		},
	],
	'userProductCouponBundle.send': [
		() => ({ ...bundleSending(), coupon_tag_info: MORE.coupon_tag_info }),
	],
	'userProductCouponBundle.preSend': [bundleSending],
};
