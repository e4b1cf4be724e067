import { createSign, createVerify, randomBytes } from 'node:crypto';
import { type IncomingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';
import { isJsonObject, type JsonObject } from './json.mts';
import { type Simulator } from './index.mts';

/** A request by hand; what is not given is as WeChat Pay wants it. */
export interface Draft {
	method?: string;
	/** Raw path and query. */
	url: string;
	body?: string | Buffer;
	/** Added to the usual headers; undefined takes one away. */
	headers?: Record<string, string | undefined>;
	/** Replaces pairs of the Authorization header; undefined takes one away. */
	pairs?: Record<string, string | undefined>;
	/** Unix seconds; now unless told. */
	timestamp?: number;
	nonce?: string;
	/** What is signed instead of what is sent. */
	signed?: { method?: string; url?: string; body?: string };
}

/** An answer, its body also as text, and as JSON if it is an object. */
export interface Received {
	status: number;
	headers: IncomingHttpHeaders;
	bytes: Buffer;
	text: string;
	json: JsonObject;
}

/** Signs and sends a request over its own connection; rejects when the connection breaks. */
export async function call(simulator: Simulator, draft: Draft): Promise<Received> {
	const { method = 'GET', url, body = '' } = draft;
	const length = Buffer.byteLength(body);
	const headers = {
		...Object.fromEntries(headersOf(simulator, draft)),
		// Node says of the body of a DELETE by itself neither how long it is nor that it comes in chunks.
		...(length > 0 && { 'Content-Length': length }),
	};
	return await new Promise((resolve, reject) => {
		const { hostname, port } = new URL(simulator.url);
		const outgoing = request(
			{ hostname, port, method, path: url, headers, agent: false },
			(incoming) => {
				const chunks: Buffer[] = [];
				incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
				incoming.on('error', reject);
				incoming.on('end', () => {
					const bytes = Buffer.concat(chunks);
					const text = bytes.toString();
					const { statusCode: status = 0, headers: received } = incoming;
					resolve({ status, headers: received, bytes, text, json: objectOf(text) });
				});
			},
		);
		outgoing.on('error', reject);
		outgoing.end(body);
	});
}

/** Signs and sends a request; gives all that comes over the connection until it ends, as text. */
export async function rawCall(simulator: Simulator, draft: Draft): Promise<string> {
	const { method = 'GET', url, body = '' } = draft;
	const { hostname, port } = new URL(simulator.url);
	const headers = [
		...headersOf(simulator, draft),
		['Host', hostname],
		['Connection', 'close'],
		['Content-Length', String(Buffer.byteLength(body))],
	];
	const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
	const socket = connect(Number(port), hostname);
	socket.write(`${method} ${url} HTTP/1.1\r\n${lines}\r\n`);
	socket.write(body);
	const chunks: Buffer[] = [];
	for await (const chunk of socket) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks).toString();
}

function headersOf(simulator: Simulator, draft: Draft): Array<[name: string, value: string]> {
	const usual = {
		...(isOfBrand(draft) && { 'Wechatpay-Serial': simulator.brandCredential.publicKeyId }),
		Accept: 'application/json',
		'User-Agent': 'simulator-test/1.0',
		...((draft.body ?? '').length > 0 && { 'Content-Type': 'application/json' }),
		Authorization: authorization(simulator, draft),
	};
	return Object.entries({ ...usual, ...draft.headers }).filter(
		(entry): entry is [string, string] => entry[1] !== undefined,
	);
}

/** Whether it is the brand that calls. */
function isOfBrand({ url }: Draft): boolean {
	return url.startsWith('/brand/');
}

/** The Authorization header of a draft. */
export function authorization(simulator: Simulator, draft: Draft): string {
	const ofBrand = isOfBrand(draft);
	const credential = ofBrand ? simulator.brandCredential : simulator.credential;
	const who =
		'brandId' in credential ? { brand_id: credential.brandId } : { mchid: credential.mchid };
	const { method = 'GET', url, body = '', signed = {} } = draft;
	const timestamp = draft.timestamp ?? Math.floor(Date.now() / 1000);
	const nonce = draft.nonce ?? randomBytes(16).toString('hex');
	const signature = createSign('RSA-SHA256')
		.update(`${signed.method ?? method}\n${signed.url ?? url}\n${timestamp}\n${nonce}\n`)
		.update(signed.body ?? body)
		.update('\n')
		.sign(credential.privateKey, 'base64');
	const pairs = Object.entries({
		...who,
		nonce_str: nonce,
		signature,
		timestamp: String(timestamp),
		serial_no: credential.serialNo,
		...draft.pairs,
	}).flatMap(([name, value]) => (value === undefined ? [] : [`${name}="${value}"`]));
	const scheme = ofBrand ? 'WECHATPAY-BRAND-SHA256-RSA2048' : 'WECHATPAY2-SHA256-RSA2048';
	return `${scheme} ${pairs.join(',')}`;
}

/** Whether WeChat Pay's key signed exactly these bytes with the headers of the answer. */
export function isSigned({ credential }: Simulator, { headers, text }: Received): boolean {
	return createVerify('RSA-SHA256')
		.update(`${String(headers['wechatpay-timestamp'])}\n${String(headers['wechatpay-nonce'])}\n`)
		.update(`${text}\n`)
		.verify(credential.publicKey, String(headers['wechatpay-signature']), 'base64');
}

function objectOf(text: string): JsonObject {
	try {
		const parsed: unknown = JSON.parse(text);
		return isJsonObject(parsed) ? parsed : {};
	} catch {
		return {};
	}
}
