import { batch } from '../../operation/batch/batch';
import { post } from '../../operation/page';
import { brandId, outRequestNumber, productCouponId } from '../../parameters/common';
import { codeList } from '../../parameters/kinds';
import { uploadStockId } from './stock';

const couponCodes = codeList('code_list', {
	label: 'Coupon Codes',
	name: 'couponCodes',
	example: 'A0001, A0002',
	description:
		'The codes: one, several separated by commas, semicolons or line ends, or an expression that gives a list. Each has 40 digits, letters, _ and - at most. The codes of all input items are sent together, 200 at a time.',
	each: { maxLength: 40, pattern: /^[\w-]+$/, patternWords: 'digits, letters, _ and -' },
});

export const uploadCouponCodes = batch({
	name: 'Upload Coupon Codes',
	action: 'Upload coupon codes to product coupon stock',
	description: 'Give a stock the codes that its coupons will have',
	hint: 'The codes of all input items will be uploaded to their stocks, 200 in a call. No call takes a code back. Turn on Dry Run under Options to see first what would be sent.',
	endpoint: post(
		'/v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/upload-coupon-codes',
		{ perSecond: 20, page: 'partner/4016434668' },
	),
	parameters: [brandId, productCouponId, uploadStockId],
	members: couponCodes,
	memberId: 'coupon_code',
	takesBareMembers: true,
	atMost: 200,
	mark: 'uploaded',
	answer: {
		done: 'success_code_list',
		already: 'already_exist_code_list',
		refused: 'failed_code_list',
	},
	requestNumber: outRequestNumber,
	words: { one: 'code', many: 'codes', done: 'uploaded', already: 'were there already' },
});
