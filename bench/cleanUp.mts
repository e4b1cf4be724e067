import type { CredentialValues } from '../test/simulator/index.mts';
import { FIRST_STORES, storeIds } from '../test/simulator/shop.mts';
import { timed, type Client, type Sample } from './compare.mts';
import { HttpRequestEmulation } from './httpRequest.mts';
import { runNode } from './nodeClient.mts';
import { ownNumberAt } from './serverWork.mts';
import { disassociate, disassociateBody, disassociateOwn, disassociateTarget } from './targets.mts';

/** How many rows a clean-up left undone. */
export interface CleanUpSample extends Sample {
	undone: number;
}

/** The built node in n8n's engine takes the stores of so many rows off a stock. */
export function cleanUpNode(credential: CredentialValues, count: number): Client<CleanUpSample> {
	const rows = storeIds(FIRST_STORES.coffee, count).map((store_id) => ({ store_id }));
	return {
		name: 'this node in n8n',
		run: async () => ({
			...(await timed(() => runNode(credential, disassociate, rows, count))),
			undone: 0,
		}),
	};
}

/** The same with rows that have the numbers of the chain's own system, which are looked up first. */
export function cleanUpByOwnNumbers(
	credential: CredentialValues,
	count: number,
): Client<CleanUpSample> {
	const rows = Array.from({ length: count }, (_, place) => ({ number: ownNumberAt(place) }));
	return {
		name: 'this node in n8n',
		run: async () => ({
			...(await timed(() => runNode(credential, disassociateOwn, rows, count))),
			undone: 0,
		}),
	};
}

/** The same with HTTP Request's way of working: a call for every row, in batches of 20 a second. */
export function cleanUpHttpRequest(
	credential: CredentialValues,
	count: number,
): Client<CleanUpSample> {
	const batch = { size: 20, interval: 1000 };
	const node = new HttpRequestEmulation(credential, batch);
	const bodies = storeIds(FIRST_STORES.coffee, count).map(disassociateBody);
	return {
		name: `HTTP Request (emulated), batches of ${batch.size} every ${batch.interval} ms`,
		async run() {
			let undone = 0;
			const { milliseconds } = await timed(async () => {
				undone = await node.post(credential.baseUrl + disassociateTarget, bodies);
			});
			return { milliseconds, undone };
		},
	};
}
