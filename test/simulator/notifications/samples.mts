import { beijingDay, beijingTime } from '../endpoints/productCoupon/beijingTime.mts';
import { type JsonObject, without } from '../json.mts';

const DAY = 24 * 3600 * 1000;

/** What a notification tells, before it is encrypted. */
export interface NotificationSample {
	event_type: string;
	summary: string;
	original_type: string;
	/** May be missing in the field; WeChat Pay's own SDK for Java cannot read a notification without it. */
	associated_data?: string;
	/** The object that is encrypted. */
	resource: JsonObject;
}

/**
 * A notification of each kind, with the values of WeChat Pay's pages, at a time of today.
 *
 * @param now milliseconds
 */
export const samplesAt = (now: number): readonly NotificationSample[] => [
	{
		event_type: 'PRODUCT_COUPON_SP.SEND',
		summary: '商品券领券通知',
		original_type: 'coupon',
		associated_data: 'product_coupon_sp',
		resource: {
			brand_id: '120344',
			coupon_code: 'Code_123456',
			product_coupon_id: '200000001',
			stock_id: '100232301',
			appid: 'wx233544546545989',
			openid: 'oh-394z-6CGkNoJrsDLTTUKiAnp4',
			unionid: 'oOuyajgxj0oVwjocSoQm6mp7PGKw',
			valid_begin_time: `${beijingDay(now)}T00:00:00+08:00`,
			valid_end_time: `${beijingDay(now + 30 * DAY)}T23:59:59+08:00`,
			receive_time: beijingTime(now),
			send_request_no: `SEND_${beijingDay(now).replaceAll('-', '')}_000001`,
			send_channel: 'BRAND_MANAGE',
			attach: '附加信息',
		},
	},
	{
		event_type: 'PRODUCT_COUPON_SP.IMAGE_GENERATION',
		summary: '商品券图片生成通知',
		original_type: 'product_coupon',
		associated_data: 'product_coupon_sp',
		resource: {
			brand_id: '120344',
			task_id: 'image_generation_task_1',
			task_state: 'SUCCESS',
			image_generation_type: 'CUT_OUT',
			cut_out_result: { image_url: 'https://wxpaylogo.qpic.cn/wxpaylogo/xxxxx/xxx' },
		},
	},
	{
		event_type: 'DELIVERY_PLAN.CHANGE',
		summary: '投放计划变更通知',
		original_type: 'delivery_plan',
		associated_data: 'delivery_plan',
		resource: {
			plan_id: '7000',
			plan_state: 'CREATED',
			audit_state: 'PASSED',
			change_reason: '审核通过',
			modify_time: beijingTime(now).replace('+', '.120+'),
		},
	},
	{
		event_type: 'COUPON.SEND',
		summary: '商家券领券通知',
		original_type: 'coupon',
		associated_data: 'coupon',
		resource: {
			event_type: 'EVENT_TYPE_BUSICOUPON_SEND',
			coupon_code: '1227944959000000911017',
			stock_id: '1286950000000039',
			send_time: beijingTime(now),
			openid: 'odXnH1CJjeQoWTld48db-pnxs-Wg',
			unionid: 'oOuyajgxj0oVwjocSoQm6mp7PGKw',
			send_channel: 'BUSICOUPON_SEND_CHANNEL_PAYGIFT',
			send_merchant: '98568888',
			attach_info: { transaction_id: '4200000462220200226114599', act_code: '540358695' },
		},
	},
	{
		event_type: 'COUPON.USE',
		summary: '代金券核销通知',
		original_type: 'coupon',
		associated_data: 'coupon',
		resource: {
			stock_creator_mchid: '9800064',
			stock_id: '9865888',
			coupon_id: '98674556',
			singleitem_discount_off: { single_price_max: 100 },
			discount_to: { cut_to_price: 100, max_price: 10 },
			coupon_name: '微信支付代金券',
			status: 'USED',
			description: '微信支付营销',
			create_time: beijingTime(now - DAY),
			coupon_type: 'NORMAL',
			no_cash: true,
			available_begin_time: `${beijingDay(now - DAY)}T00:00:00+08:00`,
			available_end_time: `${beijingDay(now + 30 * DAY)}T23:59:59+08:00`,
			singleitem: true,
			normal_coupon_information: { coupon_amount: 100, transaction_minimum: 100 },
			consume_information: {
				consume_time: beijingTime(now),
				consume_mchid: '9856081',
				transaction_id: '4200752501201407033233368018',
				consume_amount: 50,
				goods_detail: [{ goods_id: 'a_goods1', quantity: 7, price: 1, discount_amount: 4 }],
			},
			business_type: 'MULTIUSE',
		},
	},
	{
		event_type: 'SECURITY_ECHO.SUCCESS',
		summary: '回声测试',
		original_type: 'security',
		associated_data: 'security',
		resource: { echo_message: 'hello' },
	},
];

/** The sample of a brand's event: which members come beside the required ones is not known. */
function ofBrand({ resource, ...sample }: NotificationSample): NotificationSample {
	return { ...toBrand(sample), resource: without(without(resource, 'brand_id'), 'appid') };
}

/** What a brand that calls for itself is told in place of what a service provider is told. */
export function toBrand<T extends Omit<NotificationSample, 'resource'>>(notification: T): T {
	const { event_type } = notification;
	const own = event_type.replace('PRODUCT_COUPON_SP.', 'PRODUCT_COUPON.');
	if (own === event_type) return notification;
	const kind = 'product_coupon';
	return { ...notification, event_type: own, original_type: kind, associated_data: kind };
}

/** The same, at the time at which this file was read. */
export const SAMPLES = samplesAt(Date.now());

/** An event that no page lists. */
export const UNKNOWN_EVENT: NotificationSample = {
	event_type: 'PRODUCT_COUPON_SP.SOMETHING_NEW',
	summary: '新的通知',
	original_type: 'coupon',
	associated_data: 'product_coupon_sp',
	resource: { brand_id: '120344', coupon_code: 'Code_123456' },
};

/** The sample of an event, at the present time unless told; throws when there is none. */
export function sampleOf(eventType: string, now = Date.now()): NotificationSample {
	const samples = samplesAt(now);
	const received = samples.slice(0, 1).map(ofBrand);
	const found = [...samples, ...received, UNKNOWN_EVENT].find(
		({ event_type }) => event_type === eventType,
	);
	if (found) return found;
	throw new Error(
		`There is no sample of ${eventType}, but of ${SAMPLES.map(({ event_type }) => event_type).join(', ')}`,
	);
}
