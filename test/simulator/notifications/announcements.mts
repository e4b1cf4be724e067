import { type RequestValues } from '../api/requestCheck.mts';
import { resultOf } from '../endpoints/image/imageTasks.mts';
import { beijingTime } from '../endpoints/productCoupon/beijingTime.mts';
import { type JsonObject } from '../json.mts';
import { type CashCoupon, type Shop } from '../shop.mts';
import { type NotificationSample, sampleOf } from './samples.mts';

/** A notification that follows from a call, and where it goes. */
export interface Announcement {
	url: string;
	notification: NotificationSample;
}

interface Sent {
	shop: Shop;
	values: RequestValues;
	answer: JsonObject;
}

/** What a notification tells of a coupon that a user got. */
function received(coupon: JsonObject, { openid, appid }: JsonObject): JsonObject {
	const { product_coupon, stock, user_product_coupon_bundle_info: bundle } = coupon;
	return {
		brand_id: coupon['brand_id'],
		coupon_code: coupon['coupon_code'],
		product_coupon_id: (product_coupon as JsonObject)['product_coupon_id'],
		stock_id: (stock as JsonObject)['stock_id'],
		user_coupon_bundle_id: (bundle as JsonObject | undefined)?.['user_coupon_bundle_id'],
		appid,
		openid,
		valid_begin_time: coupon['valid_begin_time'],
		valid_end_time: coupon['valid_end_time'],
		receive_time: coupon['receive_time'],
		send_request_no: coupon['send_request_no'],
		send_channel: coupon['send_channel'],
		attach: coupon['attach'],
	};
}

function ofCoupons(coupons: readonly JsonObject[], { shop, values }: Sent): Announcement[] {
	const url = shop.notifyUrl('productCoupons');
	if (url === undefined) return [];
	const user = { ...values.path, ...(values.body as JsonObject) } as JsonObject;
	const sample = sampleOf('PRODUCT_COUPON_SP.SEND');
	return coupons.map((coupon) => ({
		url,
		notification: { ...sample, resource: received(coupon, user) },
	}));
}

/** What WeChat Pay tells of a cash coupon that was used. */
export function announcementsOfUse(shop: Shop, { answer }: CashCoupon): Announcement[] {
	const url = shop.notifyUrl('cashCoupons');
	if (url === undefined) return [];
	return [{ url, notification: { ...sampleOf('COUPON.USE'), resource: answer } }];
}

/** What WeChat Pay tells of a delivery plan that was changed; the states without the prefix that its lists have. */
function ofPlan(planId: unknown, reason: string, { shop }: Sent): Announcement[] {
	const url = shop.notifyUrl('deliveryPlans');
	const plan = shop.deliveryPlan(String(planId));
	if (url === undefined || !plan) return [];
	const sample = sampleOf('DELIVERY_PLAN.CHANGE');
	const resource = {
		...sample.resource,
		plan_id: plan.answer.plan_id,
		plan_state: plan.answer.plan_state.replace('PLAN_', ''),
		audit_state: plan.auditState.replace('AUDIT_', ''),
		change_reason: reason,
	};
	return [{ url, notification: { ...sample, resource } }];
}

/** What is told of a merchant coupon that a user got. */
function ofMerchantCoupon({ shop, values, answer }: Sent): Announcement[] {
	const url = shop.notifyUrl('merchantCoupons');
	if (url === undefined) return [];
	const { coupon_code, stock_id } = answer;
	const { openid } = values.body as JsonObject;
	const coupon = shop
		.merchantCoupons()
		.find(({ code, stockId }) => code === coupon_code && stockId === stock_id)!;
	const resource = {
		event_type: 'EVENT_TYPE_BUSICOUPON_SEND',
		coupon_code,
		stock_id,
		send_time: beijingTime(coupon.receivedAt),
		openid,
		send_channel: 'BUSICOUPON_SEND_CHANNEL_API',
		send_merchant: shop.mchid,
	};
	return [{ url, notification: { ...sampleOf('COUPON.SEND'), resource } }];
}

/** What WeChat Pay tells about a call that was carried out, by the names of the operations. */
const announcements: Readonly<Record<string, ((sent: Sent) => Announcement[]) | undefined>> = {
	'account.echo': ({ values, answer }) => {
		const url = (values.body as JsonObject)['notify_url'];
		if (typeof url !== 'string') return [];
		return [{ url, notification: { ...sampleOf('SECURITY_ECHO.SUCCESS'), resource: answer } }];
	},
	'deliveryPlan.create': (sent) =>
		ofPlan((sent.answer['plan'] as JsonObject)['plan_id'], '审核通过', sent),
	'deliveryPlan.terminate': (sent) => ofPlan(sent.values.path['plan_id'], '终止', sent),
	'merchantCoupon.send': ofMerchantCoupon,
	'merchantCoupon.sendForProduct': ofMerchantCoupon,
	'image.generate': ({ shop, answer }) => {
		const url = shop.notifyUrl('productCoupons');
		if (url === undefined) return [];
		const resource = resultOf(shop.imageTask(answer['task_id'] as string)!);
		return [{ url, notification: { ...sampleOf('PRODUCT_COUPON_SP.IMAGE_GENERATION'), resource } }];
	},
	'userProductCoupon.send': (sent) => ofCoupons([sent.answer], sent),
	'userProductCouponBundle.send': (sent) =>
		ofCoupons(sent.answer['user_product_coupon_list'] as JsonObject[], sent),
};

/** The notifications that follow from a call that was carried out. */
export function announcementsOf(operationId: string, sent: Sent): Announcement[] {
	return announcements[operationId]?.(sent) ?? [];
}
