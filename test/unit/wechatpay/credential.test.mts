import { describe, expect, test } from '@jest/globals';
import {
	BRAND,
	CredentialFieldError,
	type CredentialField,
	type CredentialFlaw,
	type CredentialValues,
	MERCHANT,
	parseCredential,
} from '../../../wechatpay/credential.ts';
import { KeyCache } from '../../../wechatpay/keyCache.ts';
import { BRAND_SCHEME } from '../../../wechatpay/scheme.ts';
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
	parseCredential({ ...values, ...changed }, MERCHANT, new KeyCache());

test('a right credential', () => {
	const { privateKey, publicKey, ...texts } = parse({});
	expect(texts).toEqual({
		scheme: SCHEME,
		callerId: MCHID,
		serialNo: SERIAL_NO,
		publicKeyId: PUBLIC_KEY_ID,
		notificationKey: API_V3_KEY,
		baseUrl: 'https://api.mch.weixin.qq.com',
		processes: 1,
		defaultBrandId: undefined,
		defaultAppid: undefined,
	});
	expect(privateKey.equals(merchant.privateKey)).toBe(true);
	expect(publicKey.equals(weChatPay.publicKey)).toBe(true);
});

describe('forgiven', () => {
	test.each<[string, CredentialValues, object]>([
		['a merchant ID that is a number', { mchid: 1900000001 }, { callerId: MCHID }],
		['blanks around the merchant ID', { mchid: ` ${MCHID}\n` }, { callerId: MCHID }],
		['characters without width', { mchid: `\u200b${MCHID}\ufeff` }, { callerId: MCHID }],
		['digits of full width', { mchid: '１９０００００００１' }, { callerId: MCHID }],
		['quotes around the merchant ID', { mchid: `“${MCHID}”` }, { callerId: MCHID }],
		['blanks around a default', { defaultBrandId: ' 120344\n' }, { defaultBrandId: '120344' }],
		['a brand that is a number', { defaultBrandId: 120344 }, { defaultBrandId: '120344' }],
		[
			'quotes around an AppID',
			{ defaultAppid: '"wx233544546545989"' },
			{ defaultAppid: 'wx233544546545989' },
		],
		['processes as text', { processes: ' 4 ' }, { processes: 4 }],
		['a number field that was emptied', { processes: null }, { processes: 1 }],
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
		['an old merchant ID of 8 digits', { mchid: '98568888' }, { callerId: '98568888' }],
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
		[
			'blanks around the APIv3 key',
			{ apiV3Key: ` ${API_V3_KEY} ` },
			{ notificationKey: API_V3_KEY },
		],
		['no APIv3 key', { apiV3Key: '' }, { notificationKey: undefined }],
		['an APIv3 key of blanks', { apiV3Key: '  ' }, { notificationKey: undefined }],
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

	test.each([
		['mchid', 'callerId'],
		['serialNo', 'serialNo'],
		['publicKeyId', 'publicKeyId'],
		['apiV3Key', 'notificationKey'],
		['baseUrl', 'baseUrl'],
	] as const)('blanks and invisible marks around %s', (name, field) => {
		for (const mark of MARKS + BLANKS) {
			const given = `${mark} ${mark}${String(values[name])}${mark} ${mark}`;
			expect(parse({ [name]: given })[field]).toBe(values[name]);
		}
	});

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

describe('refused, by the name of the value and without the value', () => {
	const thrownBy = (changed: CredentialValues): unknown => {
		try {
			return parse(changed);
		} catch (error) {
			return error;
		}
	};

	test.each<[string, unknown, CredentialFlaw, CredentialField?]>([
		['mchid', '', 'empty', 'callerId'],
		['mchid', undefined, 'empty', 'callerId'],
		['mchid', '1234567', 'brandIdInstead', 'callerId'],
		['mchid', '120344', 'brandIdInstead', 'callerId'],
		['mchid', '12345678901', 'noMerchantId', 'callerId'],
		['mchid', 'wx8888888888888888', 'noMerchantId', 'callerId'],
		['mchid', '19000 00001', 'noMerchantId', 'callerId'],
		['mchid', '１９０００００', 'brandIdInstead', 'callerId'],
		['serialNo', '', 'empty'],
		['serialNo', 'serial=', 'empty'],
		['serialNo', SERIAL_NO.slice(1), 'noSerialNo'],
		['serialNo', `${SERIAL_NO}0`, 'noSerialNo'],
		['serialNo', `${SERIAL_NO.slice(1)}G`, 'noSerialNo'],
		['serialNo', `${SERIAL_NO.slice(0, 20)}serial=${SERIAL_NO.slice(20)}`, 'noSerialNo'],
		['serialNo', PUBLIC_KEY_ID, 'publicKeyIdInstead'],
		['serialNo', '447926842718640987162084', 'noSerialNo'],
		['serialNo', `x${PUBLIC_KEY_ID}`, 'noSerialNo'],
		['publicKeyId', '', 'empty'],
		['publicKeyId', 'PUB_KEY_ID_', 'noPublicKeyId'],
		['publicKeyId', 'PUB_KEY_ID_01x1', 'noPublicKeyId'],
		['publicKeyId', `x${PUBLIC_KEY_ID}`, 'noPublicKeyId'],
		['publicKeyId', '0000000000000024101100397200000006', 'noPublicKeyId'],
		['publicKeyId', SERIAL_NO, 'ownSerialNo'],
		['publicKeyId', SERIAL_NO.toLowerCase(), 'ownSerialNo'],
		['apiV3Key', API_V3_KEY.slice(1), 'noNotificationKey', 'notificationKey'],
		['apiV3Key', `${API_V3_KEY}x`, 'noNotificationKey', 'notificationKey'],
		['apiV3Key', `${API_V3_KEY.slice(1)}_`, 'noNotificationKey', 'notificationKey'],
		['baseUrl', 'http://proxy.example', 'notHttps'],
		['baseUrl', 'https://proxy.example/v3/pay', 'hasPath'],
		['baseUrl', 'https://user:secret@proxy.example', 'hasUser'],
		['baseUrl', 'proxy.example', 'noAddress'],
		['processes', 0, 'noProcesses'],
		['processes', -1, 'noProcesses'],
		['processes', 1.5, 'noProcesses'],
		['processes', 'two', 'noProcesses'],
		['defaultBrandId', 'wx233544546545989', 'noDefaultBrandId'],
		['defaultBrandId', '120344, 120345', 'noDefaultBrandId'],
		['defaultAppid', 'wx23354 4546545989', 'noAppid'],
		['defaultAppid', 'x'.repeat(33), 'noAppid'],
	])('%s %j: %s', (name, value, flaw, field = name as CredentialField) => {
		const error = thrownBy({ [name]: value });
		expect(error).toBeInstanceOf(CredentialFieldError);
		expect(error).toMatchObject({ field, flaw, seen: '' });
		const text = String(value ?? '');
		if (text !== '') expect(JSON.stringify(error) + String(error)).not.toContain(text);
	});

	test.each([
		['mchid', 'callerId'],
		['serialNo', 'serialNo'],
		['publicKeyId', 'publicKeyId'],
	])('%s that is empty says so', (name, field) => {
		for (const value of ['', ' \n', undefined]) {
			expect(thrownBy({ [name]: value })).toMatchObject({ field, flaw: 'empty' });
		}
	});
});

describe('a brand', () => {
	const { mchid, apiV3Key, ...common } = values;
	const ofBrand = { ...common, brandId: '120344', apiKey: apiV3Key };
	const parseBrand = (changed: CredentialValues) =>
		parseCredential({ ...ofBrand, ...changed }, BRAND, new KeyCache());

	test('has an ID and a key of its own, and signs otherwise', () => {
		const { privateKey, publicKey, ...texts } = parseBrand({ mchid, apiV3Key: 'x' });
		expect(texts).toEqual({
			scheme: BRAND_SCHEME,
			callerId: '120344',
			processes: 1,
			serialNo: SERIAL_NO,
			publicKeyId: PUBLIC_KEY_ID,
			notificationKey: API_V3_KEY,
			baseUrl: 'https://api.mch.weixin.qq.com',
		});
		expect(privateKey.equals(merchant.privateKey)).toBe(true);
		expect(publicKey.equals(weChatPay.publicKey)).toBe(true);
	});

	test.each<[string, unknown, CredentialField, CredentialFlaw]>([
		['brandId', '', 'callerId', 'empty'],
		['brandId', MCHID, 'callerId', 'merchantIdInstead'],
		['brandId', '12345678', 'callerId', 'noBrandId'],
		['brandId', '2345678901', 'callerId', 'noBrandId'],
		['brandId', '120 344', 'callerId', 'noBrandId'],
		['publicKeyId', 'F'.repeat(40), 'publicKeyId', 'noPublicKeyId'],
		['apiKey', API_V3_KEY.slice(1), 'notificationKey', 'noNotificationKey'],
	])('%s %j: %s %s', (name, value, field, flaw) => {
		expect(() => parseBrand({ [name]: value })).toThrow(new CredentialFieldError(field, flaw));
	});
});

test('a base URL of a million slashes is refused in time that grows with its length', () => {
	const baseUrl = `https://a${'/'.repeat(1_000_000)}b`;
	expect(() => parse({ baseUrl })).toThrow(CredentialFieldError);
	expect(parse({ baseUrl: `https://a.example${'/'.repeat(1_000_000)}` }).baseUrl).toBe(
		'https://a.example',
	);
});
