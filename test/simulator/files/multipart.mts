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

/** The parts of a request, found by Node's own parser; none when it finds none. */
export async function partsOf(headers: IncomingHttpHeaders, body: Buffer): Promise<Parts> {
	let form: FormData;
	try {
		const type = { 'Content-Type': headers['content-type']! };
		form = await new Response(new Uint8Array(body), { headers: type }).formData();
	} catch {
		return { names: [] };
	}
	const metas = form.getAll('meta');
	const [meta] = metas;
	const file = form.get('file');
	return {
		names: [...form.keys()],
		...(metas.length === 1 && typeof meta === 'string' && { meta }),
		...(file instanceof File && {
			file: { name: file.name, type: file.type, bytes: Buffer.from(await file.arrayBuffer()) },
		}),
	};
}

/** What of a request's body is signed: of an upload its part `meta`, or nothing when it has none. */
export async function signedBytes(headers: IncomingHttpHeaders, body: Buffer): Promise<Buffer> {
	if (!isMultipart(headers)) return body;
	const { meta = '' } = await partsOf(headers, body);
	return Buffer.from(meta);
}
