import { createHash } from 'node:crypto';

// These bytes make every token begin with `+/`, so that a client that puts it into its query
// without percent-encoding is found out.
const PREFIX = Buffer.from([0xfb, 0xf0]);

/** An opaque token that continues a list after an item; `owner` says whose list, by its IDs. */
export function pageToken(owner: readonly string[], lastId: string): string {
	return Buffer.concat([PREFIX, fingerprint(owner), Buffer.from(lastId)]).toString('base64');
}

/** The item after which the token continues; undefined when the token is of another list. */
export function idBeforePage(owner: readonly string[], token: string): string | undefined {
	const lastId = Buffer.from(token, 'base64')
		.subarray(PREFIX.length + fingerprint(owner).length)
		.toString();
	return pageToken(owner, lastId) === token ? lastId : undefined;
}

const fingerprint = (owner: readonly string[]) =>
	createHash('sha256').update(JSON.stringify(owner)).digest().subarray(0, 8);
