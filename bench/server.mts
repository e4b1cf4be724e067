import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { AuthorizationCheck, MERCHANT_AUTHORIZATION } from '../test/simulator/authorization.mts';
import { newCredential } from '../test/simulator/credential.mts';
import { errorAnswer } from '../test/simulator/errorAnswer.mts';
import { signedBytes } from '../test/simulator/files/multipart.mts';
import { FILE_PATH, ReportFiles } from '../test/simulator/files/reportFiles.mts';
import { Quota } from '../test/simulator/quota.mts';
import { rateLimitExceeded, Refusal, unknownPath } from '../test/simulator/refusals.mts';
import { MCHID } from '../test/simulator/shop.mts';
import { type Answer, signedAnswer } from '../test/simulator/signedAnswer.mts';
import { bytesOf, write } from '../test/simulator/transport.mts';
import { splitUrl } from '../test/simulator/weChatPay.mts';
import { type Counts, type Question, type Settings } from './serverProcess.mts';
import { endpointFor } from './serverWork.mts';

/** Seconds for which a signed answer is sent again to the same question; a client takes 300. */
const FRESH_FOR = 60;

const { credential, keys } = await newCredential(MCHID);
const check = new AuthorizationCheck(
	{ id: credential.mchid, serialNo: credential.serialNo, publicKey: keys.callerPublicKey },
	MERCHANT_AUTHORIZATION,
	Date.now,
);
const files = new ReportFiles(Date.now);
const signedAnswers = new Map<string, { answer: Answer; timestamp: number }>();
let settings: Settings = { latencyMs: 0, quotaPerSecond: 0, stores: 0 };
/** By what they let through: endpoints without a quota of their own share one. */
let quotas = new Map<number, Quota>();
let counts = newCounts();
let firstArrival = 0;

function newCounts(): Counts {
	return { calls: 0, tooMany: 0, refused: 0, milliseconds: 0 };
}

function quotaOf(own: number | undefined): Quota {
	const all = settings.quotaPerSecond;
	const calls = all === 0 ? 0 : (own ?? all);
	const quota = quotas.get(calls) ?? new Quota(calls, Date.now);
	quotas.set(calls, quota);
	return quota;
}

function signOnce(text: string): Answer {
	const timestamp = Math.floor(Date.now() / 1000);
	const known = signedAnswers.get(text);
	if (known && timestamp - known.timestamp < FRESH_FOR) return known.answer;
	const { scheme } = MERCHANT_AUTHORIZATION;
	const signature = { key: keys.privateKey, keyId: credential.publicKeyId, scheme, timestamp };
	const answer = signedAnswer(text, signature);
	signedAnswers.set(text, { answer, timestamp });
	return answer;
}

async function answerTo(
	{ method = '', url = '', headers }: IncomingMessage,
	body: Buffer,
): Promise<Answer> {
	const signed = await signedBytes(headers, body);
	const { path, query } = splitUrl(url);
	try {
		const { authorization } = headers;
		const refusal = check.refusal({ method, url, body: signed, authorization });
		if (refusal) throw refusal;
		if (path === FILE_PATH) return files.answer(query);
		const endpoint = endpointFor(method, path);
		if (!endpoint) throw unknownPath();
		if (!quotaOf(endpoint.quotaPerSecond).take()) throw rateLimitExceeded();
		const answer = endpoint.work({
			path,
			query: new URLSearchParams(query),
			body,
			stores: settings.stores,
			offer: (file) => files.offer(file, `http://${headers.host}`),
		});
		return signOnce(JSON.stringify(answer));
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		counts[error.status === 429 ? 'tooMany' : 'refused']++;
		return errorAnswer(error);
	}
}

async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
	const body = await bytesOf(request);
	if (counts.calls++ === 0) firstArrival = performance.now();
	const slow = settings.latencyMs > 0 ? delay(settings.latencyMs) : undefined;
	const answer = await answerTo(request, body);
	await slow;
	write(response, answer);
	counts.milliseconds = performance.now() - firstArrival;
}

function configure(wanted: Settings): void {
	settings = wanted;
	quotas = new Map();
	check.reset();
	files.reset();
	counts = newCounts();
}

const server = createServer((request, response) => void respond(request, response));
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => {
	const { port } = server.address() as AddressInfo;
	process.send?.({ ...credential, baseUrl: `http://127.0.0.1:${port}` });
});
process.on('message', (question: Question) => {
	if (question !== 'counts') configure(question);
	process.send?.(counts);
});
process.on('disconnect', () => process.exit());
