import { type Ask } from '../../simulator/asker.mts';
import { newNumber } from '../../simulator/examples.mts';
import { type JsonObject } from '../../simulator/index.mts';
import {
	MERCHANT_USER,
	merchantSending,
	merchantUse,
	newMerchantStock,
	sentMerchantCoupon,
} from '../../simulator/merchantExamples.mts';
import { MCHID, MERCHANT_COUPON_STOCKS } from '../../simulator/shop.mts';
import { type Example } from './index.mts';

const { appid, openid } = MERCHANT_USER;
const { sendable, ownCodes, freeCodes, uploadedCodes } = MERCHANT_COUPON_STOCKS;

/** A sending with the code that the coupon is to have. */
const ownCodeSending = (): JsonObject => ({
	...merchantSending(),
	stock_id: ownCodes,
	coupon_code: newNumber('OWN'),
});

const order = (): JsonObject => ({ out_trade_no: newNumber('MCH'), out_request_no: newNumber() });

/** A coupon that was redeemed now. */
async function usedCoupon(ask: Ask): Promise<JsonObject> {
	const ids = await sentMerchantCoupon(ask);
	await ask('merchantCoupon.use', { ...ids, ...merchantUse() });
	return ids;
}

/** A code that a user got. */
async function dispatchedCode(ask: Ask): Promise<JsonObject> {
	const sending = { ...merchantSending(), stock_id: freeCodes };
	const { coupon_code } = await ask('merchantCoupon.send', sending);
	return { stock_id: freeCodes, coupon_code };
}

/** A code that was uploaded now. */
async function newCode(ask: Ask): Promise<JsonObject> {
	const coupon_code = newNumber('CODE/A=1');
	await ask('merchantCouponCode.upload', {
		stock_id: freeCodes,
		coupon_code_list: [coupon_code],
		upload_request_no: newNumber('upload'),
	});
	return { stock_id: freeCodes, coupon_code };
}

export const merchantCoupon: Record<string, Example[]> = {
	'merchantCouponStock.create': [
		newMerchantStock,
		() => ({
			...newMerchantStock(),
			stock_type: 'DISCOUNT',
			comment: '滨海店使用',
			coupon_use_rule: {
				coupon_available_time: {
					available_begin_time: '2026-01-01T00:00:00+08:00',
					available_end_time: '2026-12-31T23:59:59+08:00',
					available_day_after_receive: 3,
					wait_days_after_receive: 1,
					available_week: {
						week_day: [0, 6],
						available_day_time: [{ begin_time: 3600, end_time: 86399 }],
					},
					irregulary_avaliable_time: [
						{ begin_time: '2026-10-01T00:00:00+08:00', end_time: '2026-10-07T23:59:59+08:00' },
					],
				},
				discount_coupon: { discount_percent: 88, transaction_minimum: 100 },
				use_method: 'MINI_PROGRAMS',
				mini_programs_appid: appid,
				mini_programs_path: '/pages/index',
			},
			coupon_code_mode: 'MERCHANT_UPLOAD',
			custom_entrance: { hall_id: '233455656', code_display_mode: 'QRCODE' },
			display_pattern_info: { description: '滨海各门店可用', background_color: 'Color020' },
			notify_config: { notify_appid: appid },
			subsidy: true,
		}),
	],
	'merchantCouponStock.get': [() => ({ stock_id: MERCHANT_COUPON_STOCKS.normal })],
	'merchantCouponStock.update': [
		() => ({
			stock_id: sendable,
			out_request_no: newNumber('update'),
			comment: '改名',
			stock_send_rule: { prevent_api_abuse: true },
			coupon_use_rule: { use_method: 'PAYMENT_CODE' },
		}),
	],
	'merchantCouponStock.updateBudget': [
		async (ask) => {
			const { stock_id } = await ask('merchantCouponStock.create', newMerchantStock());
			return {
				stock_id,
				target_max_coupons: 2000,
				current_max_coupons: 1000,
				modify_budget_request_no: newNumber('budget'),
			};
		},
		async (ask) => {
			const stock = newMerchantStock();
			const { stock_id } = await ask('merchantCouponStock.create', {
				...stock,
				stock_send_rule: { ...(stock['stock_send_rule'] as object), max_coupons_by_day: 10 },
			});
			return {
				stock_id,
				target_max_coupons_by_day: 20,
				current_max_coupons_by_day: 10,
				modify_budget_request_no: newNumber('budget'),
			};
		},
	],
	'merchantCouponCode.upload': [
		() => ({
			stock_id: freeCodes,
			coupon_code_list: [newNumber('A/B|C'), newNumber('D=E')],
			upload_request_no: newNumber('upload'),
		}),
	],
	'merchantCouponCode.getAll': [
		() => ({ stock_id: uploadedCodes }),
		async (ask) => {
			await dispatchedCode(ask);
			return { stock_id: freeCodes, status: 'DISPATCHED', appid };
		},
	],
	'merchantCouponCode.get': [newCode, async (ask) => ({ ...(await dispatchedCode(ask)), appid })],
	'merchantCouponCode.delete': [
		async (ask) => ({ ...(await newCode(ask)), delete_request_no: newNumber('delete') }),
	],
	'merchantCoupon.send': [merchantSending, ownCodeSending],
	'merchantCoupon.use': [
		async (ask) => {
			const { coupon_code } = await sentMerchantCoupon(ask);
			return { coupon_code, ...merchantUse() };
		},
		async (ask) => {
			const { stock_id, coupon_code } = await ask('merchantCoupon.send', ownCodeSending());
			return {
				stock_id,
				coupon_code,
				...merchantUse(),
				openid,
				out_trade_no: newNumber('MCH'),
				mch_id: MCHID,
				transaction_id: '4200001234202611251234567890',
			};
		},
	],
	'merchantCoupon.return': [
		async (ask) => ({ ...(await usedCoupon(ask)), return_request_no: newNumber('return') }),
	],
	'merchantCoupon.deactivate': [
		async (ask) => ({
			...(await sentMerchantCoupon(ask)),
			deactivate_request_no: newNumber('deactivate'),
			deactivate_reason: '此券使用时间设置错误',
		}),
	],
	'merchantCoupon.associateOrder': [
		async (ask) => ({ ...(await sentMerchantCoupon(ask)), ...order() }),
	],
	'merchantCoupon.disassociateOrder': [
		async (ask) => {
			const ids = { ...(await sentMerchantCoupon(ask)), ...order() };
			await ask('merchantCoupon.associateOrder', ids);
			return { ...ids, out_request_no: newNumber() };
		},
	],
	'merchantCoupon.get': [
		async (ask) => {
			const { coupon_code } = await sentMerchantCoupon(ask);
			return { coupon_code, appid, openid };
		},
	],
	'merchantCoupon.getAll': [
		async (ask) => {
			await sentMerchantCoupon(ask);
			return { appid, openid, belong_merchant: MCHID };
		},
		async (ask) => {
			await usedCoupon(ask);
			return {
				appid,
				openid,
				stock_id: sendable,
				coupon_state: 'USED',
				creator_merchant: MCHID,
				sender_merchant: MCHID,
			};
		},
	],
	'merchantCoupon.sendForProduct': [
		() => ({ ...merchantSending(), coupon_type: 'NORMAL' }),
		() => ({ ...ownCodeSending(), coupon_type: 'MEMBER', member_card_id: 'pIJMr5MMiIkO_93VtPyI' }),
	],
	'merchantCoupon.preSendForProduct': [
		() => ({ stock_id: sendable, appid, send_request_no: newNumber('token') }),
		() => ({
			stock_id: ownCodes,
			appid,
			openid,
			coupon_code: newNumber('OWN'),
			send_request_no: newNumber('token'),
		}),
	],
	'merchantCoupon.sendConsumptionCard': [
		() => ({
			card_id: 'pIJMr5MMiIkO_93VtPyIiEk2DZ4w',
			...MERCHANT_USER,
			out_request_no: newNumber('card'),
			send_time: '2026-11-25T13:29:35+08:00',
		}),
	],
};
