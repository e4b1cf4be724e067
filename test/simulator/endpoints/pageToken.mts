import { createHash } from 'node:crypto';

// These bytes make every token begin with `+/`, so that a client that puts it into its query
// without percent-encoding is found out.
const PREFIX = Buffer.from([0xfb, 0xf0]);

/** An opaque token that continues a list after an item; `owner` says whose list, by its IDs. */
function pageToken(owner: readonly string[], lastId: string): string {
	return Buffer.concat([PREFIX, fingerprint(owner), Buffer.from(lastId)]).toString('base64');
}

/** The item after which the token continues; undefined when the token is of another list. */
function idBeforePage(owner: readonly string[], token: string): string | undefined {
	const lastId = Buffer.from(token, 'base64')
		.subarray(PREFIX.length + fingerprint(owner).length)
		.toString();
	return pageToken(owner, lastId) === token ? lastId : undefined;
}

const fingerprint = (owner: readonly string[]) =>
	createHash('sha256').update(JSON.stringify(owner)).digest().subarray(0, 8);

/** A page of a list that is ordered by ID. */
export interface Page<T> {
	items: T[];
	/** Of the whole list, on its first page only. */
	totalCount: number | undefined;
	nextPageToken: string | undefined;
}

/**
 * The page of a list that a token asks for, the first one without a token; undefined when the token
 * is of another list. By ID and not by position, so that items that go while a list is read shift
 * nothing.
 */
export function pageOf<T>(
	list: readonly T[],
	options: {
		idOf: (item: T) => string;
		owner: readonly string[];
		token: string | undefined;
		size: number;
	},
): Page<T> | undefined {
	const { idOf, owner, token, size } = options;
	const after = token === undefined ? '' : idBeforePage(owner, token);
	if (after === undefined) return undefined;
	const rest = list.filter((item) => idOf(item) > after);
	const items = rest.slice(0, size);
	const last = items.at(-1);
	return {
		items,
		totalCount: token === undefined ? list.length : undefined,
		nextPageToken:
			last !== undefined && rest.length > items.length ? pageToken(owner, idOf(last)) : undefined,
	};
}
