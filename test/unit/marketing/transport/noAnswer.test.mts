import { describe, expect, test } from '@jest/globals';
import { REFUSED_CERTIFICATE, type Condition } from '../../../../marketing/transport/conditions.ts';
import { noAnswerOf, unansweredCall } from '../../../../marketing/transport/noAnswer.ts';
import { MAIN_HOST } from '../../helpers/credential.mts';

/** What n8n's helper throws: its own error around the HTTP client's around Node's. */
function thrown(cause: Record<string, unknown>, client: Record<string, unknown> = {}): Error {
	const ofClient = { isAxiosError: true, code: cause['code'], ...client, cause };
	return Object.assign(new Error('n8n says something'), { cause: ofClient });
}

const told = (cause: Record<string, unknown>, client?: Record<string, unknown>) =>
	noAnswerOf(thrown(cause, client), `${MAIN_HOST}/v3/things`);

describe('before anything was sent', () => {
	test.each([
		[{ code: 'ECONNREFUSED', syscall: 'connect' }, 'ECONNREFUSED'],
		[{ code: 'ECONNREFUSED' }, 'ECONNREFUSED'],
		[{ code: 'EHOSTUNREACH', syscall: 'connect' }, 'EHOSTUNREACH'],
		[{ code: 'ENETUNREACH', syscall: 'connect' }, 'ENETUNREACH'],
		[{ code: 'ETIMEDOUT', syscall: 'connect' }, 'CONNECT_ETIMEDOUT'],
		[{ code: 'EACCES', syscall: 'connect' }, 'EACCES'],
		[{ code: 'EMFILE', syscall: 'connect' }, 'EMFILE'],
		[{ code: 'ENOTFOUND', syscall: 'getaddrinfo' }, 'ENOTFOUND'],
		[{ code: 'EAI_AGAIN', syscall: 'getaddrinfo' }, 'EAI_AGAIN'],
		[{ code: 'EAI_FAIL', syscall: 'getaddrinfo' }, 'EAI_FAIL'],
	])('no connection: %j', (cause, code) => {
		expect(told(cause)).toMatchObject({ condition: 'unreachable', outcome: 'notSent', code });
	});

	test('to none of several addresses', () => {
		const errors = [{ code: 'ETIMEDOUT', syscall: 'connect' }];
		expect(told({ code: 'ETIMEDOUT', errors })).toMatchObject({
			condition: 'unreachable',
			code: 'CONNECT_ETIMEDOUT',
			message: 'WeChat Pay could not be reached: no connection came about in time',
		});
	});

	test('no words for a code', () => {
		expect(told({ code: 'EACCES', syscall: 'connect' })?.message).toBe(
			'WeChat Pay could not be reached: no connection came about',
		);
	});

	test.each([...REFUSED_CERTIFICATE])('a certificate is refused: %s', (code) => {
		expect(told({ code })).toMatchObject({
			condition: 'untrusted',
			outcome: 'notSent',
			code,
			message: 'No secure connection to WeChat Pay came about',
		});
	});

	test.each([
		[{ syscall: 'connect', address: '10.0.0.9', port: 3128 }, '10.0.0.9:3128'],
		[{ syscall: 'connect', address: 'fd00::9', port: 3128 }, '[fd00::9]:3128'],
	])('a proxy: %j', (place, proxy) => {
		expect(told({ code: 'ECONNREFUSED', ...place })).toMatchObject({
			condition: 'proxyUnreachable',
			outcome: 'notSent',
			message: `The proxy ${proxy} on the way to WeChat Pay could not be reached: the connection was refused`,
			remedy: expect.stringMatching(/HTTPS_PROXY.* \(ECONNREFUSED\)\.$/),
		});
	});

	test('the name of a proxy', () => {
		const hostname = 'proxy.example';
		expect(told({ code: 'ENOTFOUND', syscall: 'getaddrinfo', hostname })).toMatchObject({
			condition: 'proxyUnreachable',
			message: expect.stringContaining(`The proxy ${hostname} on the way`),
		});
	});

	test.each([
		{ syscall: 'connect', address: '203.0.113.1', port: 443 },
		{ syscall: 'getaddrinfo', hostname: 'api.mch.weixin.qq.com' },
	])('the host itself is no proxy: %j', (place) => {
		expect(told({ code: 'ECONNREFUSED', ...place })?.condition).toBe('unreachable');
	});
});

describe('what may have arrived', () => {
	test.each<[Record<string, unknown>, Condition]>([
		[{ code: 'ECONNRESET', syscall: 'read' }, 'lost'],
		[{ code: 'EHOSTUNREACH', syscall: 'read' }, 'lost'],
		[{ code: 'ENETUNREACH', syscall: 'write' }, 'lost'],
		[{ code: 'EHOSTUNREACH' }, 'lost'],
		[{ code: 'EPIPE', syscall: 'write' }, 'lost'],
		[{ code: 'HPE_INVALID_CONSTANT' }, 'lost'],
		[{ code: 'ERR_BAD_RESPONSE' }, 'lost'],
		[{ code: 'ECONNABORTED' }, 'tooSlow'],
		[{ code: 'ETIMEDOUT', syscall: 'read' }, 'tooSlow'],
		[{ code: 'ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC' }, 'insecure'],
		[{ code: 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED' }, 'insecure'],
		[{ code: 'EPROTO', syscall: 'write' }, 'insecure'],
		[{ code: 'ERR_CANCELED' }, 'cancelledUnderWay'],
	])('%j', (cause, condition) => {
		expect(told(cause)).toMatchObject({ condition, outcome: 'unknown', code: cause['code'] });
	});

	test('a condition without a name', () => {
		const noName = thrown({}, { code: undefined });
		expect(noAnswerOf(noName, MAIN_HOST)).toMatchObject({ condition: 'lost', code: 'NO_ANSWER' });
	});

	test('a code that only n8n tells', () => {
		const ofN8n = Object.assign(new Error('…'), { httpCode: 'ECONNRESET' });
		expect(noAnswerOf(ofN8n, MAIN_HOST)).toMatchObject({ condition: 'lost', code: 'ECONNRESET' });
	});
});

describe('a request that took too long', () => {
	const late = (request: unknown) => told({ code: 'ECONNABORTED' }, { request });

	test.each<[string, object]>([
		['a socket that was never connected', { socket: {} }],
		['no socket yet, as behind a proxy', { socket: null }],
		['a socket without TLS', { socket: { timeout: 300, secureConnecting: true } }],
	])('%s: no connection', (_, request) => {
		expect(late(request)).toMatchObject({
			condition: 'unreachable',
			outcome: 'notSent',
			code: 'CONNECT_ETIMEDOUT',
		});
	});

	test.each<[string, unknown]>([
		['a connected socket', { socket: { timeout: 300 } }],
		['a connected socket with TLS', { socket: { timeout: 300, secureConnecting: false } }],
		['nothing is known of the socket', {}],
		['nothing is known of the request', undefined],
	])('%s: it may have arrived', (_, request) => {
		expect(late(request)).toMatchObject({ condition: 'tooSlow', code: 'ECONNABORTED' });
	});
});

test('a request that was cancelled before it had a connection was not sent', () => {
	const told = (request: unknown) =>
		noAnswerOf(thrown({ code: 'ERR_CANCELED' }, { request }), MAIN_HOST);
	expect(told({ socket: {} })).toMatchObject({
		condition: 'cancelledConnecting',
		outcome: 'notSent',
		message: 'The execution was cancelled while the call was under way',
	});
	expect(told({ socket: { timeout: 300 } })).toMatchObject({
		condition: 'cancelledUnderWay',
		outcome: 'unknown',
	});
});

describe('what never left n8n', () => {
	test.each([
		new Error('boom'),
		'boom',
		undefined,
		Object.assign(new Error('…'), { code: 'ERR_INVALID_CHAR' }),
		Object.assign(new Error('…'), { code: 'ERR_OSSL_UNSUPPORTED' }),
		Object.assign(new Error('…'), { code: 404, httpCode: '404' }),
	])('%p is no condition of the network', (error) => {
		expect(noAnswerOf(error, MAIN_HOST)).toBeUndefined();
	});
});

test('what to do ends with the code', () => {
	expect(unansweredCall('tooSlow', 'ETIMEDOUT')).toMatchObject({
		message: 'WeChat Pay did not answer in time',
		reason: 'WeChat Pay did not answer in time',
		remedy: expect.stringMatching(/^Run the workflow again.* \(ETIMEDOUT\)\.$/),
	});
});
