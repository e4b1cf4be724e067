import { list } from './kinds';
import { readId } from './readId';

/** Stores of a brand, for operations that take many at once. */
export const storeIds = list('store_list', {
	label: 'Store IDs',
	name: 'storeIds',
	example: '100000001, 100000002',
	description:
		'The stores: one ID, IDs separated by commas, semicolons, blanks or line ends, or an expression that gives a list. The stores of all input items are sent together, 200 at a time.',
	member: readId,
});
