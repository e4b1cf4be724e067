import { id, requestNumber, type TextRules } from '../parameters/kinds';

/** What request numbers of merchant coupons are made of. */
const NUMBER: TextRules = {
	maxLength: 128,
	pattern: /^[\w|*-]+$/,
	patternWords: 'digits, letters, _, -, | and *',
};

/** A stock of merchant coupons. */
export const merchantStockId = id('stock_id', {
	maxLength: 128,
	example: '100088',
	description: 'The stock of merchant coupons, as WeChat Pay returned it when it was created',
});

/** The number of a write to merchant coupons. */
export function merchantNumber<const Wire extends string>(wire: Wire) {
	return requestNumber(wire, NUMBER);
}
