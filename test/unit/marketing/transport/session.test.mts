import { describe, expect, jest, test } from '@jest/globals';
import {
	ExpressionError,
	UserError,
	type IAdditionalCredentialOptions,
	type IExecuteFunctions,
	type IHttpRequestOptions,
} from 'n8n-workflow';
import { merchantAccount } from '../../../../marketing/account.ts';
import type { CallError } from '../../../../marketing/transport/callError.ts';
import type { Call, Endpoint } from '../../../../marketing/transport/endpoint.ts';
import { Session } from '../../../../marketing/transport/session.ts';
import { Shared } from '../../../../marketing/transport/shared.ts';
import { CredentialError } from '../../../../marketing/words/credential.ts';
import {
	BACKUP_HOST,
	MAIN_HOST,
	MCHID,
	PUBLIC_KEY_ID,
	SERIAL_NO,
} from '../../helpers/credential.mts';
import { privatePem, publicPem, rsaKeyPair } from '../../helpers/keys.mts';
import { ModelServer } from '../../helpers/modelServer.mts';
import { signedAnswer } from '../../helpers/signedAnswer.mts';
import { VirtualTime } from '../../helpers/virtualTime.mts';

const merchant = rsaKeyPair();
const weChatPay = rsaKeyPair();

const endpoint: Endpoint = {
	method: 'GET',
	path: '/v3/things/{id}',
	documentationUrl: 'https://pay.weixin.qq.com/',
};
const twentyASecond: Endpoint = { ...endpoint, quota: { calls: 20, per: 'second' } };
const settings = { timeout: 1000, maxRetries: 3 };

function look(id: string, at = endpoint): Call {
	return { endpoint: at, path: { id }, query: {} };
}
const write: Call = {
	endpoint: { ...endpoint, method: 'POST' },
	path: { id: '1' },
	query: {},
	body: { json: { state: 'OFF' } },
};

/** Credential values of a merchant, as n8n gives them out. */
function valuesOf(mchid: string, baseUrl: string) {
	return {
		mchid,
		serialNo: SERIAL_NO,
		privateKey: privatePem(merchant.privateKey),
		publicKeyId: PUBLIC_KEY_ID,
		publicKey: publicPem(weChatPay.publicKey),
		baseUrl,
	};
}

/** An answer that WeChat Pay gives instead of its work. */
function refusal(status: number, code = '', headers = {}) {
	return {
		statusCode: status,
		headers,
		body: Buffer.from(code && JSON.stringify({ code, message: '…' })),
	};
}

/** What n8n's helper throws: its own error around the HTTP client's around Node's. */
function thrown(cause: Record<string, unknown>): Error {
	return Object.assign(new Error('n8n says something'), { cause });
}

/** The execution is stopped, and the call is told as one that had no request. */
class Stopped {}

/** What becomes of an attempt: an answer, a status, a code of the network, an answer or error as it is. */
type Step = string | number | object;

/** A session whose attempts come to what the script says, then to answers. */
function scripted(
	script: Step[],
	{
		baseUrl = MAIN_HOST,
		time = new VirtualTime(),
		shared = new Shared(time),
		getCredentials = async () => valuesOf(MCHID, baseUrl),
		answer = async () => signedAnswer(weChatPay.privateKey, time.now()),
	}: {
		baseUrl?: string;
		time?: VirtualTime;
		shared?: Shared;
		getCredentials?: (type: string, item: number) => Promise<unknown>;
		answer?: () => Promise<object>;
	} = {},
) {
	const stop = new AbortController();
	const sent: IHttpRequestOptions[] = [];
	const signers: unknown[] = [];
	const read = jest.fn(getCredentials);
	const context = {
		getNode: () => ({
			name: 'WeChat Pay',
			credentials: { weChatPayMarketingApi: { id: '7', name: 'Shop' } },
		}),
		getCredentials: read,
		helpers: {
			httpRequestWithAuthentication: async (
				_: string,
				options: IHttpRequestOptions,
				{ credentialsDecrypted }: IAdditionalCredentialOptions,
			) => {
				const step = script[sent.length] ?? 'answer';
				sent.push(options);
				signers.push(credentialsDecrypted?.data?.['mchid']);
				if (step === 'answer') return await answer();
				if (typeof step === 'number') return refusal(step);
				if (typeof step === 'string') throw thrown({ code: step });
				if (step instanceof Stopped) {
					stop.abort();
					throw thrown({ isAxiosError: true, code: 'ERR_CANCELED' });
				}
				if (step instanceof Error) throw step;
				return step;
			},
		},
	} as unknown as IExecuteFunctions;
	const session = new Session(context, merchantAccount, shared, stop.signal);
	const fail = async (call: Call, item = 0): Promise<CallError> =>
		await time.runToEnd(
			session.call(call, settings, item).then(
				() => {
					throw new Error('The call gave an answer');
				},
				(error: CallError) => error,
			),
		);
	return { session, time, sent, signers, stop, read, fail };
}

const hostsOf = (sent: IHttpRequestOptions[]) => sent.map(({ url }) => new URL(url).origin);

describe('Session', () => {
	test('goes to the backup host when the main host cannot be reached, and back', async () => {
		const { session, time, sent } = scripted(['ENOTFOUND', 'ECONNREFUSED', 502, 'answer']);
		const result = await time.runToEnd(session.call(look('1'), settings, 0));
		expect(result.data).toEqual({ id: '1' });
		expect(sent.map(({ url }) => url)).toEqual([
			`${MAIN_HOST}/v3/things/1`,
			`${BACKUP_HOST}/v3/things/1`,
			`${MAIN_HOST}/v3/things/1`,
			`${MAIN_HOST}/v3/things/1`,
		]);
		expect(session).toMatchObject({ calls: 4, retries: 3 });
	});

	test('begins at the backup host for five minutes after that, whoever calls', async () => {
		const time = new VirtualTime();
		const shared = new Shared(time);
		const { session } = scripted(['ECONNREFUSED'], { time, shared });
		await time.runToEnd(session.call(look('1'), settings, 0));
		const { session: other, sent } = scripted([], { time, shared });
		await time.runToEnd(other.call(look('1'), settings, 0));
		await time.runToEnd(time.wait(300_000));
		await time.runToEnd(other.call(look('1'), settings, 0));
		expect(hostsOf(sent)).toEqual([BACKUP_HOST, MAIN_HOST]);
	});

	test('stays with a host that the user configured', async () => {
		const { session, time, sent } = scripted(['ENOTFOUND'], { baseUrl: 'https://gateway.example' });
		await time.runToEnd(session.call(look('1'), settings, 0));
		expect(hostsOf(sent)).toEqual(['https://gateway.example', 'https://gateway.example']);
	});

	test.each([
		{ script: ['ECONNRESET'], repeatedBlindly: true },
		{ script: [500], repeatedBlindly: true },
		{ script: ['ECONNREFUSED'], repeatedBlindly: false },
		{ script: [429], repeatedBlindly: false },
		{ script: ['ECONNABORTED', 429], repeatedBlindly: true },
		{ script: [], repeatedBlindly: false },
	])('knows after $script whether work may have been done', async ({ script, repeatedBlindly }) => {
		const { session, time } = scripted(script);
		const result = await time.runToEnd(session.call(look('1'), settings, 0));
		expect(result.wasRepeatedBlindly).toBe(repeatedBlindly);
	});

	test('sends headers and body of the call', async () => {
		const { session, time, sent } = scripted([]);
		const call = { ...write, headers: { 'Idempotency-Key': 'k' } };
		await time.runToEnd(session.call(call, settings, 0));
		expect(sent).toMatchObject([
			{ method: 'POST', headers: { 'Idempotency-Key': 'k' }, body: '{"state":"OFF"}' },
		]);
	});
});

describe('What is true of the work', () => {
	test.each<[string, Step[], Call, Partial<CallError>]>([
		[
			'refused',
			[refusal(404, 'NOT_FOUND')],
			write,
			{ outcome: 'refused', code: 'NOT_FOUND', httpCode: '404' },
		],
		[
			'refused after a lost answer',
			['ECONNRESET', refusal(400, 'INVALID_REQUEST')],
			write,
			{ outcome: 'unknown', code: 'INVALID_REQUEST' },
		],
		[
			'a reading one refused after a lost answer',
			['ECONNRESET', refusal(404, 'NOT_FOUND')],
			look('1'),
			{ outcome: 'refused', code: 'NOT_FOUND' },
		],
		['lost', Array(4).fill('ECONNRESET'), write, { outcome: 'unknown' }],
		['trouble of WeChat Pay', Array(4).fill(503), write, { outcome: 'unknown', httpCode: '503' }],
		['unreachable', Array(4).fill('ECONNREFUSED'), write, { outcome: 'notSent' }],
		['no secure connection', ['CERT_HAS_EXPIRED'], write, { outcome: 'notSent' }],
		[
			'unreachable after a lost answer',
			['ECONNRESET', ...Array(3).fill('ECONNREFUSED')],
			write,
			{ outcome: 'unknown', code: 'ECONNREFUSED' },
		],
		[
			'an answer that nobody foresaw',
			[{ statusCode: 200, headers: {}, body: null }],
			write,
			{ outcome: 'unknown', code: 'UNEXPECTED_ANSWER' },
		],
		['cancelled under way', ['ERR_CANCELED'], write, { outcome: 'unknown' }],
		// The HTTP client tells an answer that had come when Stop was pressed as a call without a request.
		['cancelled when the answer was there', [new Stopped()], write, { outcome: 'unknown' }],
	])('%s', async (_, script, call, expected) => {
		const { fail } = scripted(script);
		expect(await fail(call)).toMatchObject({ name: 'CallError', ...expected });
	});

	test('a write of which nothing is known says so', async () => {
		const { fail } = scripted(Array<Step>(4).fill('ECONNRESET'));
		expect((await fail(write)).message).toBe(
			'The connection to WeChat Pay was lost. It is not known whether WeChat Pay carried the call out',
		);
	});
});

describe('A call that does its work again when it is made again', () => {
	const create: Call = { ...write, endpoint: { ...write.endpoint, repeatsWork: true } };

	test.each<[Step, number]>([
		['ECONNRESET', 1],
		['ETIMEDOUT', 1],
		[500, 1],
		[503, 1],
		['ECONNREFUSED', 4],
	])('after %p it is made %d times', async (step, times) => {
		const { fail, sent } = scripted(Array<Step>(4).fill(step));
		const { outcome } = await fail(create);
		expect(sent).toHaveLength(times);
		expect(outcome).toBe(times === 1 ? 'unknown' : 'notSent');
	});

	test('waits for its turn again when it was one too many', async () => {
		const { session, time, sent } = scripted([429, 429]);
		await time.runToEnd(session.call(create, settings, 0));
		expect(sent).toHaveLength(3);
	});
});

describe('One call too many', () => {
	describe('with patience', () => {
		const impatient = { ...settings, patience: 5000 };

		test('a refusal as one too many is asked again only so long', async () => {
			const { session, time, sent } = scripted(Array<Step>(50).fill(429));
			const failed = session.call(look('1'), impatient, 0);
			await expect(time.runToEnd(failed)).rejects.toMatchObject({ condition: 'tooMany' });
			expect(time.now()).toBeLessThanOrEqual(5000);
			expect(sent.length).toBeGreaterThan(1);
		});

		test('a longer Retry-After ends it at once', async () => {
			const { session, time, sent } = scripted([refusal(429, '', { 'retry-after': '60' })]);
			const failed = session.call(look('1'), impatient, 0);
			await expect(time.runToEnd(failed)).rejects.toMatchObject({ condition: 'tooMany' });
			expect([time.now(), sent.length]).toEqual([0, 1]);
		});

		test('its turn does not come, because others were told to wait: it is not sent', async () => {
			const { session, time, sent } = scripted([refusal(429, '', { 'retry-after': '60' })]);
			const first = session.call(look('1'), settings, 0);
			first.catch(() => undefined);
			await time.runToEnd(time.wait(10));
			const failed = session.call(look('2'), impatient, 0);
			await expect(time.runToEnd(failed)).rejects.toMatchObject({
				condition: 'tooMany',
				outcome: 'notSent',
				message: expect.stringContaining('its turn did not come in time'),
			});
			expect([time.now(), sent.length]).toEqual([5010, 1]);
			await time.runToEnd(first);
		});

		test('an answer that takes longer is waited for', async () => {
			const { session, time } = scripted([], {
				answer: async () => {
					await time.wait(900);
					return signedAnswer(weChatPay.privateKey, time.now());
				},
			});
			const hurried = { ...settings, patience: 100 };
			expect(await time.runToEnd(session.call(look('1'), hurried, 0))).toMatchObject({
				data: { id: '1' },
			});
		});
	});

	test('costs no retry, and waits longer each time', async () => {
		const { session, time } = scripted(Array<Step>(6).fill(429));
		const result = await time.runToEnd(session.call(look('1'), { ...settings, maxRetries: 0 }, 0));
		expect(result).toMatchObject({ data: { id: '1' }, wasRepeatedBlindly: false });
		expect(time.now()).toBe(500 + 1000 + 2000 + 4000 + 8000 + 15_000);
	});

	test('is refused after five minutes, in words that say so', async () => {
		const { fail, time, sent } = scripted(
			Array<Step>(50).fill(refusal(403, 'FREQUENCY_LIMITED', { 'request-id': '0A-1' })),
		);
		const error = await fail(write);
		expect(error).toMatchObject({ outcome: 'refused', code: 'FREQUENCY_LIMITED' });
		expect(error.message).toMatch(/, 24 times within 2\d\d s$/);
		expect(sent).toHaveLength(24);
		expect(time.now()).toBeLessThanOrEqual(300_000);
	});

	test('a hundred calls of an execution meet a server that counts others, too, and none is lost', async () => {
		const time = new VirtualTime();
		const server = new ModelServer(time, { calls: 20, within: 1000 });
		const others = async () => {
			for (let second = 0; second < 20; second++) {
				await Promise.all(Array.from({ length: 10 }, async () => await server.call(60, 30)));
				await time.wait(940);
			}
		};
		const { session } = scripted([], {
			time,
			answer: async () =>
				(await server.call(60, 30)) ? signedAnswer(weChatPay.privateKey, time.now()) : refusal(429),
		});
		const calls = Array.from(
			{ length: 100 },
			async (_, index) => await session.call(look(String(index), twentyASecond), settings, 0),
		);
		const [results] = await time.runToEnd(Promise.all([Promise.all(calls), others()]));
		expect(results).toHaveLength(100);
		expect(session.calls).toBe(100 + session.retries);
	});
});

describe('Requests Per Second', () => {
	const looks = (session: Session, count: number, requestsPerSecond?: number) =>
		Promise.all(
			Array.from(
				{ length: count },
				async () =>
					await session.call(look('1', twentyASecond), { ...settings, requestsPerSecond }, 0),
			),
		);

	test('a lower one slows its own execution, and no other one', async () => {
		const time = new VirtualTime();
		const shared = new Shared(time);
		const [slow, fast] = [1, 2].map(() => scripted([], { time, shared }).session) as [
			Session,
			Session,
		];
		const ends: Record<string, number> = {};
		const end = (name: string) => () => (ends[name] = time.now());
		const work = [looks(slow, 10, 2).then(end('slow')), looks(fast, 18).then(end('fast'))];
		await time.runToEnd(Promise.all(work));
		expect(ends).toEqual({ slow: 4000, fast: 0 });
		expect(slow.waited).toBe(4000);
		expect(fast.waited).toBe(0);
	});

	test.each([0, Infinity])('%d takes the limit off; the calls count for others', async (none) => {
		const time = new VirtualTime();
		const shared = new Shared(time);
		const [free, other] = [1, 2].map(() => scripted([], { time, shared }).session) as [
			Session,
			Session,
		];
		await time.runToEnd(looks(free, 100, none));
		expect(time.now()).toBe(0);
		await time.runToEnd(looks(other, 1));
		expect(time.now()).toBe(1000);
	});

	test('a higher one than documented counts for its execution', async () => {
		const { session, time } = scripted([]);
		await time.runToEnd(looks(session, 100, 50));
		expect(time.now()).toBe(1000);
	});
});

describe('Stop', () => {
	test('ends a wait at once', async () => {
		const { session, sent, stop } = scripted([503]);
		const call = session.call(look('1'), settings, 0);
		setImmediate(() => setImmediate(() => stop.abort()));
		await expect(call).rejects.toMatchObject({ code: 'ERR_CANCELED' });
		expect(sent).toHaveLength(1);
	});

	test('nothing is sent afterwards', async () => {
		const { session, sent, stop } = scripted([]);
		stop.abort();
		await expect(session.call(look('1'), settings, 0)).rejects.toMatchObject({
			outcome: 'notSent',
			code: 'ERR_CANCELED',
		});
		expect(sent).toEqual([]);
	});

	test('what waits for its turn is not sent', async () => {
		const { session, sent, stop } = scripted([]);
		const calls = Array.from({ length: 25 }, async (_, index) =>
			session.call(look(String(index), twentyASecond), settings, 0),
		);
		// Answers are verified in threads of their own, which take their time.
		while (session.calls < 20) await new Promise((resolve) => setImmediate(resolve));
		stop.abort();
		const settled = await Promise.allSettled(calls);
		const notSent = settled.filter(({ status }) => status === 'rejected');
		expect(sent).toHaveLength(20);
		expect(notSent).toHaveLength(5);
		for (const call of notSent) {
			expect(call).toMatchObject({ reason: { outcome: 'notSent', code: 'ERR_CANCELED' } });
		}
		expect(session.calls).toBe(20);
	});
});

describe('What never left n8n', () => {
	const wrapped = (cause: Error) => Object.assign(new Error(cause.message), { cause });

	test('a value that cannot be sent', async () => {
		const { fail, sent } = scripted([]);
		expect(await fail(look(''))).toMatchObject({
			outcome: 'notSent',
			message: 'The value of id is empty',
		});
		expect(sent).toHaveLength(0);
	});

	test('an error while signing counts as no call, and keeps its words', async () => {
		const { fail, session } = scripted([
			wrapped(new CredentialError('Merchant ID in the credential is empty', 'Fill it in.')),
		]);
		expect(await fail(write)).toMatchObject({
			outcome: 'notSent',
			message: 'Merchant ID in the credential is empty',
			remedy: 'Fill it in.',
			condition: 'badCredential',
		});
		expect(session).toMatchObject({ calls: 0, retries: 0 });
	});

	test('what may pass is tried again for a moment, at the same host', async () => {
		const { session, time, sent } = scripted([
			wrapped(new Error('boom')),
			wrapped(new Error('boom')),
		]);
		const result = await time.runToEnd(session.call(write, settings, 0));
		expect(result.wasRepeatedBlindly).toBe(false);
		expect(hostsOf(sent)).toEqual([MAIN_HOST, MAIN_HOST, MAIN_HOST]);
		expect(session).toMatchObject({ calls: 1, retries: 0 });
	});

	test('and then told in its own words', async () => {
		const { fail } = scripted(Array<Step>(4).fill(wrapped(new Error('boom.'))));
		expect(await fail(write)).toMatchObject({
			outcome: 'notSent',
			message: 'The call was not sent: boom',
		});
	});

	test('n8n cannot read its database for two seconds', async () => {
		const { session, time, read } = scripted([], {
			getCredentials: async () => {
				if (time.now() < 2000) throw new Error('SQLITE_BUSY: database is locked');
				return valuesOf(MCHID, MAIN_HOST);
			},
		});
		const calls = ['1', '2'].map((id, item) => session.call(look(id), settings, item));
		expect(await time.runToEnd(Promise.all(calls))).toHaveLength(2);
		expect(read.mock.calls.length).toBeGreaterThan(2);
	});

	test.each([
		[new UserError('Credential with ID "7" does not exist.'), 'badCredential', 0],
		[new ExpressionError('Referenced node is unexecuted'), 'badCredential', 0],
		[new Error('connect ECONNREFUSED 10.0.0.5:5432'), 'notSent', 500 + 1000 + 2000],
	])('the credential cannot be read, case %#', async (error, condition, waited) => {
		const { fail, time, sent, session } = scripted([], {
			getCredentials: async () => await Promise.reject(error),
		});
		const failure = await fail(write);
		expect(failure).toMatchObject({ condition, outcome: 'notSent' });
		expect(failure.message).toContain(error.message.replace(/\.$/, ''));
		// Once: what was waited for in vain is then tried once more without a wait.
		expect(time.now()).toBe(waited);
		expect(sent).toHaveLength(0);
		expect(session.calls).toBe(0);
	});

	test('a proxy that is down is named, and no other host is tried', async () => {
		const down = thrown({
			isAxiosError: true,
			code: 'ECONNREFUSED',
			cause: { code: 'ECONNREFUSED', syscall: 'connect', address: '10.0.0.9', port: 3128 },
		});
		const { fail, sent } = scripted(Array<Step>(4).fill(down));
		expect(await fail(write)).toMatchObject({
			outcome: 'notSent',
			message:
				'The proxy 10.0.0.9:3128 on the way to WeChat Pay could not be reached: the connection was refused',
		});
		expect(hostsOf(sent)).toEqual(Array(4).fill(MAIN_HOST));
	});
});

describe('The credential', () => {
	test('is read once for all calls, and signs them all', async () => {
		const { session, time, read, signers } = scripted([503]);
		const calls = ['1', '2', '3'].map((id, item) => session.call(look(id), settings, item));
		await time.runToEnd(Promise.all(calls));
		expect(session.calls).toBe(4);
		expect(signers).toEqual(Array(4).fill(MCHID));
		// Once for the items, and once for an item that there is not: nothing depends on the item.
		expect(read.mock.calls.map(([, item]) => item)).toEqual([0, -1]);
	});

	const merchants = ['1900000001', '1900000002', '1900000003'];

	test('is that of each item when its fields hold expressions', async () => {
		const { session, time, signers } = scripted([], {
			getCredentials: async (_, item) => valuesOf(merchants[item] ?? '', MAIN_HOST),
		});
		const order = [1, 0, 2, 1];
		for (const item of order) await time.runToEnd(session.call(look('1'), settings, item));
		expect(signers).toEqual(order.map((item) => merchants[item]));
		expect((await session.merchant(2)).callerId).toBe(merchants[2]);
	});

	test('of one item that cannot be read is that item’s alone', async () => {
		const { session, time, fail, sent } = scripted([], {
			getCredentials: async (_, item) => {
				if (item === 1 || item < 0) throw new ExpressionError('No data for this item');
				return valuesOf(merchants[item] ?? '', MAIN_HOST);
			},
		});
		await time.runToEnd(session.call(look('1'), settings, 0));
		expect(await fail(look('1'), 1)).toMatchObject({
			outcome: 'notSent',
			message: expect.stringContaining('No data for this item'),
		});
		await time.runToEnd(session.call(look('1'), settings, 2));
		expect(sent).toHaveLength(2);
	});
});

test('a credential whose quotas four processes share makes a quarter of the calls in a second', async () => {
	const within = async (processes: number): Promise<number> => {
		const getCredentials = async () => ({ ...valuesOf(MCHID, MAIN_HOST), processes });
		const { session, time } = scripted([], { getCredentials });
		const begin = time.now();
		const calls = Array.from(
			{ length: 20 },
			async (_, index) => await session.call(look(String(index), twentyASecond), settings, 0),
		);
		await time.runToEnd(Promise.all(calls));
		return time.now() - begin;
	};
	expect(await within(1)).toBeLessThan(1000);
	expect(await within(4)).toBeGreaterThanOrEqual(3000);
});
