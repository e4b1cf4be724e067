import type { Account } from '../account';
import { fillPath, writeQuery, type TargetValue } from '../../wechatpay/requestTarget';

/** How many calls WeChat Pay takes from a merchant at one endpoint. */
export interface Quota {
	calls: number;
	per: 'second' | 'minute';
}

/** A documented endpoint as data. Adding one adds no code to the transport. */
export interface Endpoint {
	method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
	/** path with `{placeholders}` named after the values that go there */
	path: string;
	/** `undefined` when none is documented */
	quota?: Quota;
	/** the official page that this follows; for some endpoints none was found */
	documentationUrl?: string;
	/** whether the documentation says that the answer carries no signature */
	mayBeUnsigned?: boolean;
	/** a call that is made again does its work again, so that none is whose work may be done */
	repeatsWork?: boolean;
}

/** What a call sends behind its headers: an object as JSON text, or bytes that are ready, such as a multipart body. */
export type CallBody = { json: object } | { contentType: string; bytes: Buffer };

/** A call with every value in its place, under WeChat Pay's names. */
export interface Call {
	endpoint: Endpoint;
	path: Record<string, string>;
	/** objects are sent as JSON text, `undefined` is left out */
	query: Record<string, TargetValue | undefined>;
	body?: CallBody;
	/** beside the ones that every call has, such as `Idempotency-Key` */
	headers?: Record<string, string>;
}

/** A call as it is sent, before it is signed. */
export interface CallRequest {
	method: Endpoint['method'];
	/** path and query, percent-encoded */
	target: string;
	headers: Record<string, string>;
	/** `undefined` when the call has none */
	body: string | Buffer | undefined;
	/** whether an answer without any signature is taken */
	mayBeUnsigned: boolean;
	/** tells the texts and numbers that it sends, under WeChat Pay's names, so that a message can name them */
	values(): Record<string, string>;
}

/**
 * Makes the call of an account of that of a page: at its own endpoint, without what WeChat Pay knows from its
 * signature; without a body when nothing else was in it.
 */
export function callOf({ endpointOf, implies }: Account, call: Call): Call {
	const without = <T extends object>(values: T): T =>
		Object.fromEntries(Object.entries(values).filter(([wire]) => !implies(wire))) as T;
	const { endpoint, path, query, body } = call;
	const own = {
		...call,
		endpoint: endpointOf(endpoint),
		path: without(path),
		query: without(query),
	};
	if (body === undefined || 'bytes' in body) return own;
	const json = without(body.json);
	const isEmptied = Object.keys(json).length === 0 && Object.keys(body.json).length > 0;
	return { ...own, body: isEmptied ? undefined : { json } };
}

function valuesOf({ path, query, body }: Call): Record<string, string> {
	const json = body && 'json' in body ? body.json : {};
	const sent: Array<[string, unknown]> = [json, query, path].flatMap((part) =>
		Object.entries(part),
	);
	return Object.fromEntries(
		sent
			.filter(([, value]) => typeof value === 'string' || typeof value === 'number')
			.map(([name, value]) => [name, String(value)]),
	);
}

/**
 * Writes a call down as it goes over the wire.
 *
 * @throws TargetError when a value of the path is missing or cannot be sent
 */
export function requestOf(call: Call): CallRequest {
	const { endpoint, path, query, body, headers } = call;
	const request = {
		values: () => valuesOf(call),
		method: endpoint.method,
		target: fillPath(endpoint.path, path) + writeQuery(query),
		headers: { Accept: 'application/json', ...headers },
		mayBeUnsigned: endpoint.mayBeUnsigned ?? false,
	};
	if (body === undefined) return { ...request, body: undefined };
	if ('json' in body) return { ...request, body: JSON.stringify(body.json) };
	const { contentType, bytes } = body;
	return { ...request, headers: { ...request.headers, 'Content-Type': contentType }, body: bytes };
}
