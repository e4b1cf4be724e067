import { batch } from '../../operation/batch/batch';
import { post } from '../../operation/page';
import { brandId, productCouponId } from '../../parameters/common';
import { getAssociatedStores } from './getAssociatedStores';
import { storeStockId } from './stock';
import { storeMembers } from '../storeMembers';

export const associateStores = batch({
	name: 'Associate Stores',
	action: 'Associate stores with product coupon stock',
	description: 'Put stores on a stock, so that its coupons can be used there',
	endpoint: post(
		'/v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/associate-stores',
		{ perSecond: 20, page: 'partner/4015781302' },
	),
	parameters: [brandId, productCouponId, storeStockId],
	...storeMembers,
	mark: 'associated',
	truth: { list: getAssociatedStores, doneWhen: 'listed' },
	words: { one: 'store', many: 'stores', done: 'associated', already: 'were on the stock already' },
});
