import { type JsonObject } from '../../json.mts';
import { breaksRule } from '../../refusals.mts';
import { type Handler, valuesOf } from '../handler.mts';
import { merchantStockOf } from '../merchantCoupon/found.mts';
import { beijingTime } from '../productCoupon/beijingTime.mts';
import { activityOf } from './found.mts';

interface Values {
	activity_base_info: JsonObject & { begin_time: string; end_time: string };
	advanced_setting?: JsonObject;
	award_send_rule: JsonObject & {
		merchant_option: string;
		send_content: string;
		award_list: Array<{ stock_id: string }>;
		merchant_id_list?: string[];
	};
}

const NINETY_DAYS = 90 * 24 * 3600 * 1000;

function check({ activity_base_info: { begin_time, end_time }, award_send_rule }: Values): void {
	const lasts = Date.parse(end_time) - Date.parse(begin_time);
	if (!(lasts > 0)) throw breaksRule('end_time 应晚于 begin_time');
	if (lasts > NINETY_DAYS) throw breaksRule('活动有效期最长90天');
	const { send_content, award_list, merchant_option, merchant_id_list = [] } = award_send_rule;
	const fits =
		send_content === 'SINGLE_COUPON'
			? award_list.length === 1
			: award_list.length >= 3 && award_list.length <= 5;
	if (!fits) throw breaksRule('奖品数量与 send_content 不符');
	if (merchant_option === 'MANUAL_INPUT_MERCHANT' && merchant_id_list.length === 0) {
		throw breaksRule('手动输入时 merchant_id_list 必填');
	}
}

/** 创建全场满额送活动 */
export const createActivity: Handler = ({ body, shop, now }) => {
	const values = body as unknown as Values;
	check(values);
	const { activity_base_info, advanced_setting, award_send_rule } = values;
	for (const { stock_id } of award_send_rule.award_list) merchantStockOf(shop, stock_id);
	const create_time = beijingTime(now);
	const times = { create_time, update_time: create_time };
	const activity_id = shop.newId(10029001);
	shop.addPayGiftActivity({
		answer: {
			activity_id,
			activity_type: 'FULL_SEND_ACT_TYPE',
			activity_status:
				Date.parse(activity_base_info.begin_time) > now
					? 'CREATE_ACT_STATUS'
					: 'ONGOING_ACT_STATUS',
			creator_merchant_id: shop.mchid,
			belong_merchant_id: shop.mchid,
			...times,
			activity_base_info,
			advanced_setting,
			award_send_rule: { full_send_rule: award_send_rule },
		},
		merchants: (award_send_rule.merchant_id_list ?? []).map((mchid) => ({ mchid, ...times })),
		goods: [],
	});
	return { activity_id, create_time };
};

/** 查询活动详情 */
export const getActivity: Handler = ({ path, shop }) =>
	activityOf(shop, path['activity_id']!).answer;

interface Query {
	offset: number;
	limit: number;
	activity_name?: string;
	activity_status?: string;
}

/** 获取支付有礼活动列表. Its `offset` is the number of a page. */
export const getAllActivities: Handler = (call) => {
	const { offset, limit, activity_name: name, activity_status: status } = valuesOf<Query>(call);
	const found = call.shop
		.payGiftActivities()
		.map(({ answer }) => answer)
		.filter((one) => name === undefined || one.activity_base_info['activity_name'] === name)
		.filter((one) => status === undefined || one.activity_status === status);
	const data = found.slice(offset * limit, (offset + 1) * limit);
	return { offset, limit, total_count: found.length, data };
};

/** 终止活动 */
export const terminateActivity: Handler = ({ path, shop, now }) => {
	const activity = activityOf(shop, path['activity_id']!);
	if (activity.answer.activity_status === 'TERMINATE_ACT_STATUS') throw breaksRule('活动已终止');
	const terminate_time = beijingTime(now);
	shop.addPayGiftActivity({
		...activity,
		answer: {
			...activity.answer,
			activity_status: 'TERMINATE_ACT_STATUS',
			update_time: terminate_time,
		},
	});
	return { activity_id: activity.answer.activity_id, terminate_time };
};
