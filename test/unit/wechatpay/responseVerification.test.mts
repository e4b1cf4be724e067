import { createSign } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openAnswer } from '../../../wechatpay/responseVerification.ts';
import type {
	FailedCheck,
	SignedMessage,
	VerificationKey,
} from '../../../wechatpay/signedMessage.ts';
import { BRAND_SCHEME } from '../../../wechatpay/scheme.ts';
import { PUBLIC_KEY_ID, SCHEME } from '../helpers/credential.mts';
import { rsaKeyPair } from '../helpers/keys.mts';
import { runs } from '../helpers/runs.mts';

const weChatPay = rsaKeyPair();
const stranger = rsaKeyPair();
const key: VerificationKey = {
	scheme: SCHEME,
	publicKeyId: PUBLIC_KEY_ID,
	publicKey: weChatPay.publicKey,
};
const NOW = 1554209980;
const NONCE = 'c5ac7061fccab6bf3e254dcf98995b8c';
const BODY = Buffer.from('{"stock_name":"八月一日活动券","total":9007199254740993}');

type Headers = Record<
	'Wechatpay-Timestamp' | 'Wechatpay-Nonce' | 'Wechatpay-Signature' | 'Wechatpay-Serial',
	string
>;
interface Signed {
	headers: Headers;
	body: Buffer;
}

/** An answer as WeChat Pay makes it. */
function answerOf(body: Buffer, timestamp: string | number = NOW, nonce = NONCE): Signed {
	const signature = createSign('sha256')
		.update(`${timestamp}\n${nonce}\n`)
		.update(body)
		.update('\n')
		.sign(weChatPay.privateKey, 'base64');
	return {
		headers: {
			'Wechatpay-Timestamp': String(timestamp),
			'Wechatpay-Nonce': nonce,
			'Wechatpay-Signature': signature,
			'Wechatpay-Serial': PUBLIC_KEY_ID,
		},
		body,
	};
}

function changed({ headers, body }: Signed, others: Partial<Headers>): Signed {
	return { headers: { ...headers, ...others }, body };
}

async function refusalOf(answer: SignedMessage, now = NOW): Promise<FailedCheck | undefined> {
	const opened = await openAnswer(answer, key, now);
	return 'refusal' in opened ? opened.refusal : undefined;
}

const right = answerOf(BODY);
const signature = right.headers['Wechatpay-Signature'];

describe('a right answer', () => {
	test.each([
		['JSON with Chinese text', BODY],
		['no body', Buffer.alloc(0)],
		['a body that ends in a line feed', Buffer.from('{}\n')],
		['a body with Windows line ends', Buffer.from('{\r\n}\r\n')],
		['bytes that are not UTF-8', Buffer.from([0xff, 0xfe, 0x00, 0x0a, 0xc3])],
	])('%s', async (_, body) => {
		expect(await openAnswer(answerOf(body), key, NOW)).toEqual({ body });
	});

	test.each<[string, (name: string) => string]>([
		['lower case', (name) => name.toLowerCase()],
		['upper case', (name) => name.toUpperCase()],
	])('headers in %s, between others', async (_, rename) => {
		const entries = Object.entries(right.headers).map(([name, value]) => [rename(name), value]);
		const headers = { ...Object.fromEntries(entries), date: 'today', 'set-cookie': ['a', 'b'] };
		expect(await openAnswer({ headers, body: BODY }, key, NOW)).toEqual({ body: BODY });
	});

	test.each([-299, -1, 0, 1, 299])('a clock that differs by %d seconds', async (seconds) => {
		expect(await refusalOf(answerOf(BODY, NOW + seconds))).toBeUndefined();
	});
});

describe('an answer that may be unsigned', () => {
	const open = async (headers: SignedMessage['headers']) =>
		await openAnswer({ headers, body: BODY }, key, NOW, true);

	test('is taken when it makes no claim to be signed', async () => {
		expect(await open({ date: 'today' })).toEqual({ body: BODY });
	});

	test('is verified when it does', async () => {
		expect(await open(right.headers)).toEqual({ body: BODY });
		expect(await open({ ...right.headers, 'Wechatpay-Nonce': 'other' })).toMatchObject({
			refusal: { check: 'signature' },
		});
	});

	test.each([...Object.keys(right.headers), 'Wechatpay-Signature-Type'])(
		'is refused with nothing but %s',
		async (name) => {
			for (const header of [name, name.toLowerCase()]) {
				expect(await open({ [header]: 'x' })).toMatchObject({ refusal: { check: 'headers' } });
			}
		},
	);
});

describe('headers', () => {
	const names = Object.keys(right.headers) as (keyof Headers)[];

	test.each(names)('%s is missing', async (name) => {
		const others = Object.entries(right.headers).filter(([header]) => header !== name);
		const headers = Object.fromEntries(others);
		expect(await refusalOf({ headers, body: BODY })).toEqual({ check: 'headers', header: name });
	});

	test.each(names)('%s is empty or not a text', async (name) => {
		for (const value of ['', undefined, null, [right.headers[name]], 1554209980]) {
			const headers = { ...right.headers, [name]: value };
			expect((await refusalOf({ headers, body: BODY }))?.check).toBe('headers');
		}
	});

	test('no headers at all', async () => {
		expect((await refusalOf({ headers: {}, body: BODY }))?.check).toBe('headers');
	});
});

test.each(['WECHATPAY-BRAND-SHA256-RSA2048', 'WECHATPAY2-SM2-WITH-SM3', ''])(
	'another kind of signature: %j',
	async (type) => {
		const refusal = await refusalOf({
			headers: { ...right.headers, 'Wechatpay-Signature-Type': type },
			body: BODY,
		});
		expect(refusal).toEqual({ check: 'type' });
	},
);

describe('what is sent to a brand', () => {
	const ofBrand = { ...key, scheme: BRAND_SCHEME };
	const ofType = (type: string): SignedMessage => ({
		headers: { ...right.headers, 'Wechatpay-Signature-Type': type },
		body: BODY,
	});

	test('is signed as for brands', async () => {
		expect(await openAnswer(ofType(BRAND_SCHEME.name), ofBrand, NOW)).toEqual({ body: BODY });
	});

	test('and says so: neither as for merchants, nor without a kind', async () => {
		const refused = { refusal: { check: 'type' } };
		expect(await openAnswer(ofType(SCHEME.name), ofBrand, NOW)).toEqual(refused);
		expect(await openAnswer(right, ofBrand, NOW)).toEqual(refused);
	});
});

describe('timestamp', () => {
	test.each([-86_400, -301, -300, 300, 301, 86_400])('%d seconds away', async (seconds) => {
		expect((await refusalOf(answerOf(BODY, NOW + seconds)))?.check).toBe('timestamp');
	});

	test.each([
		'now',
		'-1554209980',
		'+1554209980',
		'1554209980.0',
		'1.55420998e9',
		'0x5ca3507c',
		'1554209980000',
		' 1554209980',
		'1554209980\n',
		'１５５４２０９９８０',
		'NaN',
		'Infinity',
	])('%j, though it is signed', async (timestamp) => {
		expect((await refusalOf(answerOf(BODY, timestamp)))?.check).toBe('timestamp');
	});
});

describe('serial', () => {
	test.each([
		`${PUBLIC_KEY_ID.slice(0, -1)}7`,
		PUBLIC_KEY_ID.toLowerCase(),
		PUBLIC_KEY_ID.slice('PUB_KEY_ID_'.length),
		`${PUBLIC_KEY_ID} `,
		'5157F09EFDC096DE15EBE81A47057A7232F1B8E1',
	])('%s', async (serial) => {
		expect((await refusalOf(changed(right, { 'Wechatpay-Serial': serial })))?.check).toBe('serial');
	});
});

describe('signature', () => {
	test('of a stranger', async () => {
		const foreign = createSign('sha256')
			.update(`${NOW}\n${NONCE}\n`)
			.update(BODY)
			.update('\n')
			.sign(stranger.privateKey, 'base64');
		expect((await refusalOf(changed(right, { 'Wechatpay-Signature': foreign })))?.check).toBe(
			'signature',
		);
	});

	test('of another answer', async () => {
		const other = answerOf(Buffer.from('{}')).headers;
		expect((await refusalOf(changed(right, other)))?.check).toBe('signature');
	});

	test('with SHA-1', async () => {
		const weak = createSign('sha1')
			.update(`${NOW}\n${NONCE}\n`)
			.update(BODY)
			.update('\n')
			.sign(weChatPay.privateKey, 'base64');
		expect((await refusalOf(changed(right, { 'Wechatpay-Signature': weak })))?.check).toBe(
			'signature',
		);
	});

	test('over a message without its last line feed', async () => {
		const short = createSign('sha256')
			.update(`${NOW}\n${NONCE}\n`)
			.update(BODY)
			.sign(weChatPay.privateKey, 'base64');
		expect((await refusalOf(changed(right, { 'Wechatpay-Signature': short })))?.check).toBe(
			'signature',
		);
	});

	test.each([
		['a changed amount', Buffer.from(BODY.toString().replace('740993', '740994'))],
		['the same JSON written otherwise', Buffer.from(BODY.toString().replace(':', ' :'))],
		['a line feed more', Buffer.concat([BODY, Buffer.from('\n')])],
		['nothing', Buffer.alloc(0)],
		['the body twice', Buffer.concat([BODY, BODY])],
	])('body: %s', async (_, body) => {
		expect((await refusalOf({ headers: right.headers, body }))?.check).toBe('signature');
	});

	test("WeChat Pay's probe is refused and called one", async () => {
		const probe = `WECHATPAY/SIGNTEST/${signature.slice('WECHATPAY/SIGNTEST/'.length)}`;
		for (const value of [probe, `WECHATPAY/SIGNTEST/${signature}`, 'WECHATPAY/SIGNTEST/']) {
			const refusal = await refusalOf(changed(right, { 'Wechatpay-Signature': value }));
			expect(refusal).toEqual({ check: 'signature', found: 'probe' });
		}
		expect(await refusalOf(changed(right, { 'Wechatpay-Signature': 'AAAA' }))).toEqual({
			check: 'signature',
			found: 'otherContent',
		});
	});

	/** 256 bytes leave four unused bits in the last character: 15 others decode to the same bytes. */
	const sameBytes = `${signature.slice(0, -3)}${signature.at(-3) === 'A' ? 'B' : String.fromCharCode(signature.charCodeAt(signature.length - 3) + 1)}==`;

	test.each([
		['a stray character', `${signature.slice(0, 9)}*${signature.slice(9)}`],
		['a line feed', `${signature.slice(0, 64)}\n${signature.slice(64)}`],
		['a blank before it', ` ${signature}`],
		['a blank behind it', `${signature} `],
		['no padding', signature.replaceAll('=', '')],
		['half of the padding', signature.slice(0, -1)],
		['more padding', `${signature}=`],
		['something behind the padding', `${signature}AAAA`],
		['a last character that is not canonical', sameBytes],
		['quotes', `"${signature}"`],
		['hexadecimal digits', Buffer.from(signature, 'base64').toString('hex')],
		['no Base64 at all', '签名'],
	])('with %s', async (_, value) => {
		expect((await refusalOf(changed(right, { 'Wechatpay-Signature': value })))?.check).toBe(
			'signature',
		);
	});

	test('in the alphabet for URLs', async () => {
		const nonce = Array.from({ length: 50 }, (_, index) => `${NONCE.slice(2)}${index}`).find(
			(candidate) => /[+/]/.test(answerOf(BODY, NOW, candidate).headers['Wechatpay-Signature']),
		)!;
		const answer = answerOf(BODY, NOW, nonce);
		expect(await refusalOf(answer)).toBeUndefined();
		const forUrls = answer.headers['Wechatpay-Signature'].replaceAll('+', '-').replaceAll('/', '_');
		expect((await refusalOf(changed(answer, { 'Wechatpay-Signature': forUrls })))?.check).toBe(
			'signature',
		);
	});
});

describe('any single change is noticed', () => {
	const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=';
	const HEX = '0123456789abcdef';
	const replaced = (text: string, at: number, character: string): string =>
		text.slice(0, at) + character + text.slice(at + 1);
	const at = (text: string) => fc.nat({ max: text.length - 1 });

	test('a byte of the body', async () => {
		const change = fc.tuple(fc.nat({ max: BODY.length - 1 }), fc.integer({ min: 1, max: 255 }));
		await fc.assert(
			fc.asyncProperty(change, async ([index, mask]) => {
				const body = Buffer.from(BODY);
				body[index]! ^= mask;
				expect((await refusalOf({ headers: right.headers, body }))?.check).toBe('signature');
			}),
			{ numRuns: runs(2000) },
		);
	});

	test('a byte of the body is added or removed', async () => {
		const change = fc.tuple(fc.nat({ max: BODY.length - 1 }), fc.option(fc.nat({ max: 255 })));
		await fc.assert(
			fc.asyncProperty(change, async ([index, byte]) => {
				const middle = byte === null ? BODY.subarray(index + 1) : [byte, ...BODY.subarray(index)];
				const body = Buffer.concat([BODY.subarray(0, index), Buffer.from(middle)]);
				expect((await refusalOf({ headers: right.headers, body }))?.check).toBe('signature');
			}),
			{ numRuns: runs(2000) },
		);
	});

	test('the timestamp', async () => {
		const seconds = fc.integer({ min: -299, max: 299 }).filter((value) => value !== 0);
		await fc.assert(
			fc.asyncProperty(seconds, async (difference) => {
				const moved = changed(right, { 'Wechatpay-Timestamp': String(NOW + difference) });
				expect((await refusalOf(moved))?.check).toBe('signature');
			}),
			{ numRuns: runs(1000) },
		);
		const padded = changed(right, { 'Wechatpay-Timestamp': `0${NOW}` });
		expect((await refusalOf(padded))?.check).toBe('signature');
	});

	test.each([
		['nonce', 'Wechatpay-Nonce', HEX, 'signature'],
		['signature', 'Wechatpay-Signature', BASE64, 'signature'],
		['serial', 'Wechatpay-Serial', HEX, 'serial'],
	] as const)('a character of the %s', async (_, name, alphabet, check) => {
		const text = right.headers[name];
		await fc.assert(
			fc.asyncProperty(at(text), fc.constantFrom(...alphabet), async (index, character) => {
				fc.pre(text[index] !== character);
				const forged = changed(right, { [name]: replaced(text, index, character) });
				expect((await refusalOf(forged))?.check).toBe(check);
			}),
			{ numRuns: runs(2000) },
		);
	});
});
