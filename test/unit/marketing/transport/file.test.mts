import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { describe, expect, jest, test } from '@jest/globals';
import type { IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';
import { fetchFile, type FileBody } from '../../../../marketing/transport/file.ts';
import { merchantWords } from '../../../../marketing/words/merchant.ts';
import { BACKUP_HOST, credentialOf, MAIN_HOST } from '../../helpers/credential.mts';
import { rsaKeyPair } from '../../helpers/keys.mts';
import { VirtualTime } from '../../helpers/virtualTime.mts';

const keys = rsaKeyPair();
const caller = {
	merchant: credentialOf(keys, keys),
	credential: { id: '7', name: 'Shop', type: 'shopApi', data: {} },
	words: merchantWords,
};
const PIECES = ['a,b\r\n', '1,2\r\n', '3,4\r\n'].map((text) => Buffer.from(text));
const ALL = Buffer.concat(PIECES);
const SHA1 = createHash('sha1').update(ALL).digest('hex');

const piecesOf = (pieces: Buffer[]) => Readable.from(pieces, { objectMode: false });

/** Pieces, and then the end of the connection, or nothing more. */
function brokenBy(error?: Error): Readable {
	const body = new Readable({ read: () => undefined });
	for (const piece of PIECES) body.push(piece);
	if (error) setImmediate(() => body.destroy(error));
	return body;
}

const read = async (body: FileBody): Promise<{ text: string }> => {
	const pieces: Buffer[] = [];
	for await (const piece of body as AsyncIterable<Buffer>) pieces.push(piece);
	return { text: Buffer.concat(pieces).toString() };
};

async function fetched({
	time = new VirtualTime(),
	body = piecesOf(PIECES),
	status = 200,
	hash = SHA1,
	bytes = 1000,
	host = MAIN_HOST,
	receive = read,
}: {
	time?: VirtualTime;
	body?: Readable;
	status?: number;
	hash?: string;
	bytes?: number;
	host?: string;
	receive?: (body: FileBody) => Promise<unknown>;
} = {}) {
	const request =
		jest.fn<
			(this: IExecuteFunctions, type: string, options: IHttpRequestOptions) => Promise<object>
		>();
	request.mockImplementation(async function () {
		const signal = this.getExecutionCancelSignal();
		const canceled = Object.assign(new Error('canceled'), { code: 'ERR_CANCELED' });
		signal?.addEventListener('abort', () => body.destroy(canceled));
		return { statusCode: status, headers: {}, body };
	});
	const context = {
		helpers: { httpRequestWithAuthentication: request },
	} as unknown as IExecuteFunctions;
	const file = {
		url: new URL(`${host}/v3/file?token=x`),
		hash: { kind: 'sha1' as const, value: hash },
		most: { bytes, remedy: 'Take less.' },
	};
	const to = { origin: MAIN_HOST, timeout: 1000 };
	const fetching = fetchFile(
		context,
		caller,
		file,
		to,
		{ timing: time, signal: undefined },
		receive,
	).catch((error: unknown) => error);
	return { outcome: await time.runToEnd(fetching), request, body, time };
}

test('gives the whole file, asked for with a signature where it is', async () => {
	const { outcome, request } = await fetched();
	expect(outcome).toEqual({ text: ALL.toString() });
	expect(request.mock.calls[0]?.[1]).toMatchObject({
		method: 'GET',
		url: `${MAIN_HOST}/v3/file?token=x`,
		encoding: 'stream',
		timeout: 1000,
	});
});

test('of the backup host is fetched, too', async () => {
	expect((await fetched({ host: BACKUP_HOST })).outcome).toEqual({ text: ALL.toString() });
});

describe('gives nothing', () => {
	test('of another host, which gets no request', async () => {
		const { outcome, request } = await fetched({ host: 'https://elsewhere.example' });
		expect(outcome).toMatchObject({ condition: 'unsendable', code: 'FOREIGN_FILE' });
		expect(request).not.toHaveBeenCalled();
	});

	test('of a file that does not fit its hash', async () => {
		const { outcome } = await fetched({ hash: '0'.repeat(40) });
		expect(outcome).toMatchObject({ condition: 'forgedFile', code: 'UNVERIFIED_HASH' });
	});

	test('of one that is too large', async () => {
		const { outcome } = await fetched({ bytes: ALL.length - 1 });
		expect(outcome).toMatchObject({
			condition: 'unusableFile',
			code: 'FILE_TOO_LARGE',
			remedy: 'Take less.',
		});
		expect((await fetched({ bytes: ALL.length })).outcome).toEqual({ text: ALL.toString() });
	});

	test('of a refusal', async () => {
		const body = piecesOf([Buffer.from('{"code":"NO_AUTH","message":"无权限"}')]);
		const { outcome } = await fetched({ body, status: 403 });
		expect(outcome).toMatchObject({ condition: 'forbidden', code: 'NO_AUTH' });
	});

	test.each([
		[Object.assign(new Error('aborted'), { code: 'ECONNRESET' }), 'lost', 'ECONNRESET'],
		[new Error('something'), 'lost', 'NO_ANSWER'],
	])('of one that is cut off, case %#', async (error, condition, code) => {
		const { outcome } = await fetched({ body: brokenBy(error) });
		expect(outcome).toMatchObject({ condition, code });
	});

	test('of one that comes to a halt', async () => {
		const { outcome, time } = await fetched({ body: brokenBy() });
		expect(outcome).toMatchObject({ condition: 'tooSlow', code: 'ETIMEDOUT' });
		expect(time.now()).toBe(1100);
	});
});

describe('who reads', () => {
	const full = Object.assign(new Error('ENOSPC: no space left on device, write'), {
		code: 'ENOSPC',
	});

	test.each<[string, (body: FileBody) => Promise<unknown>]>([
		['before it has begun', async () => await Promise.reject(full)],
		[
			'in the middle',
			async (body) => {
				for await (const piece of body as AsyncIterable<Buffer>) if (piece) throw full;
			},
		],
		[
			'as a storage at the end of a pipe',
			async (body) =>
				await pipeline(body, async function (pieces) {
					for await (const piece of pieces) if (piece) throw full;
				}),
		],
	])('fails by itself %s: that is no network', async (_, receive) => {
		const many = piecesOf(Array<Buffer>(1000).fill(Buffer.alloc(1000)));
		const { outcome, body } = await fetched({ body: many, bytes: Infinity, receive });
		expect(outcome).toBe(full);
		expect(body.destroyed).toBe(true);
	});

	test('has words of its own for a file that breaks: what broke it is told', async () => {
		const { outcome } = await fetched({
			body: brokenBy(Object.assign(new Error('aborted'), { code: 'ECONNRESET' })),
			receive: async (body) =>
				await read(body).catch(async () => await Promise.reject(new Error('Nothing stored'))),
		});
		expect(outcome).toMatchObject({ condition: 'lost', code: 'ECONNRESET' });
	});
});

describe('Timeout', () => {
	const KB = Buffer.alloc(1024);

	/** So many KB come each time, after so many milliseconds, so many times. */
	function coming(time: VirtualTime, kilobytes: number, pause: number, times = Infinity) {
		const piece = Buffer.concat(Array<Buffer>(kilobytes).fill(KB));
		const body = new Readable({ read: () => undefined });
		const send = async () => {
			for (let come = 0; come < times; come++) {
				await time.wait(pause);
				if (body.destroyed) return;
				body.push(piece);
			}
			body.push(null);
		};
		void send();
		const whole = Buffer.concat(Array<Buffer>(times === Infinity ? 0 : times).fill(piece));
		return {
			time,
			body,
			bytes: Infinity,
			hash: createHash('sha1').update(whole).digest('hex'),
		};
	}

	/** Reads a file, and stores each piece for so many milliseconds, and at the end the whole file. */
	const storing = (time: VirtualTime, pause: number) => async (body: FileBody) => {
		let stored = 0;
		for await (const piece of body as AsyncIterable<Buffer>) {
			await time.wait(pause);
			stored += piece.length;
		}
		await time.wait(pause);
		return { stored };
	};

	test.each([
		[1, 100],
		[63, 1000],
		[30, 500],
	])('ends a file of which %d KB come every %d ms', async (kilobytes, pause) => {
		const { outcome, body, time } = await fetched(coming(new VirtualTime(), kilobytes, pause));
		expect(outcome).toMatchObject({ condition: 'tooSlow', code: 'ETIMEDOUT' });
		expect(time.now()).toBe(1100);
		expect(body.destroyed).toBe(true);
	});

	test.each([
		[64, 900, 20],
		[1, 10, 1000],
		[1, 90, 10],
	])('lets a file go on of which %d KB come every %d ms', async (kilobytes, pause, times) => {
		const { outcome } = await fetched(coming(new VirtualTime(), kilobytes, pause, times));
		expect(outcome).toEqual({ text: '\0'.repeat(kilobytes * 1024 * times) });
	});

	test('does not count what it takes to store a file, in the middle or at the end', async () => {
		const time = new VirtualTime();
		const given = { ...coming(time, 32, 200, 8), receive: storing(time, 20_000) };
		const { outcome, request } = await fetched(given);
		expect(outcome).toEqual({ stored: 8 * 32 * 1024 });
		expect(request).toHaveBeenCalledTimes(1);
		expect(time.now()).toBeGreaterThan(60_000);
	});

	test('ends one that comes to a halt while it is stored slowly', async () => {
		const time = new VirtualTime();
		const { outcome } = await fetched({ time, body: brokenBy(), receive: storing(time, 20_000) });
		expect(outcome).toMatchObject({ condition: 'tooSlow' });
	});

	test('ends a refusal, of which its status is told', async () => {
		const halted = await fetched({ body: brokenBy(), status: 403 });
		expect(halted.outcome).toMatchObject({ condition: 'forbidden', code: 'HTTP_403' });
		expect(halted.time.now()).toBe(1100);
		const dripping = await fetched({ ...coming(new VirtualTime(), 1, 100), status: 503 });
		expect(dripping.outcome).toMatchObject({ condition: 'unavailable', code: 'HTTP_503' });
		expect(dripping.time.now()).toBe(1100);
	});
});
