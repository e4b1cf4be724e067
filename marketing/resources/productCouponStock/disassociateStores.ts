import { batch } from '../../operation/batch/batch';
import { post } from '../../operation/page';
import { brandId, productCouponId } from '../../parameters/common';
import { choice } from '../../parameters/kinds';
import { option } from '../../parameters/parameter';
import { getAssociatedStores } from './getAssociatedStores';
import { storeStockId } from './stock';
import { storeMembers } from '../storeMembers';

const notOnStock = option(
	choice(
		'not_on_stock',
		[
			{ name: 'Done', value: 'done', description: 'It is off the stock, which is what was wanted' },
			{ name: 'Error', value: 'error', description: 'Its row fails, so that it is noticed' },
		],
		{
			label: 'Not on Stock',
			default: 'done',
			description: 'What a store counts as that is not associated with the stock anyway',
		},
	),
);

export const disassociateStores = batch({
	name: 'Disassociate Stores',
	action: 'Disassociate stores from product coupon stock',
	description: 'Take stores off a stock, so that its coupons can no longer be used there',
	hint: 'The stores of all input items will be taken off their stocks, 200 in a call. Coupons can then no longer be used there. Turn on Dry Run under Options to see first what would happen.',
	endpoint: post(
		'/v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/disassociate-stores',
		{ perSecond: 20, page: 'partner/4015781537' },
	),
	parameters: [brandId, productCouponId, storeStockId],
	...storeMembers,
	mark: 'disassociated',
	truth: { list: getAssociatedStores, doneWhen: 'notListed' },
	settings: [notOnStock],
	alreadyIsFailure: (fields) => fields.read(notOnStock) === 'error',
	words: { one: 'store', many: 'stores', done: 'disassociated', already: 'were not on the stock' },
});
