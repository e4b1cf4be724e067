import { post } from '../../operation/page';
import { single } from '../../operation/single';
import { text } from '../../parameters/kinds';
import { optional } from '../../parameters/parameter';
import { merchantNumber, merchantStockId } from '../merchantStock';
import { merchantCouponCode } from './coupon';

const reason = text('deactivate_reason', {
	label: 'Reason',
	name: 'deactivateReason',
	maxLength: 64,
	example: 'The campaign has ended',
	description: 'Why it is deactivated, 64 characters at most',
});

export const deactivate = single({
	name: 'Deactivate',
	action: 'Deactivate merchant coupon of user',
	description: 'Make a coupon that a user has invalid for good',
	hint: 'The coupon of each input item will be made invalid for good: its user can no longer use it.',
	endpoint: post('/v3/marketing/busifavor/coupons/deactivate', { page: 'merchant/4012465890' }),
	parameters: [
		merchantStockId,
		merchantCouponCode,
		optional(reason),
		merchantNumber('deactivate_request_no'),
	],
});
