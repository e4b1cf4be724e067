import type { Credential } from './credential';
import { mayBeSigned } from './hosts';
import { boundaryOf, metaOfBody, metaOfForm } from './multipart';
import { authorization, type SigningMoment } from './requestSignature';
import { writeQuery, type TargetValue } from './requestTarget';
import { trimmedEnd, trimmedStart } from './trimmed';

type HttpHeaders = Record<string, string | number | boolean | object | null | undefined>;

/**
 * An HTTP request as its sender describes it, in old names (`uri`, `form`, `followRedirect`) and new ones.
 * What signing does not touch stays as it is.
 */
export interface HttpOptions {
	method?: string;
	url?: string;
	uri?: string;
	baseURL?: string;
	qs?: Record<string, unknown> | string;
	headers?: HttpHeaders;
	body?: unknown;
	form?: unknown;
	formData?: unknown;
}

/** Replaces what has the same names, so that what is sent is what was signed. */
export interface SignedHttpOptions {
	/** the whole address, its query included */
	url: string;
	uri: string;
	headers: HttpHeaders;
	body: string | Buffer | undefined;
	/** already part of `url` */
	baseURL: undefined;
	qs: undefined;
	/** would replace the signature */
	auth: undefined;
	/** a redirect would carry the signature to another host */
	disableFollowRedirect: true;
	followRedirect: false;
	followAllRedirects: false;
}

/** Why a request cannot be signed: where it goes, or what its body is. */
export type UnsignableReason = 'noAddress' | 'otherHost' | 'form' | 'noMeta' | 'noText';

/** A request that cannot be signed. */
export class UnsignableRequestError extends Error {
	/** @param seen the address that cannot be read, or the host that gets no signature */
	constructor(
		readonly reason: UnsignableReason,
		readonly seen = '',
	) {
		super(reason);
		this.name = 'UnsignableRequestError';
	}
}

function joined(base: string, address: string): string {
	if (address === '') return base;
	return `${trimmedEnd(base, /\//)}/${trimmedStart(address, /\//)}`;
}

function resolveUrl(options: HttpOptions, baseUrl: string): URL {
	const address = options.url ?? options.uri ?? '';
	const isAbsolute = /^([a-z][a-z\d+.-]*:)?\/\//i.test(address);
	const url = isAbsolute ? address : joined(options.baseURL || baseUrl, address);
	if (!URL.canParse(url)) throw new UnsignableRequestError('noAddress', address);
	return new URL(url);
}

function isTargetValue(value: unknown): value is TargetValue {
	return ['string', 'number', 'boolean'].includes(typeof value) || typeof value === 'object';
}

function foldQuery(url: URL, qs: HttpOptions['qs']): string {
	if (qs === undefined) return url.search;
	const added =
		typeof qs === 'string'
			? new URL(`?${qs.replace(/^\?/, '')}`, url).search.slice(1)
			: writeQuery(
					Object.fromEntries(
						Object.entries(qs).filter(
							(entry): entry is [string, TargetValue] =>
								entry[1] !== null && isTargetValue(entry[1]),
						),
					),
				).slice(1);
	const own = url.search.slice(1);
	const query = [own, added].filter((part) => part !== '').join('&');
	return query === '' ? '' : `?${query}`;
}

function isEmptyBody(body: unknown, method: string): boolean {
	if (method === 'GET' || method === 'HEAD') return true;
	if (body === undefined || body === null || body === '') return true;
	const isEmptyObject =
		typeof body === 'object' && !Buffer.isBuffer(body) && Object.keys(body).length === 0;
	return isEmptyObject && method === 'DELETE';
}

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}

/** The HTTP client trims JSON text, and puts quotes around text that is not JSON: bytes stay as they are. */
function wireText(text: string): string | Buffer {
	return isJson(text) ? text.trim() : Buffer.from(text);
}

/** By its tag and not by its prototype: expressions make objects in a realm of their own. */
function isData(body: unknown): boolean {
	const tag = Object.prototype.toString.call(body);
	const isStream = typeof (body as { pipe?: unknown }).pipe === 'function';
	return (tag === '[object Object]' || tag === '[object Array]') && !isStream;
}

/** What is sent, and what of it is signed. */
interface WireBody {
	body: string | Buffer | undefined;
	signed: string | Buffer;
}

function jsonBody(body: unknown, method: string): string | Buffer | undefined {
	if (isEmptyBody(body, method)) return undefined;
	if (Buffer.isBuffer(body)) return body;
	if (typeof body === 'string') return wireText(body);
	if (isData(body)) return JSON.stringify(body);
	throw new UnsignableRequestError('noText');
}

/** Of an upload, WeChat Pay signs the part that describes the file. */
function upload(body: Buffer | undefined, meta: Buffer | undefined): WireBody {
	if (meta) return { body, signed: meta };
	throw new UnsignableRequestError('noMeta');
}

function wireBody(options: HttpOptions, method: string): WireBody {
	if (options.form !== undefined) throw new UnsignableRequestError('form');
	if (options.formData !== undefined) return upload(undefined, metaOfForm(options.formData));
	const body = jsonBody(options.body, method);
	const type = headerOf(options.headers ?? {}, 'content-type');
	if (body === undefined || !/^\s*multipart\//i.test(type)) return { body, signed: body ?? '' };
	const bytes = Buffer.from(body);
	return upload(bytes, metaOfBody(bytes, boundaryOf(type)));
}

function withoutHeaders(headers: HttpHeaders, names: string[]): HttpHeaders {
	return Object.fromEntries(
		Object.entries(headers).filter(([name]) => !names.includes(name.toLowerCase())),
	);
}

function headerOf(headers: HttpHeaders, name: string): string {
	const found = Object.entries(headers).find(([key]) => key.toLowerCase() === name);
	return String(found?.[1] ?? '');
}

function hasHeader(headers: HttpHeaders, name: string): boolean {
	return Object.keys(headers).some((key) => key.toLowerCase() === name);
}

function wireHeaders(given: HttpHeaders, hasBody: boolean, userAgent: string): HttpHeaders {
	const headers = withoutHeaders(given, ['authorization', 'wechatpay-serial']);
	if (!hasHeader(headers, 'accept')) headers.Accept = 'application/json';
	if (!hasHeader(headers, 'user-agent')) headers['User-Agent'] = userAgent;
	if (hasBody && !hasHeader(headers, 'content-type')) headers['Content-Type'] = 'application/json';
	return headers;
}

/**
 * Signs a request, however it is described: resolves the address, folds the query into it, turns the body into what
 * goes on the wire, and signs just that; of an upload the part `meta`. Signing what was already signed signs it anew.
 *
 * @param moment time in seconds and a nonce that was never used
 * @param userAgent the name of the caller's program, for requests without one
 * @throws UnsignableRequestError for any host but WeChat Pay's and that of the base URL, for form data, and for
 * an upload without a `meta` that can be read
 */
export async function signHttpOptions(
	options: HttpOptions,
	credential: Credential,
	moment: SigningMoment,
	userAgent: string,
): Promise<SignedHttpOptions> {
	const url = resolveUrl(options, credential.baseUrl);
	if (!mayBeSigned(url, credential.baseUrl)) {
		throw new UnsignableRequestError('otherHost', url.host);
	}
	const method = (options.method ?? 'GET').toUpperCase();
	const target = url.pathname + foldQuery(url, options.qs);
	const { body, signed } = wireBody(options, method);
	const headers = wireHeaders(options.headers ?? {}, body !== undefined, userAgent);
	headers['Wechatpay-Serial'] = credential.publicKeyId;
	headers.Authorization = await authorization({ method, target, body: signed }, credential, moment);
	return {
		url: url.origin + target,
		uri: url.origin + target,
		headers,
		body,
		baseURL: undefined,
		qs: undefined,
		auth: undefined,
		disableFollowRedirect: true,
		followRedirect: false,
		followAllRedirects: false,
	};
}
