import { type JsonObject } from '../../json.mts';
import { imageTaskNotFound } from '../../refusals.mts';
import { type ImageTask } from '../../shop.mts';
import { type Handler, valuesOf } from '../handler.mts';
import { authorisedBrand } from '../productCoupon/found.mts';

/** 提交图片生成任务 */
export const generateImage: Handler = (call) => {
	const task = valuesOf<ImageTask>(call);
	const { task_id, brand_id, image_generation_type } = task;
	authorisedBrand(call.shop, brand_id);
	call.shop.addImageTask({ task_id, brand_id, image_generation_type });
	return { task_id, brand_id };
};

/** What became of a task: here every one has its image at once. */
export function resultOf({ task_id, brand_id, image_generation_type }: ImageTask): JsonObject {
	const result = image_generation_type === 'CUT_OUT' ? 'cut_out_result' : 'combine_image_result';
	const image_url = `https://wxpaylogo.qpic.cn/wxpaylogo/${encodeURIComponent(task_id)}/0`;
	return {
		brand_id,
		task_id,
		image_generation_type,
		task_state: 'SUCCESS',
		[result]: { image_url },
	};
}

/** 查询图片生成任务执行结果 */
export const getGeneratedImage: Handler = (call) => {
	const { task_id, brand_id, image_generation_type } = valuesOf<ImageTask>(call);
	authorisedBrand(call.shop, brand_id);
	const task = call.shop.imageTask(task_id);
	if (task?.brand_id !== brand_id || task.image_generation_type !== image_generation_type) {
		throw imageTaskNotFound();
	}
	return resultOf(task);
};
