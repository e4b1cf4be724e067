import type { CredentialValues } from '../test/simulator/index.mts';
import { BareClient } from './bareClient.mts';
import { timed, type Client } from './compare.mts';
import { HelperClient } from './helperClient.mts';
import { runNode } from './nodeClient.mts';
import { send, sendingOf, sendingRows } from './targets.mts';

/** The built node in n8n's engine sends a coupon to so many users, with the pace that it keeps by itself. */
export function sendNode(credential: CredentialValues, count: number): Client {
	const rows = sendingRows(count);
	return {
		name: 'this node in n8n',
		run: () => timed(() => runNode(credential, send, rows, count)),
	};
}

function sendWith(
	name: string,
	client: { post(target: string, body: object): Promise<unknown> },
	count: number,
): Client {
	return {
		name: `${name}, one by one`,
		run: () =>
			timed(async () => {
				for (const row of sendingRows(count)) {
					const { target, body } = sendingOf(row);
					await client.post(target, body);
				}
			}),
	};
}

/** The bare client. */
export function sendBare(credential: CredentialValues, count: number): Client {
	return sendWith('bare client', new BareClient(credential), count);
}

/** n8n's request helper without a node. */
export function sendHelper(credential: CredentialValues, count: number): Client {
	const name = "n8n's request helper alone, unverified";
	return sendWith(name, new HelperClient(credential), count);
}
