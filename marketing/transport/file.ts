import { createHash } from 'node:crypto';
import type { IExecuteFunctions } from 'n8n-workflow';
import type { FileHash } from '../../wechatpay/fileHash';
import { mayBeSigned } from '../../wechatpay/hosts';
import type { Caller, Destination } from './attempt';
import { CallError, foreignFile, forgedFile, unansweredCall, unusableFile } from './callError';
import { noAnswerOf } from './noAnswer';
import { isGood, refusalOf, send, type RequestContext } from './send';
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

async function beginningOf(body: FileBody): Promise<Buffer> {
	const chunks: Buffer[] = [];
	let length = 0;
	for await (const chunk of body as AsyncIterable<Buffer>) {
		chunks.push(chunk);
		length += chunk.length;
		if (length >= LONGEST_REFUSAL) break;
	}
	return Buffer.concat(chunks);
}

/** Gives what comes in, and ends well only when all of it fits the hash. */
async function* checked(
	source: AsyncIterable<Buffer>,
	{ hash, most }: RemoteFile,
	onBytes: (bytes: number) => void,
): AsyncGenerator<Buffer> {
	const found = createHash(hash.kind);
	let length = 0;
	for await (const chunk of source) {
		length += chunk.length;
		onBytes(length);
		if (length > most.bytes) {
			throw unusableFile('FILE_TOO_LARGE', {
				meaning: `The file is larger than ${Math.floor(most.bytes / 1024 ** 2)} MB`,
				remedy: most.remedy,
			});
		}
		found.update(chunk);
		yield chunk;
	}
	if (found.digest('hex') !== hash.value) throw forgedFile(hash.kind);
}

/** A stream like another one: Node's own class of streams cannot be imported here. */
function streamOf(pieces: AsyncIterable<Buffer>, like: FileBody): FileBody {
	return (like.constructor as unknown as FileBodyClass).from(pieces, { objectMode: false });
}

/** n8n's request helper waits for the beginning of an answer only: this tells when one comes to a halt. */
async function isSilent(
	received: () => number,
	silence: number,
	{ wait }: Timing,
	signal: AbortSignal,
): Promise<boolean> {
	for (let before = -1; before !== received(); ) {
		before = received();
		const isOver = await wait(silence, signal).then(
			() => false,
			() => true,
		);
		if (isOver) return false;
	}
	return true;
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
	{ timing, signal }: { timing: Timing; signal: AbortSignal | undefined },
	receive: (body: FileBody) => Promise<T>,
): Promise<T> {
	if (!mayBeSigned(file.url, merchant.baseUrl)) throw foreignFile(file.url.host);
	const over = new AbortController();
	const end = AbortSignal.any(signal ? [signal, over.signal] : [over.signal]);
	const url = origin + file.url.pathname + file.url.search;
	const headers = { Accept: '*/*' };
	const request = { method: 'GET', url, headers, timeout, encoding: 'stream' } as const;
	const response = await send(context, credential, request, end);
	const raw = response.body as FileBody;
	let broken: unknown;
	const onError = (error: unknown) => {
		broken ??= error;
	};
	raw.on('error', onError);
	if (!isGood(response)) throw refusalOf(words, response, await beginningOf(raw), {});

	let received = 0;
	const pieces = checked(raw as AsyncIterable<Buffer>, file, (bytes) => {
		received = bytes;
	});
	const body = streamOf(pieces, raw);
	body.on('error', onError);
	const watching = isSilent(() => received, timeout, timing, end).then((silent) => {
		if (silent) onError(unansweredCall({ code: 'ETIMEDOUT' }));
		over.abort();
	});
	let failure: unknown;
	try {
		return await receive(body);
	} catch (error) {
		failure = error;
	} finally {
		over.abort();
		await watching;
	}
	// Who stores the stream may put the reason for its end into words of its own.
	const reason = [broken, failure].find((error) => error instanceof CallError) ?? broken ?? failure;
	const noAnswer = reason instanceof CallError ? undefined : noAnswerOf(reason, url);
	throw noAnswer ? unansweredCall(noAnswer) : reason;
}
