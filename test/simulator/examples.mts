import { type Ask } from './asker.mts';
import { type JsonObject } from './index.mts';
import { BRANDS, PRODUCT_COUPONS, STOCK_BUNDLES, STOCKS } from './shop.mts';

const brand_id = BRANDS.coffee;
const appid = 'wx4fd12345678';

/** A user. */
export const OPENID = 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o';

/** A stock whose coupons can be sent. */
export const SENDABLE = {
	brand_id,
	product_coupon_id: PRODUCT_COUPONS.sendable,
	stock_id: STOCKS.sendable,
};

/** The bundle whose coupons can be sent. */
export const BUNDLE = {
	brand_id,
	product_coupon_id: PRODUCT_COUPONS.bundle,
	stock_bundle_id: STOCK_BUNDLES.effective.id,
};

let made = 0;
/** A request number that was not used before. */
export const newNumber = (purpose = 'request') =>
	`${purpose}_${String((made += 1)).padStart(6, '0')}`;

/** A stock as it is given, but for what depends on the product coupon. */
export const STOCK: JsonObject = {
	remark: '新店开业',
	coupon_code_mode: 'WECHATPAY',
	stock_send_rule: { max_count: 1000, max_count_per_day: 100, max_count_per_user: 2 },
	usage_rule_display_info: {
		coupon_usage_method_list: ['OFFLINE'],
		usage_description: '结账时出示券码',
		coupon_available_store_info: { description: '全部门店可用' },
	},
	coupon_display_info: { code_display_mode: 'QRCODE', background_color: 'Color020' },
	notify_config: { notify_appid: appid },
	store_scope: 'ALL',
};

export const PERIOD: JsonObject = {
	available_begin_time: '2026-01-01T00:00:00+08:00',
	available_end_time: '2026-12-31T23:59:59+08:00',
};

/** A product coupon that takes an amount off, with a stock, as it is given. */
export const newCoupon = (): JsonObject => ({
	brand_id,
	out_request_no: newNumber('create'),
	scope: 'ALL',
	type: 'NORMAL',
	usage_mode: 'SINGLE',
	single_usage_info: { normal_coupon: { threshold: 10000, discount_amount: 1000 } },
	display_info: {
		name: '满100减10',
		image_url: 'https://wxpaylogo.qpic.cn/wxpaylogo/PiajxSqBRaEJSampleGoods/0',
		background_url: 'https://wxpaylogo.qpic.cn/wxpaylogo/PiajxSqBRaEJSampleBackground/0',
	},
	out_product_no: 'Product_1',
	stock: { ...STOCK, single_usage_rule: { coupon_available_period: PERIOD } },
});

/** A bundle of three stocks as it is given. */
export const newBundle = (): JsonObject => ({
	...STOCK,
	progressive_bundle_usage_rule: {
		coupon_available_period: PERIOD,
		normal_coupon_list: [100, 200, 300].map((discount_amount) => ({
			threshold: 1000,
			discount_amount,
		})),
	},
});

/** What is given to send a coupon. */
export const sending = (): JsonObject => ({
	...SENDABLE,
	openid: OPENID,
	appid,
	send_request_no: newNumber('send'),
});

const bundleSending = (): JsonObject => ({
	...BUNDLE,
	openid: OPENID,
	appid,
	send_request_no: newNumber('send'),
});

/** The IDs of a coupon that was sent to the user now. */
export async function sentCoupon(ask: Ask): Promise<JsonObject> {
	const { coupon_code } = await ask('userProductCoupon.send', sending());
	return { ...SENDABLE, openid: OPENID, appid, coupon_code };
}

/** The IDs of a coupon that was sent and confirmed now. */
export async function confirmedCoupon(ask: Ask): Promise<JsonObject> {
	const ids = await sentCoupon(ask);
	await ask('userProductCoupon.confirm', { ...ids, out_request_no: newNumber() });
	return ids;
}

/** What is given to use a coupon. */
export const use = (): JsonObject => ({
	out_request_no: newNumber('use'),
	use_time: '2026-11-25T12:00:00+08:00',
	associated_order_info: { transaction_id: '4200001234202611251234567890', mchid: '1900000109' },
});

const store_list = [{ store_id: '100000011' }, { store_id: '100000012' }];
const deactivation = () => ({
	out_request_no: newNumber('deactivate'),
	deactivate_reason: '活动提前结束',
});
const budget = (current_max_count: number) => ({
	out_request_no: newNumber('budget'),
	update_mode: 'MAX_COUNT',
	current_max_count,
	target_max_count: current_max_count + 1,
});

/** Values with which each operation of the product coupon family does its work in the usual shop. */
export const examples: Readonly<Record<string, (ask: Ask) => Promise<JsonObject> | JsonObject>> = {
	'productCoupon.create': newCoupon,
	'productCoupon.get': () => ({ brand_id, product_coupon_id: PRODUCT_COUPONS.effective }),
	'productCoupon.update': () => ({
		brand_id,
		product_coupon_id: PRODUCT_COUPONS.effective,
		out_request_no: newNumber('update'),
		display_info: newCoupon()['display_info'],
	}),
	'productCoupon.deactivate': () => ({
		brand_id,
		product_coupon_id: PRODUCT_COUPONS.effective,
		...deactivation(),
	}),
	'image.generate': () => ({
		brand_id,
		task_id: newNumber('image'),
		image_generation_type: 'CUT_OUT',
		cut_out: { image_url: 'https://wxpaylogo.qpic.cn/wxpaylogo/PiajxSqBRaEJSampleGoods/0' },
	}),
	'image.getGenerated': async (ask) => {
		const task = { brand_id, task_id: newNumber('image'), image_generation_type: 'CUT_OUT' };
		const cut_out = { image_url: 'https://wxpaylogo.qpic.cn/wxpaylogo/PiajxSqBRaEJSampleGoods/0' };
		await ask('image.generate', { ...task, cut_out });
		return task;
	},
	'productCouponStock.create': () => ({
		brand_id,
		product_coupon_id: PRODUCT_COUPONS.effective,
		out_request_no: newNumber('stock'),
		stock: newCoupon()['stock'],
	}),
	'productCouponStock.get': () => SENDABLE,
	'productCouponStock.getAll': () => ({ brand_id, product_coupon_id: PRODUCT_COUPONS.manyStocks }),
	'productCouponStock.update': () => ({
		...SENDABLE,
		out_request_no: newNumber('update'),
		remark: '改名',
	}),
	'productCouponStock.updateBudget': () => ({ ...SENDABLE, ...budget(100000) }),
	'productCouponStock.deactivate': () => ({ ...SENDABLE, ...deactivation() }),
	'productCouponStock.associateStores': () => ({
		...SENDABLE,
		stock_id: STOCKS.uploadedCodes,
		store_list,
	}),
	'productCouponStock.disassociateStores': () => ({
		...SENDABLE,
		stock_id: STOCKS.uploadedCodes,
		store_list: [{ store_id: '100000001' }],
	}),
	'productCouponStock.getAssociatedStores': () => ({
		...SENDABLE,
		stock_id: STOCKS.uploadedCodes,
	}),
	'productCouponStock.uploadCouponCodes': () => ({
		...SENDABLE,
		stock_id: STOCKS.uploadedCodes,
		out_request_no: newNumber('codes'),
		code_list: ['CODE_1', 'CODE_2'],
	}),
	'productCouponStockBundle.create': () => ({
		brand_id,
		product_coupon_id: PRODUCT_COUPONS.bundle,
		out_request_no: newNumber('bundle'),
		stock_bundle: newBundle(),
	}),
	'productCouponStockBundle.update': () => ({
		...BUNDLE,
		out_request_no: newNumber('update'),
		remark: '改名',
	}),
	'productCouponStockBundle.updateBudget': () => ({ ...BUNDLE, ...budget(10000) }),
	'productCouponStockBundle.associateStores': () => ({ ...BUNDLE, store_list }),
	'productCouponStockBundle.disassociateStores': () => ({
		...BUNDLE,
		store_list: [{ store_id: '100000001' }],
	}),
	'userProductCoupon.send': sending,
	'userProductCoupon.preSend': sending,
	'userProductCoupon.confirm': async (ask) => ({
		...(await sentCoupon(ask)),
		out_request_no: newNumber('confirm'),
	}),
	'userProductCoupon.use': async (ask) => ({ ...(await confirmedCoupon(ask)), ...use() }),
	'userProductCoupon.return': async (ask) => {
		const ids = await confirmedCoupon(ask);
		await ask('userProductCoupon.use', { ...ids, ...use() });
		return { ...ids, out_request_no: newNumber('return') };
	},
	'userProductCoupon.deactivate': async (ask) => ({
		...(await sentCoupon(ask)),
		...deactivation(),
	}),
	'userProductCoupon.get': sentCoupon,
	'userProductCoupon.getAll': async (ask) => {
		await sentCoupon(ask);
		return { brand_id, openid: OPENID, appid };
	},
	'userProductCouponBundle.send': bundleSending,
	'userProductCouponBundle.preSend': bundleSending,
	'userProductCouponBundle.deactivate': async (ask) => {
		const { user_coupon_bundle_id } = await ask('userProductCouponBundle.send', bundleSending());
		return { ...BUNDLE, openid: OPENID, appid, user_coupon_bundle_id, ...deactivation() };
	},
};
