import type { CredentialValues } from '../test/simulator/index.mts';
import { FIRST_STORES, storeIds } from '../test/simulator/shop.mts';
import { timed, type Client } from './compare.mts';
import { runNode } from './nodeClient.mts';
import { setStores } from './targets.mts';

/** The built node in n8n's engine makes the stores of a stock those of a sheet, in which so many are others. */
export function settingStores(
	credential: CredentialValues,
	stores: number,
	others: number,
): Client {
	const first = String(Number(FIRST_STORES.coffee) + others);
	const rows = storeIds(first, stores).map((store_id) => ({ store_id }));
	return {
		name: 'this node in n8n',
		// The stores that are taken off have rows, too.
		run: () => timed(() => runNode(credential, setStores, rows, stores + others)),
	};
}
