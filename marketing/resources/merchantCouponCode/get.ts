import { get as getFrom } from '../../operation/page';
import { single } from '../../operation/single';
import { merchantStockId } from '../merchantStock';
import { uploadedCode, userAppid } from './uploadedCode';

export const get = single({
	name: 'Get',
	action: 'Get uploaded code of merchant coupon stock',
	description: 'Find out whether a code was given out, and the coupon that has it',
	endpoint: getFrom('/v3/marketing/busifavor/stocks/{stock_id}/couponcodes/{coupon_code}', {}),
	parameters: [merchantStockId, uploadedCode, userAppid],
	useful: [
		'code_information.code',
		'code_information.code_status',
		'code_information.upload_time',
		'code_information.dispatched_time',
		'code_information.openid',
		'code_information.coupon_code',
		'coupon_information.stock_id',
		'coupon_information.coupon_state',
		'coupon_information.expire_time',
		'coupon_information.use_time',
	],
});
