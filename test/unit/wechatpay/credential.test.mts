import { describe, expect, test } from '@jest/globals';
import {
	CredentialError,
	type CredentialValues,
	parseCredential,
} from '../../../wechatpay/credential.ts';
import { KeyCache } from '../../../wechatpay/keyCache.ts';
import { MCHID, PUBLIC_KEY_ID, SCHEME, SERIAL_NO } from '../helpers/credential.mts';
import { privatePem, publicPem, rsaKeyPair } from '../helpers/keys.mts';

const merchant = rsaKeyPair();
const weChatPay = rsaKeyPair();
const API_V3_KEY = 'aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF';

const values: CredentialValues = {
	mchid: MCHID,
	serialNo: SERIAL_NO,
	privateKey: privatePem(merchant.privateKey),
	publicKeyId: PUBLIC_KEY_ID,
	publicKey: publicPem(weChatPay.publicKey),
	apiV3Key: API_V3_KEY,
	baseUrl: 'https://api.mch.weixin.qq.com',
};
const parse = (changed: CredentialValues) =>
	parseCredential({ ...values, ...changed }, new KeyCache());

test('a right credential', () => {
	const { privateKey, publicKey, ...texts } = parse({});
	expect(texts).toEqual({
		scheme: SCHEME,
		mchid: MCHID,
		serialNo: SERIAL_NO,
		publicKeyId: PUBLIC_KEY_ID,
		apiV3Key: API_V3_KEY,
		baseUrl: 'https://api.mch.weixin.qq.com',
	});
	expect(privateKey.equals(merchant.privateKey)).toBe(true);
	expect(publicKey.equals(weChatPay.publicKey)).toBe(true);
});

describe('forgiven', () => {
	test.each<[string, CredentialValues, object]>([
		['a merchant ID that is a number', { mchid: 1900000001 }, { mchid: MCHID }],
		['blanks around the merchant ID', { mchid: ` ${MCHID}\n` }, { mchid: MCHID }],
		['characters without width', { mchid: `\u200b${MCHID}\ufeff` }, { mchid: MCHID }],
		['digits of full width', { mchid: '１９０００００００１' }, { mchid: MCHID }],
		['quotes around the merchant ID', { mchid: `“${MCHID}”` }, { mchid: MCHID }],
		['0x before the serial number', { serialNo: `0x${SERIAL_NO}` }, { serialNo: SERIAL_NO }],
		['0X in the output of a tool', { serialNo: `serial=0X${SERIAL_NO}` }, { serialNo: SERIAL_NO }],
		[
			'0x before that of a platform certificate',
			{ publicKeyId: `0x${'F'.repeat(40)}` },
			{ publicKeyId: 'F'.repeat(40) },
		],
		[
			'letters of full width',
			{ publicKeyId: PUBLIC_KEY_ID.replace('PUB_KEY_ID_', 'ＰＵＢ＿ＫＥＹ＿ＩＤ＿') },
			{ publicKeyId: PUBLIC_KEY_ID },
		],
		['an old merchant ID of 8 digits', { mchid: '98568888' }, { mchid: '98568888' }],
		['lower case', { serialNo: SERIAL_NO.toLowerCase() }, { serialNo: SERIAL_NO }],
		[
			'colons',
			{ serialNo: SERIAL_NO.match(/../g)?.join(':').toLowerCase() },
			{ serialNo: SERIAL_NO },
		],
		['the output of openssl', { serialNo: `serial=${SERIAL_NO}\n` }, { serialNo: SERIAL_NO }],
		['blanks in that', { serialNo: `Serial = ${SERIAL_NO}` }, { serialNo: SERIAL_NO }],
		[
			'blanks in it',
			{ serialNo: ` ${SERIAL_NO.match(/.{4}/g)?.join(' ')} ` },
			{ serialNo: SERIAL_NO },
		],
		[
			'blanks around the ID',
			{ publicKeyId: `\t${PUBLIC_KEY_ID} ` },
			{ publicKeyId: PUBLIC_KEY_ID },
		],
		[
			'its lower case',
			{ publicKeyId: PUBLIC_KEY_ID.toLowerCase() },
			{ publicKeyId: PUBLIC_KEY_ID },
		],
		[
			'the serial number of a platform certificate',
			{ publicKeyId: 'ffffffffffffffffffffffffffffffffffffffff' },
			{ publicKeyId: 'FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF' },
		],
		['blanks around the APIv3 key', { apiV3Key: ` ${API_V3_KEY} ` }, { apiV3Key: API_V3_KEY }],
		['no APIv3 key', { apiV3Key: '' }, { apiV3Key: undefined }],
		['an APIv3 key of blanks', { apiV3Key: '  ' }, { apiV3Key: undefined }],
		['no base URL', { baseUrl: undefined }, { baseUrl: 'https://api.mch.weixin.qq.com' }],
		[
			'a slash at its end',
			{ baseUrl: ' https://proxy.example/ ' },
			{ baseUrl: 'https://proxy.example' },
		],
		[
			'several slashes at its end',
			{ baseUrl: 'https://proxy.example//' },
			{ baseUrl: 'https://proxy.example' },
		],
	])('%s', (_, given, expected) => {
		expect(parse(given)).toMatchObject(expected);
	});

	const MARKS =
		'\u00ad\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\u2066\u2069\ufeff\ufe0f\u0000\u007f';
	const BLANKS = ' \t\r\n\u00a0\u2003\u2028\u3000';

	test.each(['mchid', 'serialNo', 'publicKeyId', 'apiV3Key', 'baseUrl'] as const)(
		'blanks and invisible marks around %s',
		(field) => {
			for (const mark of MARKS + BLANKS) {
				const given = `${mark} ${mark}${String(values[field])}${mark} ${mark}`;
				expect(parse({ [field]: given })[field]).toBe(values[field]);
			}
		},
	);

	test.each(['privateKey', 'publicKey'] as const)(
		'blanks and invisible marks around %s, which may be in Base64 once more',
		(field) => {
			const pem = String(values[field]);
			const texts = [pem, Buffer.from(pem).toString('base64'), pem.replaceAll('\n', '\\\\n')];
			const right = parse({})[field];
			for (const mark of MARKS + BLANKS) {
				for (const text of texts) {
					expect(parse({ [field]: `${mark}${text}${mark}` })[field].equals(right)).toBe(true);
				}
			}
		},
	);
});

test('several keys in a field: the one that the field is for counts', () => {
	const { privateKey } = parse({
		privateKey: publicPem(merchant.publicKey) + privatePem(merchant.privateKey),
	});
	expect(privateKey.equals(merchant.privateKey)).toBe(true);
	const { publicKey } = parse({
		publicKey: privatePem(weChatPay.privateKey) + publicPem(weChatPay.publicKey),
	});
	expect(publicKey.equals(weChatPay.publicKey)).toBe(true);
});

describe('refused, by the name of the field and without its value', () => {
	const MERCHANT_ID = 'Merchant ID';
	const SERIAL = 'Merchant API Certificate Serial Number';
	const KEY_ID = 'WeChat Pay Public Key ID';
	const API_KEY = 'APIv3 Key';
	const BASE_URL = 'API Base URL';

	test.each<[string, keyof CredentialValues, unknown]>([
		[MERCHANT_ID, 'mchid', ''],
		[MERCHANT_ID, 'mchid', undefined],
		[MERCHANT_ID, 'mchid', '1234567'],
		[MERCHANT_ID, 'mchid', '12345678901'],
		[MERCHANT_ID, 'mchid', 'wx8888888888888888'],
		[MERCHANT_ID, 'mchid', '19000 00001'],
		[MERCHANT_ID, 'mchid', '１９０００００'],
		[SERIAL, 'serialNo', ''],
		[SERIAL, 'serialNo', 'serial='],
		[SERIAL, 'serialNo', SERIAL_NO.slice(1)],
		[SERIAL, 'serialNo', `${SERIAL_NO}0`],
		[SERIAL, 'serialNo', `${SERIAL_NO.slice(1)}G`],
		[SERIAL, 'serialNo', `${SERIAL_NO.slice(0, 20)}serial=${SERIAL_NO.slice(20)}`],
		[SERIAL, 'serialNo', PUBLIC_KEY_ID],
		[SERIAL, 'serialNo', '447926842718640987162084'],
		[KEY_ID, 'publicKeyId', ''],
		[KEY_ID, 'publicKeyId', 'PUB_KEY_ID_'],
		[KEY_ID, 'publicKeyId', 'PUB_KEY_ID_01x1'],
		[KEY_ID, 'publicKeyId', `x${PUBLIC_KEY_ID}`],
		[KEY_ID, 'publicKeyId', '0000000000000024101100397200000006'],
		[KEY_ID, 'publicKeyId', SERIAL_NO],
		[KEY_ID, 'publicKeyId', SERIAL_NO.toLowerCase()],
		[API_KEY, 'apiV3Key', API_V3_KEY.slice(1)],
		[API_KEY, 'apiV3Key', `${API_V3_KEY}x`],
		[API_KEY, 'apiV3Key', `${API_V3_KEY.slice(1)}_`],
		[BASE_URL, 'baseUrl', 'http://proxy.example'],
		[BASE_URL, 'baseUrl', 'https://proxy.example/v3/pay'],
		[BASE_URL, 'baseUrl', 'https://user:secret@proxy.example'],
		[BASE_URL, 'baseUrl', 'proxy.example'],
	])('%s: %s %j', (displayName, field, value) => {
		const attempt = () => parse({ [field]: value });
		expect(attempt).toThrow(CredentialError);
		expect(attempt).toThrow(new RegExp(`^${displayName} in the credential [^.]+\\. [A-Z].*\\.$`));
		const text = String(value ?? '');
		if (text !== '' && text !== 'serial=' && text !== 'PUB_KEY_ID_') {
			expect(attempt).not.toThrow(text);
		}
	});

	test('a public key ID in the field of the serial number says so', () => {
		expect(() => parse({ serialNo: PUBLIC_KEY_ID })).toThrow('holds a public key ID');
		expect(() => parse({ serialNo: `x${PUBLIC_KEY_ID}` })).toThrow('is not 40 hexadecimal digits');
	});

	test.each(['mchid', 'serialNo', 'publicKeyId'])('%s that is empty says so', (field) => {
		for (const value of ['', ' \n', undefined]) {
			expect(() => parse({ [field]: value })).toThrow(' in the credential is empty. ');
		}
	});

	test('a serial number in the field of the public key ID says so', () => {
		expect(() => parse({ publicKeyId: SERIAL_NO })).toThrow(
			'holds the serial number of the merchant certificate',
		);
	});
});
