import { createHash } from 'node:crypto';

/** A file to be uploaded. */
export interface Upload {
	/** with its ending, such as `券.png` */
	filename: string;
	/** such as `image/png` */
	type: string;
	bytes: Buffer;
}

/** A body of type `multipart/form-data`. */
export interface MultipartBody {
	/** value of the `Content-Type` header */
	contentType: string;
	body: Buffer;
}

const LINE_END = '\r\n';
const MULTIPART = /^multipart\/form-data\s*;(?:.*;)?\s*boundary=(?:"([^"]+)"|([^\s;"]+))/i;
const META_NAME = /^content-disposition:\s*form-data\s*;(?:.*;)?\s*name="?meta"?\s*(?:;|$)/im;

/** What would end a quoted name is written as browsers do. */
function quoted(name: string): string {
	const escaped = name.replace(/["\r\n]/g, (character) => encodeURIComponent(character));
	return `"${escaped}"`;
}

function part(headers: string[], content: string | Buffer, boundary: string): Buffer {
	const head = [`--${boundary}`, ...headers, '', ''].join(LINE_END);
	return Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from(LINE_END)]);
}

/**
 * Writes the body of an upload: the part `meta`, which names the file and its hash and is all that is signed,
 * and the part `file`.
 *
 * @param boundary 1 to 70 letters and digits that do not occur in the file
 * @see https://pay.weixin.qq.com/docs/merchant/development/interface-rules/image-update-signature.html
 */
export function multipartBody({ filename, type, bytes }: Upload, boundary: string): MultipartBody {
	const sha256 = createHash('sha256').update(bytes).digest('hex');
	const disposition = 'Content-Disposition: form-data; name=';
	return {
		contentType: `multipart/form-data; boundary=${boundary}`,
		body: Buffer.concat([
			part(
				[`${disposition}"meta"`, 'Content-Type: application/json'],
				JSON.stringify({ filename, sha256 }),
				boundary,
			),
			part(
				[`${disposition}"file"; filename=${quoted(filename)}`, `Content-Type: ${type}`],
				bytes,
				boundary,
			),
			Buffer.from(`--${boundary}--${LINE_END}`),
		]),
	};
}

/** @returns the boundary that a `Content-Type` header names; `undefined` when it is of another type */
export function boundaryOf(contentType: string): string | undefined {
	const [, inQuotes, bare] = MULTIPART.exec(contentType.trim()) ?? [];
	return inQuotes ?? bare;
}

/** The parts between the lines that a boundary makes, as they are. */
function partsOf(body: Buffer, boundary: string): Buffer[] {
	const delimiter = Buffer.from(`${LINE_END}--${boundary}`);
	// The first line may be the first of all.
	const text = Buffer.concat([Buffer.from(LINE_END), body]);
	const starts: number[] = [];
	for (let at = text.indexOf(delimiter); at >= 0; at = text.indexOf(delimiter, at + 1)) {
		starts.push(at);
	}
	return starts
		.slice(0, -1)
		.map((start, index) => text.subarray(start + delimiter.length, starts[index + 1]));
}

/**
 * Finds what of an upload is signed.
 *
 * @returns the content of the part `meta`, byte for byte; `undefined` when there is not exactly one
 */
export function metaOfBody(body: Buffer, boundary: string | undefined): Buffer | undefined {
	if (boundary === undefined) return undefined;
	const found = partsOf(body, boundary).flatMap((text) => {
		const end = text.indexOf(LINE_END + LINE_END);
		const isMeta = end >= 0 && META_NAME.test(text.toString('utf8', 0, end));
		return isMeta ? [text.subarray(end + 2 * LINE_END.length)] : [];
	});
	return found.length === 1 ? found[0] : undefined;
}

function contentOf(value: unknown): Buffer | undefined {
	return typeof value === 'string' || Buffer.isBuffer(value) ? Buffer.from(value) : undefined;
}

/**
 * Finds what of an upload is signed, in the forms that HTTP clients make: an object of the
 * package form-data, or the values by their names. The file may be a stream, so the form is not read as a whole.
 *
 * @returns the content of `meta`; `undefined` when there is not exactly one, or it is no text
 */
export function metaOfForm(form: unknown): Buffer | undefined {
	if (typeof form !== 'object' || form === null) return undefined;
	const { _streams: streams, meta } = form as { _streams?: unknown; meta?: unknown };
	if (!Array.isArray(streams)) {
		return contentOf((meta as { value?: unknown } | undefined)?.value ?? meta);
	}
	// For each part its head, its content, and what ends it.
	const found = streams.filter(
		(_, index) => index % 3 === 1 && META_NAME.test(String(streams[index - 1])),
	);
	return found.length === 1 ? contentOf(found[0]) : undefined;
}
