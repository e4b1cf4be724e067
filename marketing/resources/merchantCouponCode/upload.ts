import { batch } from '../../operation/batch/batch';
import { post } from '../../operation/page';
import { codeList } from '../../parameters/kinds';
import { SLASHED_CODES } from '../../parameters/readList';
import { merchantNumber, merchantStockId } from '../merchantStock';

const couponCodes = codeList('coupon_code_list', {
	label: 'Coupon Codes',
	name: 'couponCodes',
	example: 'A0001, A0002',
	description:
		'The codes: one, several separated by commas, semicolons or line ends, or an expression that gives a list. Each has 32 digits, letters, blanks and - _ \\ / = | at most. The codes of all input items are sent together, 200 at a time.',
	each: {
		maxLength: 32,
		pattern: /^[\w\-\\/=| ]+$/,
		patternWords: 'digits, letters, blanks and - _ \\ / = |',
	},
	separation: SLASHED_CODES,
	mayHaveBlanks: true,
});

export const upload = batch({
	name: 'Upload',
	action: 'Upload codes to merchant coupon stock',
	description: 'Give a stock the codes that its coupons will have',
	hint: 'The codes of all input items will be uploaded to their stocks, 200 in a call. Turn on Dry Run under Options to see first what would be sent.',
	endpoint: post('/v3/marketing/busifavor/stocks/{stock_id}/couponcodes', {
		page: 'merchant/4012487038',
	}),
	parameters: [merchantStockId],
	members: couponCodes,
	memberId: 'coupon_code',
	takesBareMembers: true,
	atMost: 200,
	mark: 'uploaded',
	answer: { done: 'success_codes', already: 'exist_codes', refused: 'fail_codes' },
	requestNumber: merchantNumber('upload_request_no'),
	words: { one: 'code', many: 'codes', done: 'uploaded', already: 'were there already' },
});
