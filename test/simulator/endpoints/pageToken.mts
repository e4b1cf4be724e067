import { createHash } from 'node:crypto';

// These bytes make every token begin with `+/`, so that a client that puts it into its query
// without percent-encoding is found out.
const PREFIX = Buffer.from([0xfb, 0xf0]);

/** An opaque token that continues a stock's list after a store. */
export function pageToken(stock: readonly string[], lastStoreId: string): string {
	return Buffer.concat([PREFIX, fingerprint(stock), Buffer.from(lastStoreId)]).toString('base64');
}

/** The store after which the token continues; undefined when it is not a token of this stock. */
export function storeBeforePage(stock: readonly string[], token: string): string | undefined {
	const lastStoreId = Buffer.from(token, 'base64')
		.subarray(PREFIX.length + fingerprint(stock).length)
		.toString();
	return pageToken(stock, lastStoreId) === token ? lastStoreId : undefined;
}

const fingerprint = (stock: readonly string[]) =>
	createHash('sha256').update(JSON.stringify(stock)).digest().subarray(0, 8);
