import { checkText, list, requestNumber } from '../../parameters/kinds';
import { readId } from '../../parameters/readId';

/** Merchants of an activity, for operations that take many at once. */
export const merchantIds = list('merchant_id_list', {
	label: 'Merchant IDs',
	name: 'merchantIds',
	example: '1900000001, 1900000002',
	description:
		'The merchants: one ID, IDs separated by commas, semicolons, blanks or line ends, or an expression that gives a list. Those of all input items are sent together, 500 at a time.',
	member: (given, field) => checkText(readId(given, field), field, { maxLength: 15 }),
});

/** The number of a change of the merchants, of which WeChat Pay says only how long it may be. */
export function changeNumber<const Wire extends string>(wire: Wire) {
	return requestNumber(wire, { maxLength: 128 });
}
