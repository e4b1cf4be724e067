import { completedBy, unchangedInside } from '../../operation/completed';
import { patch } from '../../operation/page';
import { single } from '../../operation/single';
import { merchantNumber, merchantStockId } from '../merchantStock';
import { changes } from './body';
import { get } from './get';

const parts = changes.map(unchangedInside);

export const update = single({
	name: 'Update',
	action: 'Update merchant coupon stock',
	description:
		'Change how a stock of merchant coupons is shown, used and guarded. Of an entrance to a mini program or a video, what is not given stays as it is.',
	endpoint: patch('/v3/marketing/busifavor/stocks/{stock_id}', { page: 'merchant/4012535020' }),
	parameters: [merchantStockId, merchantNumber('out_request_no')],
	complete: completedBy(get, parts),
	body: {
		parts,
		answered: [
			...[
				'coupon_available_time',
				'fixed_normal_coupon',
				'discount_coupon',
				'exchange_coupon',
				'available_week',
				'irregulary_avaliable_time',
			].map((name) => `coupon_use_rule.${name}`),
			...[
				'max_amount',
				'max_coupons',
				'max_coupons_per_user',
				'max_amount_by_day',
				'max_coupons_by_day',
				'transferable',
				'shareable',
			].map((name) => `stock_send_rule.${name}`),
			'custom_entrance.store_id',
		],
		smallest: { comment: 'Spring' },
	},
});
