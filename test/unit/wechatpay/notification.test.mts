import { createCipheriv, createPublicKey, sign } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
	openNotification,
	type NotificationKeys,
	type OpenedNotification,
} from '../../../wechatpay/notification.ts';
import type { SignedMessage } from '../../../wechatpay/signedMessage.ts';
import { PUBLIC_KEY_ID, SCHEME, SERIAL_NO } from '../helpers/credential.mts';
import { rsaKeyPair } from '../helpers/keys.mts';
import { runs } from '../helpers/runs.mts';
import vectors from '../vectors/notifications.json';

const NOW = 1767225600;
const API_V3_KEY = 'aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF';
const weChatPay = rsaKeyPair();
const stranger = rsaKeyPair();
const keys: NotificationKeys = {
	scheme: SCHEME,
	serialNo: SERIAL_NO,
	publicKeyId: PUBLIC_KEY_ID,
	publicKey: weChatPay.publicKey,
	notificationKey: API_V3_KEY,
};
const RESOURCE = '{"brand_id":"120344","coupon_code":"Code_123456","number":12345678901234567890}';

interface Sealed {
	plaintext?: string;
	key?: string;
	tagBytes?: number;
	associatedData?: string | null;
}

function sealed({
	plaintext = RESOURCE,
	key = API_V3_KEY,
	tagBytes = 16,
	associatedData = 'product_coupon_sp',
}: Sealed = {}) {
	const nonce = 'j9g1wAzF9Xn1';
	const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
	cipher.setAAD(Buffer.from(associatedData ?? ''));
	const bytes = Buffer.concat([cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
	return {
		original_type: 'coupon',
		algorithm: 'AEAD_AES_256_GCM',
		ciphertext: bytes.toString('base64'),
		associated_data: associatedData,
		nonce,
	};
}

const ENVELOPE = {
	id: '8b33f79f-8869-5ae5-b41b-3c0b59f957d0',
	create_time: '2026-01-01T08:00:00+08:00',
	resource_type: 'encrypt-resource',
	event_type: 'PRODUCT_COUPON_SP.SEND',
	summary: '商品券领券通知',
};

interface Signing {
	timestamp?: number | string;
	privateKey?: typeof weChatPay.privateKey;
	serial?: string;
}

type Headers = Record<string, unknown>;
interface Message extends SignedMessage {
	headers: Headers;
}

function signedBody(
	body: string | Buffer,
	{ timestamp = NOW, privateKey = weChatPay.privateKey, serial = PUBLIC_KEY_ID }: Signing = {},
): Message {
	const bytes = Buffer.from(body);
	const nonce = 'EcZ9Cmy4Xyx1i6RlJQzLcCyEqDa26NB0';
	const message = Buffer.concat([
		Buffer.from(`${timestamp}\n${nonce}\n`),
		bytes,
		Buffer.from('\n'),
	]);
	return {
		headers: {
			'Content-Type': 'application/json',
			'Wechatpay-Timestamp': String(timestamp),
			'Wechatpay-Nonce': nonce,
			'Wechatpay-Signature': sign('RSA-SHA256', message, privateKey).toString('base64'),
			'Wechatpay-Serial': serial,
			'Wechatpay-Signature-Type': 'WECHATPAY2-SHA256-RSA2048',
		},
		body: bytes,
	};
}

const notificationOf = (resource: unknown = sealed(), signing?: Signing): Message =>
	signedBody(JSON.stringify({ ...ENVELOPE, resource }), signing);

const right = notificationOf();
const RIGHT = {
	notification: {
		envelope: ENVELOPE,
		resource: {
			brand_id: '120344',
			coupon_code: 'Code_123456',
			number: '12345678901234567890',
		},
	},
};
const open = async (message: SignedMessage, with_: Partial<NotificationKeys> = {}, now = NOW) =>
	await openNotification(message, { ...keys, ...with_ }, now);
const withHeaders = (others: Headers): Message => ({
	headers: { ...right.headers, ...others },
	body: right.body,
});

describe('published messages', () => {
	test.each(vectors.notifications)(
		'$name',
		async ({ headers, body, publicKey, key, plaintext }) => {
			const opened = await openNotification(
				{ headers, body: Buffer.from(body) },
				{
					scheme: SCHEME,
					serialNo: SERIAL_NO,
					publicKeyId: headers['Wechatpay-Serial'],
					publicKey: createPublicKey(publicKey),
					notificationKey: key,
				},
				Number(headers['Wechatpay-Timestamp']),
			);
			const envelope = JSON.parse(body) as Record<string, unknown>;
			delete envelope.resource;
			// AES-128, which the documents do not have.
			const isDocumented = key.length === 32;
			expect(opened).toEqual(
				isDocumented
					? { notification: { envelope, resource: JSON.parse(plaintext) as unknown } }
					: { unreadable: { check: 'decryption', found: 'wrongKey' } },
			);
		},
	);
});

describe('a right notification', () => {
	test('is opened', async () => {
		expect(await open(right)).toEqual(RIGHT);
	});

	test.each<[string, (name: string) => string]>([
		['lower case', (name) => name.toLowerCase()],
		['upper case', (name) => name.toUpperCase()],
	])('headers in %s, between others', async (_, rename) => {
		const entries = Object.entries(right.headers).map(([name, value]) => [rename(name), value]);
		const headers = { 'set-cookie': ['a', 'b'], ...Object.fromEntries(entries) } as Headers;
		expect(await open({ headers, body: right.body })).toEqual(RIGHT);
	});

	test.each([undefined, null, '', 'coupon', 'product_coupon_sp', 'x'.repeat(300), '券'])(
		'associated data %j',
		async (associatedData) => {
			const resource = sealed({ associatedData: associatedData ?? '' });
			const message = notificationOf({ ...resource, associated_data: associatedData });
			expect(await open(message)).toEqual(RIGHT);
		},
	);

	test('without the header of its type', async () => {
		expect(await open(withHeaders({ 'Wechatpay-Signature-Type': undefined }))).toEqual(RIGHT);
	});

	test('blanks, escaped slashes and members that are new', async () => {
		const body = `{ "id":"EV-1","event_type":"NEW.EVENT","new":{"url":"https:\\/\\/a"},\n "resource":${JSON.stringify(sealed())}}`;
		expect(await open(signedBody(body))).toEqual({
			notification: {
				envelope: { id: 'EV-1', event_type: 'NEW.EVENT', new: { url: 'https://a' } },
				resource: RIGHT.notification.resource,
			},
		});
	});

	test.each([-299, 0, 299])('a clock that differs by %d seconds', async (seconds) => {
		expect(await open(notificationOf(sealed(), { timestamp: NOW + seconds }))).toEqual(RIGHT);
	});
});

async function refused(
	message: SignedMessage,
	with_: Partial<NotificationKeys> = {},
): Promise<Exclude<OpenedNotification, { notification: unknown }>> {
	const opened = await open(message, with_);
	if ('notification' in opened) throw new Error('was accepted');
	return opened;
}

const unsigned = (check: string, found?: object) => ({ unsigned: { check, ...found } });
const unreadable = (check: string, found: string) => ({ unreadable: { check, found } });
const otherContent = unsigned('signature', { found: 'otherContent' });

describe('what is not signed by WeChat Pay', () => {
	const four = Object.keys(right.headers).filter((name) =>
		/(Timestamp|Nonce|Signature|Serial)$/.test(name),
	);

	test.each(four)('%s is missing, empty, repeated or no text', async (name) => {
		const value = right.headers[name];
		const changes: Headers[] = [
			{ [name]: undefined },
			{ [name]: '' },
			{ [name]: [value] },
			{ [name]: [value, value] },
			{ [name]: `${String(value)}, ${String(value)}` },
			{ [name]: `${String(value)},` },
			{ [name.toLowerCase()]: value },
			{ [name.toUpperCase()]: 'another' },
			{ [name]: 7 },
			{ [name]: null },
		];
		for (const change of changes) {
			expect(await refused(withHeaders(change))).toEqual(unsigned('headers', { header: name }));
		}
	});

	test.each([
		'WECHATPAY-BRAND-SHA256-RSA2048',
		'WECHATPAY2-SM2-WITH-SM3',
		'wechatpay2-sha256-rsa2048',
		'',
		['WECHATPAY2-SHA256-RSA2048'],
		'WECHATPAY2-SHA256-RSA2048, WECHATPAY2-SHA256-RSA2048',
	])('signature type %j', async (type) => {
		expect(await refused(withHeaders({ 'Wechatpay-Signature-Type': type }))).toEqual(
			unsigned('type'),
		);
	});

	test.each([-86_400, -300, 300, 86_400, '1767225600.0', ' 1767225600', '0x69559780'])(
		'timestamp %j from now, though it is signed',
		async (seconds) => {
			const timestamp = typeof seconds === 'number' ? NOW + seconds : seconds;
			expect(await refused(notificationOf(sealed(), { timestamp }))).toEqual(unsigned('timestamp'));
		},
	);

	test.each([
		['PUB_KEY_ID_0000000000000024101100397200000007', 'otherPublicKey'],
		['440024045C4A427599D09BB4E3DE0279F2E813FD', 'platformCertificate'],
		[SERIAL_NO, 'ownCertificate'],
		[SERIAL_NO.toLowerCase(), 'ownCertificate'],
		[PUBLIC_KEY_ID.toLowerCase(), 'noSerial'],
		['something', 'noSerial'],
		['my PUB_KEY_ID_01', 'noSerial'],
		['PUB_KEY_ID_01 of mine', 'noSerial'],
		['ABC of mine', 'noSerial'],
	])('serial %s', async (serial, found) => {
		expect(await refused(withHeaders({ 'Wechatpay-Serial': serial }))).toEqual(
			unsigned('serial', { found }),
		);
	});

	test('another platform certificate than that of the credential', async () => {
		const publicKeyId = 'A'.repeat(40);
		const serial = 'B'.repeat(40);
		expect(await refused(withHeaders({ 'Wechatpay-Serial': serial }), { publicKeyId })).toEqual(
			unsigned('serial', { found: 'otherCertificate' }),
		);
	});

	test('signed by a stranger', async () => {
		const message = notificationOf(sealed(), { privateKey: stranger.privateKey });
		expect(await refused(message)).toEqual(otherContent);
	});

	test('a probe', async () => {
		const probe = `WECHATPAY/SIGNTEST/${String(right.headers['Wechatpay-Signature']).slice(19)}`;
		expect(await refused(withHeaders({ 'Wechatpay-Signature': probe }))).toEqual(
			unsigned('signature', { found: 'probe' }),
		);
	});

	test('written anew: the same JSON in other bytes', async () => {
		const body = Buffer.from(JSON.stringify(JSON.parse(right.body.toString()), null, 1));
		expect(await refused({ headers: right.headers, body })).toEqual(otherContent);
	});

	test('more than 1 MB, before anything is looked at', async () => {
		const most = Buffer.alloc(1024 * 1024, ' ');
		expect(await refused({ headers: {}, body: most })).toMatchObject(unsigned('headers'));
		const body = Buffer.alloc(1024 * 1024 + 1, ' ');
		expect(await refused({ headers: {}, body })).toEqual(unsigned('size'));
		expect(await refused(signedBody(body))).toEqual(unsigned('size'));
	});

	test('comes before what cannot be read', async () => {
		const message = notificationOf(sealed({ key: 'x'.repeat(32) }), {
			privateKey: stranger.privateKey,
		});
		expect(await refused(message)).toEqual(otherContent);
		expect(await refused(signedBody('no JSON', { timestamp: 1 }))).toEqual(unsigned('timestamp'));
	});
});

describe('what is signed and cannot be read', () => {
	test.each([
		'',
		'no JSON',
		'null',
		'[]',
		'7',
		JSON.stringify({ ...ENVELOPE, id: undefined, resource: sealed() }),
		JSON.stringify({ ...ENVELOPE, id: '', resource: sealed() }),
		JSON.stringify({ ...ENVELOPE, id: 7, resource: sealed() }),
		JSON.stringify({ ...ENVELOPE, event_type: undefined, resource: sealed() }),
		JSON.stringify({ ...ENVELOPE, resource: { ...sealed(), ciphertext: undefined } }),
		JSON.stringify({ ...ENVELOPE, resource: { ...sealed(), nonce: 7 } }),
	])('body %s', async (body) => {
		expect(await refused(signedBody(body))).toEqual(unreadable('json', 'noNotification'));
	});

	test.each([undefined, null, 'text', {}, { ...sealed(), algorithm: 'AEAD_SM4_GCM' }])(
		'resource %j',
		async (resource) => {
			const message = signedBody(JSON.stringify({ ...ENVELOPE, resource }));
			expect(await refused(message)).toEqual({ unreadable: { check: 'algorithm' } });
		},
	);

	test('no APIv3 key in the credential', async () => {
		expect(await refused(right, { notificationKey: undefined })).toEqual(
			unreadable('decryption', 'noKey'),
		);
	});

	test('another APIv3 key', async () => {
		expect(await refused(right, { notificationKey: 'x'.repeat(32) })).toEqual(
			unreadable('decryption', 'wrongKey'),
		);
	});

	test('a cut tag', async () => {
		for (const tagBytes of [4, 8, 12, 15]) {
			expect(await refused(notificationOf(sealed({ tagBytes })))).toEqual(
				unreadable('decryption', 'wrongKey'),
			);
		}
	});

	test.each(['', 'text', '[]', '7', 'null'])('the plaintext %j', async (plaintext) => {
		expect(await refused(notificationOf(sealed({ plaintext })))).toEqual(
			unreadable('json', 'noObject'),
		);
	});
});

test('nothing of what came is repeated in a refusal', async () => {
	const foreign = 'SECRET-OF-A-STRANGER';
	const messages = [
		withHeaders({ 'Wechatpay-Serial': foreign }),
		withHeaders({ 'Wechatpay-Signature': foreign }),
		withHeaders({ 'Wechatpay-Nonce': `${foreign},` }),
		withHeaders({ 'Wechatpay-Timestamp': foreign }),
		withHeaders({ 'Wechatpay-Signature-Type': foreign }),
		signedBody(foreign),
		notificationOf({ ...sealed(), algorithm: foreign }),
		notificationOf(sealed({ plaintext: foreign })),
		notificationOf(sealed({ plaintext: foreign, key: 'x'.repeat(32) })),
	];
	for (const message of messages) {
		expect(JSON.stringify(await refused(message))).not.toContain('STRANGER');
	}
});

describe('any change of a valid notification', () => {
	const byte = fc.integer({ min: 1, max: 255 });
	const at = (length: number) => fc.nat({ max: length - 1 });
	const { body } = right;
	const headerNames = ['Timestamp', 'Nonce', 'Signature', 'Serial'].map(
		(name) => `Wechatpay-${name}`,
	);

	const bodies = fc.oneof(
		fc.tuple(at(body.length), byte).map(([index, mask]) => {
			const changed = Buffer.from(body);
			changed[index]! ^= mask;
			return changed;
		}),
		fc
			.tuple(at(body.length), at(body.length))
			.filter(([from, to]) => from !== to)
			.map(([from, to]) =>
				Buffer.concat([body.subarray(0, Math.min(from, to)), body.subarray(Math.max(from, to))]),
			),
		fc
			.tuple(at(body.length + 1), fc.uint8Array({ minLength: 1, maxLength: 20 }))
			.map(([index, more]) => Buffer.concat([body.subarray(0, index), more, body.subarray(index)])),
	);
	const headers = fc
		.tuple(
			fc.constantFrom(...headerNames),
			fc.nat(),
			fc.string({ unit: 'binary-ascii', minLength: 1, maxLength: 3 }),
			fc.constantFrom('replace', 'insert', 'cut'),
		)
		.map(([name, place, text, way]) => {
			const value = String(right.headers[name]);
			const index = place % value.length;
			const rest = way === 'insert' ? value.slice(index) : value.slice(index + text.length);
			return { [name]: value.slice(0, index) + (way === 'cut' ? '' : text) + rest };
		})
		.filter((change) =>
			Object.entries(change).some(([name, value]) => right.headers[name] !== value),
		);

	test('is accepted never', async () => {
		let tried = 0;
		const messages = fc.oneof(
			bodies.map((changed): SignedMessage => ({ headers: right.headers, body: changed })),
			headers.map((change): SignedMessage => withHeaders(change)),
			fc
				.tuple(bodies, headers)
				.map(([changed, change]): SignedMessage => ({ ...withHeaders(change), body: changed })),
		);
		await fc.assert(
			fc.asyncProperty(messages, async (message) => {
				tried++;
				expect(await refused(message)).toHaveProperty('unsigned');
			}),
			{ numRuns: runs(10_000) },
		);
		expect(tried).toBeGreaterThanOrEqual(runs(10_000));
	});

	test('of the encrypted text, though it is signed again, is not read', async () => {
		const resource = sealed();
		const bytes = Buffer.from(resource.ciphertext, 'base64');
		await fc.assert(
			fc.asyncProperty(at(bytes.length), byte, async (index, mask) => {
				const changed = Buffer.from(bytes);
				changed[index]! ^= mask;
				const message = notificationOf({ ...resource, ciphertext: changed.toString('base64') });
				expect(await refused(message)).toEqual(unreadable('decryption', 'wrongKey'));
			}),
			{ numRuns: runs(200) },
		);
	});
});
