import { day } from '../../parameters/kinds';

export const billDate = day('bill_date', {
	description: 'The day of the report, in Beijing. The day before is there in the morning.',
});

/** The reports of a whole stock. */
export const WHOLE = { perMinute: 5, mayBeUnsigned: true };
/** The hash of their files. */
export const WHOLE_HASH = { value: 'hash_value', kind: 'hash_type' };
