import type { Change } from '../../operation/change';
import { get } from './get';

/**
 * A change of the state of a stock.
 *
 * @param as what it is called
 * @param status the state that the stock has then, in WeChat Pay's spelling
 */
export function stateChange(as: string, status: string): Change {
	return {
		as,
		look: 'a look at the stock',
		isSo: async (calls, values) => (await calls.call(get, values)).data.status === status,
	};
}
