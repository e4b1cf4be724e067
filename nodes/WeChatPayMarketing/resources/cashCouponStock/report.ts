import { day, id } from '../../parameters/kinds';

/** A stock whose report is asked for. */
export const reportStockId = id('stock_id', {
	maxLength: 20,
	example: '9865000',
	description: 'The stock of cash coupons. Only its creator gets its reports.',
});

export const billDate = day('bill_date', {
	description: 'The day of the report, in Beijing. The day before is there in the morning.',
});

/** The reports of a whole stock. */
export const WHOLE = { perMinute: 5, mayBeUnsigned: true };
/** The hash of their files. */
export const WHOLE_HASH = { value: 'hash_value', kind: 'hash_type' };
