import { type Ask } from '../../simulator/asker.mts';
import { newNumber } from '../../simulator/examples.mts';
import { type JsonObject } from '../../simulator/index.mts';
import { MCHID, MERCHANT_COUPON_STOCKS, PAY_GIFT_ACTIVITIES } from '../../simulator/shop.mts';
import { type Example } from './index.mts';

const image = 'https://wxpaylogo.qpic.cn/wxpaylogo/award/0';

/** A pay gift activity as it is given. */
export const newActivity = (): JsonObject => ({
	activity_base_info: {
		activity_name: '满额送券',
		activity_second_title: '咖啡立减',
		merchant_logo_url: 'https://wxpaylogo.qpic.cn/wxpaylogo/logo/0',
		begin_time: '2026-11-01T00:00:00+08:00',
		end_time: '2026-12-31T23:59:59+08:00',
		out_request_no: newNumber('activity'),
		delivery_purpose: 'OFF_LINE_PAY',
	},
	award_send_rule: {
		award_type: 'BUSIFAVOR',
		merchant_option: 'MANUAL_INPUT_MERCHANT',
		transaction_amount_minimum: 3000,
		send_content: 'SINGLE_COUPON',
		award_list: [{ stock_id: MERCHANT_COUPON_STOCKS.normal, original_image_url: image }],
		merchant_id_list: [MCHID],
	},
});

/** The ID of an activity that was made now. */
export async function madeActivity(ask: Ask): Promise<JsonObject> {
	const { activity_id } = await ask('payGiftActivity.create', newActivity());
	return { activity_id };
}

const merchant_id_list = ['1800000001', '1800000002'];

const largeActivity: JsonObject = {
	...newActivity(),
	activity_base_info: {
		...(newActivity()['activity_base_info'] as JsonObject),
		background_color: 'Color010',
		delivery_purpose: 'JUMP_MINI_APP',
		mini_programs_appid: 'wx233544546545989',
		mini_programs_path: '/pages/index',
		available_periods: {
			available_time: [
				{ begin_time: '2026-11-01T00:00:00+08:00', end_time: '2026-11-30T23:59:59+08:00' },
			],
			available_day_time: [{ begin_day_time: '110000', end_day_time: '135959' }],
		},
	},
	advanced_setting: {
		delivery_user_category: 'DELIVERY_MEMBER_PERSON',
		merchant_member_appid: 'wx233544546545989',
		payment_mode: { payment_scene_list: ['APP_SCENE', 'FACE_PAY_SCENE'] },
		goods_tags: ['WXG', 'COFFEE'],
	},
};

export const payGiftActivity: Record<string, Example[]> = {
	'payGiftActivity.create': [
		newActivity,
		() => ({
			...largeActivity,
			activity_base_info: {
				...(largeActivity['activity_base_info'] as JsonObject),
				out_request_no: newNumber('activity'),
			},
		}),
	],
	'payGiftActivity.get': [() => ({ activity_id: PAY_GIFT_ACTIVITIES.ongoing })],
	'payGiftActivity.getAll': [
		() => ({}),
		() => ({
			activity_name: '满额送券',
			activity_status: 'ONGOING_ACT_STATUS',
			award_type: 'BUSIFAVOR',
		}),
	],
	'payGiftActivity.terminate': [madeActivity],
	'payGiftActivity.getMerchants': [() => ({ activity_id: PAY_GIFT_ACTIVITIES.large })],
	'payGiftActivity.getGoods': [() => ({ activity_id: PAY_GIFT_ACTIVITIES.large })],
	'payGiftActivity.addMerchants': [
		async (ask) => ({
			...(await madeActivity(ask)),
			merchant_id_list,
			add_request_no: newNumber('add'),
		}),
	],
	'payGiftActivity.deleteMerchants': [
		async (ask) => {
			const ids = await madeActivity(ask);
			const add_request_no = newNumber('add');
			await ask('payGiftActivity.addMerchants', { ...ids, merchant_id_list, add_request_no });
			return { ...ids, merchant_id_list, delete_request_no: newNumber('delete') };
		},
	],
};
