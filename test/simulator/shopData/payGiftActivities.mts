import { MCHID, MERCHANT_COUPON_STOCKS, PAY_GIFT_ACTIVITIES } from './ids.mts';
import { type PayGiftActivity } from './types.mts';

const made = '2026-10-01T00:00:00+08:00';
const times = { create_time: made, update_time: made };

function activity(
	activity_id: string,
	{ merchants, goods }: { merchants: number; goods: number },
): PayGiftActivity {
	return {
		answer: {
			activity_id,
			activity_type: 'FULL_SEND_ACT_TYPE',
			activity_status: 'ONGOING_ACT_STATUS',
			creator_merchant_id: MCHID,
			belong_merchant_id: MCHID,
			...times,
			activity_base_info: {
				activity_name: '满额送券',
				activity_second_title: '咖啡立减',
				merchant_logo_url: 'https://wxpaylogo.qpic.cn/wxpaylogo/logo/0',
				begin_time: made,
				end_time: '2026-12-29T23:59:59+08:00',
				out_request_no: `create_${activity_id}`,
				delivery_purpose: 'OFF_LINE_PAY',
			},
			award_send_rule: {
				full_send_rule: {
					award_type: 'BUSIFAVOR',
					merchant_option: 'MANUAL_INPUT_MERCHANT',
					transaction_amount_minimum: 3000,
					send_content: 'SINGLE_COUPON',
					award_list: [
						{
							stock_id: MERCHANT_COUPON_STOCKS.normal,
							original_image_url: 'https://wxpaylogo.qpic.cn/wxpaylogo/award/0',
						},
					],
					merchant_id_list: [MCHID],
				},
			},
		},
		merchants: Array.from({ length: merchants }, (_, index) => ({
			mchid: String(Number(MCHID) + index),
			...times,
		})),
		goods: Array.from({ length: goods }, (_, index) => ({ goods_id: `goods_${index}`, ...times })),
	};
}

/** Activities that the shop begins with. */
export const payGiftActivities: readonly PayGiftActivity[] = [
	activity(PAY_GIFT_ACTIVITIES.ongoing, { merchants: 1, goods: 0 }),
	activity(PAY_GIFT_ACTIVITIES.large, { merchants: 230, goods: 130 }),
];
