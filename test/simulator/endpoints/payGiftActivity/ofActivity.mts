import { type JsonObject } from '../../json.mts';
import { type Handler, valuesOf } from '../handler.mts';
import { pageOfList } from '../merchantCoupon/page.mts';
import { beijingTime } from '../productCoupon/beijingTime.mts';
import { activityOf } from './found.mts';

interface Values {
	activity_id: string;
	merchant_id_list: string[];
}

/** A list of an activity, as the shop pages its lists. */
const listOf =
	(name: 'merchants' | 'goods'): Handler =>
	(call) => {
		const { activity_id, ...page } = valuesOf<Values & { offset?: number; limit?: number }>(call);
		const list: JsonObject[] = activityOf(call.shop, activity_id)[name];
		return { activity_id, ...pageOfList(list, call.shop, page) };
	};

/** 查询活动发券商户号 */
export const getActivityMerchants = listOf('merchants');

/** 查询活动指定商品列表 */
export const getActivityGoods = listOf('goods');

/** 新增活动发券商户号. Those that cannot be added are named, the others are. */
export const addActivityMerchants: Handler = (call) => {
	const { activity_id, merchant_id_list } = valuesOf<Values>(call);
	const activity = activityOf(call.shop, activity_id);
	const there = new Set(activity.merchants.map(({ mchid }) => mchid));
	const reasonOf = (mchid: string) => {
		if (there.has(mchid)) return '商户号已添加';
		return /^\d{8,10}$/.test(mchid) ? undefined : '商户号不存在';
	};
	const add_time = beijingTime(call.now);
	const added = merchant_id_list
		.filter((mchid) => reasonOf(mchid) === undefined)
		.map((mchid) => ({ mchid, create_time: add_time, update_time: add_time }));
	call.shop.addPayGiftActivity({ ...activity, merchants: [...activity.merchants, ...added] });
	const invalid = merchant_id_list.flatMap((mchid) => {
		const invalid_reason = reasonOf(mchid);
		return invalid_reason === undefined ? [] : [{ mchid, invalid_reason }];
	});
	return {
		activity_id,
		add_time,
		...(invalid.length > 0 && { invalid_merchant_id_list: invalid }),
	};
};

/** 删除活动发券商户号 */
export const deleteActivityMerchants: Handler = (call) => {
	const { activity_id, merchant_id_list } = valuesOf<Values>(call);
	const activity = activityOf(call.shop, activity_id);
	const gone = new Set(merchant_id_list);
	const merchants = activity.merchants.filter(({ mchid }) => !gone.has(mchid));
	call.shop.addPayGiftActivity({ ...activity, merchants });
	return { activity_id, delete_time: beijingTime(call.now) };
};
