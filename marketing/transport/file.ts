import { createHash, type Hash } from 'node:crypto';
import type { IExecuteFunctions } from 'n8n-workflow';
import type { FileHash } from '../../wechatpay/fileHash';
import { mayBeSigned } from '../../wechatpay/hosts';
import type { Caller, Destination } from './attempt';
import { BASE_URL } from '../words/labels';
import type { Explanation } from '../words/told';
import { CallError } from './callError';
import { noAnswerOf, unansweredCall } from './noAnswer';
import { isGood, refusalOf, send, type RequestContext } from './send';
import { withTimeout, type Waiting } from './timeout';
import type { Timing } from './timing';

/** A file that an answer of WeChat Pay named. */
export interface RemoteFile {
	url: URL;
	hash: FileHash;
	/** bytes that are taken at most, and what to do when there are more: a sentence */
	most: { bytes: number; remedy: string };
}

/** A stream of bytes, as n8n makes and takes them. */
export type FileBody = Exclude<
	Parameters<IExecuteFunctions['helpers']['prepareBinaryData']>[0],
	Buffer
>;

interface FileBodyClass {
	from(pieces: AsyncIterable<Buffer>, options: { objectMode: boolean }): FileBody;
}

/** Bytes of a refusal that are read at most. */
const LONGEST_REFUSAL = 64 * 1024;

/** @returns as much of a refusal as comes */
async function beginningOf(body: FileBody): Promise<Buffer> {
	const chunks: Buffer[] = [];
	let length = 0;
	try {
		for await (const chunk of body as AsyncIterable<Buffer>) {
			chunks.push(chunk);
			length += chunk.length;
			if (length >= LONGEST_REFUSAL) break;
		}
	} catch {
		// Its status, which has come, says that it was refused.
	}
	return Buffer.concat(chunks);
}

/** A file on a host that gets no signature, so that it was not fetched. */
function foreignFile(host: string): CallError {
	return new CallError(
		`The file was not fetched: it is on ${host}, which is neither WeChat Pay nor ${BASE_URL}`,
		{
			condition: 'unsendable',
			code: 'FOREIGN_FILE',
			remedy: `Check ${BASE_URL} in the credential, and any proxy on the way.`,
		},
	);
}

/** A file that is not the one that WeChat Pay named, so nothing of it is used. */
function forgedFile(kind: string): CallError {
	const reason = `the ${kind.toUpperCase()} hash of the file is not the one that WeChat Pay gave`;
	return new CallError(`The file was not used: ${reason}`, {
		condition: 'forgedFile',
		code: 'UNVERIFIED_HASH',
		remedy: `Run the workflow again. If the message stays, the file is changed on its way: check ${BASE_URL} in the credential, and any proxy.`,
		reason,
	});
}

/** A file that was fetched, or begun to be, and cannot be used as it was wanted. */
export function unusableFile(code: string, { meaning, remedy }: Explanation): CallError {
	return new CallError(meaning, { condition: 'unusableFile', code, remedy });
}

/** What is known of a file while it comes in. */
interface Transfer {
	/** bytes that came */
	received: number;
	waiting: Waiting;
	/** why it does not come to its end, or not as the one that was named */
	broken?: unknown;
}

/** @returns the next piece; `undefined` behind the last one, when all of them fit the hash */
async function nextPiece(
	source: AsyncIterator<Buffer>,
	found: Hash,
	{ hash, most }: RemoteFile,
	transfer: Transfer,
): Promise<Buffer | undefined> {
	const { done, value } = await transfer.waiting.for(source.next());
	if (done) {
		if (found.digest('hex') === hash.value) return undefined;
		throw forgedFile(hash.kind);
	}
	transfer.received += value.length;
	transfer.waiting.received(value.length);
	if (transfer.received > most.bytes) {
		throw unusableFile('FILE_TOO_LARGE', {
			meaning: `The file is larger than ${Math.floor(most.bytes / 1024 ** 2)} MB`,
			remedy: most.remedy,
		});
	}
	found.update(value);
	return value;
}

/**
 * Gives what comes in, and ends well only when all of it fits the hash. What keeps it from that is noted: who
 * reads may put it into words of its own, and may fail by itself.
 */
async function* checked(
	body: AsyncIterable<Buffer>,
	file: RemoteFile,
	transfer: Transfer,
): AsyncGenerator<Buffer> {
	const source = body[Symbol.asyncIterator]();
	const found = createHash(file.hash.kind);
	try {
		for (;;) {
			const next = nextPiece(source, found, file, transfer);
			next.catch((error: unknown) => (transfer.broken ??= error));
			const piece = await next;
			if (piece === undefined) return;
			yield piece;
		}
	} finally {
		await source.return?.();
	}
}

/** A stream like another one: Node's own class of streams cannot be imported here. */
function streamOf(pieces: AsyncIterable<Buffer>, like: FileBody): FileBody {
	return (like.constructor as unknown as FileBodyClass).from(pieces, { objectMode: false });
}

/**
 * Has a file read that has begun to come in.
 *
 * @param url where it comes from
 * @throws CallError when it does not come, or does not fit; what `receive` throws
 */
async function read<T>(
	raw: FileBody,
	file: RemoteFile,
	{ url, waiting }: { url: string; waiting: Waiting },
	receive: (body: FileBody) => Promise<T>,
): Promise<T> {
	const transfer: Transfer = { received: 0, waiting };
	const body = streamOf(checked(raw as AsyncIterable<Buffer>, file, transfer), raw);
	body.on('error', () => {});
	let failure: unknown;
	let broken: unknown;
	try {
		return await receive(body);
	} catch (error) {
		failure = error;
		// What breaks from now on, breaks because nobody reads any more.
		({ broken } = transfer);
	}
	if (broken === undefined) throw failure;
	if (broken instanceof CallError) throw broken;
	throw noAnswerOf(broken, url) ?? unansweredCall('lost', 'NO_ANSWER');
}

/**
 * Fetches a file once, signed, from WeChat Pay's hosts and the base URL only. It is unsigned, so that it counts
 * only when it fits its hash.
 *
 * @param signal aborts when the user stops the execution
 * @param receive reads the body to its end, which fails when the file does not fit
 * @throws CallError when the file cannot be had or does not fit, and what `receive` throws
 */
export async function fetchFile<T>(
	context: RequestContext,
	{ credential, merchant, words }: Caller,
	file: RemoteFile,
	{ origin, timeout }: Destination,
	limits: { timing: Timing; signal: AbortSignal | undefined },
	receive: (body: FileBody) => Promise<T>,
): Promise<T> {
	if (!mayBeSigned(file.url, merchant.baseUrl)) throw foreignFile(file.url.host);
	const url = origin + file.url.pathname + file.url.search;
	const headers = { Accept: '*/*' };
	const request = { method: 'GET', url, headers, timeout, encoding: 'stream' } as const;
	const outcome = await withTimeout(timeout, limits, async (waiting, end) => {
		const response = await waiting.for(send(context, credential, request, end));
		waiting.restart();
		const raw = response.body as FileBody;
		// What is wrong is told by reading; unheard, it would end the process.
		raw.on('error', () => {});
		if (isGood(response)) return await read(raw, file, { url, waiting }, receive);
		return refusalOf(words, response, await waiting.for(beginningOf(raw)), {});
	});
	if (outcome instanceof CallError) throw outcome;
	return outcome;
}
