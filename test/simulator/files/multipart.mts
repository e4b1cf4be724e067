import { type IncomingHttpHeaders } from 'node:http';

/** What a request with parts holds. */
export interface Parts {
	/** The text of the part `meta`; undefined unless there is just one. */
	meta?: string;
	/** The part `file`. */
	file?: { name: string; type: string; bytes: Buffer };
	names: string[];
}

/** Whether a request has parts. */
export const isMultipart = (headers: IncomingHttpHeaders) =>
	/^multipart\/form-data\s*;/i.test(headers['content-type'] ?? '');

/** A part as it came. */
interface Part {
	name: string;
	fileName?: string;
	type: string;
	bytes: Buffer;
}

const END_OF_HEADERS = Buffer.from('\r\n\r\n');

/** What a header of a part says under a name, such as `name` in `form-data; name="meta";`. */
const said = (header: string, name: string) =>
	new RegExp(`;\\s*${name}="([^"]*)"`, 'i').exec(header)?.[1];

/** One part, its headers and its bytes; undefined when it is none, or has no name. */
function partOf(text: Buffer): Part | undefined {
	const end = text.indexOf(END_OF_HEADERS);
	if (end < 0) return undefined;
	const headers = new Map(
		text
			.toString('utf8', 0, end)
			.split('\r\n')
			.map((line) => line.split(/:(.*)/, 2).map((half) => half.trim()))
			.map(([name = '', value = '']) => [name.toLowerCase(), value]),
	);
	const disposition = headers.get('content-disposition') ?? '';
	const name = said(disposition, 'name');
	if (!/^form-data\s*;/i.test(disposition) || name === undefined) return undefined;
	return {
		name,
		fileName: said(disposition, 'filename'),
		type: headers.get('content-type')?.toLowerCase() ?? '',
		bytes: text.subarray(end + END_OF_HEADERS.length),
	};
}

/**
 * The parts of a request as WeChat Pay's own SDKs write them, a semicolon behind the last name included, which
 * Node's parser refuses; none when one of them is none.
 */
function allParts(headers: IncomingHttpHeaders, body: Buffer): Part[] {
	const [, boundary] = /boundary="?([^";]+)/i.exec(headers['content-type'] ?? '') ?? [];
	if (boundary === undefined) return [];
	const delimiter = Buffer.from(`\r\n--${boundary}`);
	const text = Buffer.concat([Buffer.from('\r\n'), body]);
	const parts: Array<Part | undefined> = [];
	let start = text.indexOf(delimiter) + delimiter.length;
	for (;;) {
		const end = text.indexOf(delimiter, start);
		if (text.toString('latin1', start, start + 2) === '--') break;
		parts.push(end < 0 ? undefined : partOf(text.subarray(start + 2, end)));
		if (end < 0) break;
		start = end + delimiter.length;
	}
	const found = parts.filter((part) => part !== undefined);
	return found.length === parts.length ? found : [];
}

/** The parts of a request; none when they cannot be read. */
export function partsOf(headers: IncomingHttpHeaders, body: Buffer): Parts {
	const parts = allParts(headers, body);
	const [meta, ...others] = parts.filter(({ name }) => name === 'meta');
	const file = parts.find(({ name, fileName }) => name === 'file' && fileName !== undefined);
	return {
		names: parts.map(({ name }) => name),
		...(meta && others.length === 0 && { meta: meta.bytes.toString() }),
		...(file && { file: { name: file.fileName!, type: file.type, bytes: file.bytes } }),
	};
}

/** What of a request's body is signed: of an upload its part `meta`, or nothing when it has none. */
export function signedBytes(headers: IncomingHttpHeaders, body: Buffer): Buffer {
	if (!isMultipart(headers)) return body;
	return Buffer.from(partsOf(headers, body).meta ?? '');
}
