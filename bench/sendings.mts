import type { INodeParameters } from 'n8n-workflow';
import type { CredentialValues } from '../test/simulator/index.mts';
import { BareClient } from './bareClient.mts';
import { timed, type Client } from './compare.mts';
import { HELPER, HelperClient } from './helperClient.mts';
import { runNode } from './nodeClient.mts';
import { send, sendingOf, sendingRows, sendUnpaced } from './targets.mts';

/** The built node in n8n's engine sends a coupon to so many users, with the pace that it keeps by itself or without one. */
export function sendNode(
	credential: CredentialValues,
	count: number,
	pace: 'paced' | 'unpaced',
): Client {
	const parameters: INodeParameters = pace === 'paced' ? send : sendUnpaced;
	const rows = sendingRows(count);
	return {
		name: 'this node in n8n',
		run: () => timed(() => runNode(credential, parameters, rows, count)),
	};
}

function sendWith(
	name: string,
	client: { post(target: string, body: object): Promise<unknown> },
	count: number,
	sideBySide: number,
): Client {
	return {
		name: `${name}, ${sideBySide > 1 ? `${sideBySide} at a time` : 'one by one'}`,
		run: () =>
			timed(async () => {
				const rows = sendingRows(count).values();
				const work = async (): Promise<void> => {
					for (const row of rows) {
						const { target, body } = sendingOf(row);
						await client.post(target, body);
					}
				};
				await Promise.all(Array.from({ length: sideBySide }, work));
			}),
	};
}

/** The bare client. */
export function sendBare(credential: CredentialValues, count: number): Client {
	return sendWith('bare client', new BareClient(credential), count, 1);
}

/** n8n's request helper without a node, so many calls at a time. */
export function sendHelper(
	credential: CredentialValues,
	count: number,
	sideBySide: number,
): Client {
	return sendWith(HELPER, new HelperClient(credential), count, sideBySide);
}
