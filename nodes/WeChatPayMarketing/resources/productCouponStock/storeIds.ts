import { list } from '../../parameters/kinds';
import { readId } from '../../parameters/readId';

/** @param purpose completes "The stores to …" */
export function storeIds(purpose: string) {
	return list('store_list', {
		label: 'Store IDs',
		name: 'storeIds',
		example: '100000001, 100000002',
		description: `The stores to ${purpose}: one ID, IDs separated by commas, semicolons, blanks or line ends, or an expression that gives a list. The stores of all input items are sent together, 200 at a time.`,
		member: readId,
	});
}
