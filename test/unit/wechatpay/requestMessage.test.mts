import { describe, expect, test } from '@jest/globals';
import {
	authorization,
	requestMessage,
	type SignedRequest,
} from '../../../wechatpay/requestSignature.ts';
import { BRAND_SCHEME } from '../../../wechatpay/scheme.ts';
import { pairsOf } from '../helpers/authorization.mts';
import { MCHID, SCHEME, SERIAL_NO } from '../helpers/credential.mts';
import { rsaKeyPair } from '../helpers/keys.mts';

const { privateKey } = rsaKeyPair();
const moment = { timestamp: 1554208460, nonce: '593BEC0C930BF1AFEB40B4A08C8FB242' };
const signer = { scheme: SCHEME, callerId: MCHID, serialNo: SERIAL_NO, privateKey };
const header = async (request: SignedRequest): Promise<string> =>
	await authorization(request, signer, moment);

describe('the message that is signed', () => {
	test.each<[string, SignedRequest, string]>([
		[
			'GET without a body ends in an empty line',
			{ method: 'GET', target: '/v3/certificates', body: '' },
			'GET\n/v3/certificates\n1554208460\n593BEC0C930BF1AFEB40B4A08C8FB242\n\n',
		],
		[
			'POST with Chinese text',
			{ method: 'POST', target: '/v3/pay', body: '{"description":"满一百减五"}' },
			'POST\n/v3/pay\n1554208460\n593BEC0C930BF1AFEB40B4A08C8FB242\n{"description":"满一百减五"}\n',
		],
		[
			'a body that ends in a line feed gets another',
			{ method: 'POST', target: '/v3/pay', body: '{}\n' },
			'POST\n/v3/pay\n1554208460\n593BEC0C930BF1AFEB40B4A08C8FB242\n{}\n\n',
		],
		[
			'DELETE',
			{ method: 'DELETE', target: '/v3/things/1?all=true', body: '' },
			'DELETE\n/v3/things/1?all=true\n1554208460\n593BEC0C930BF1AFEB40B4A08C8FB242\n\n',
		],
	])('%s', (_, request, expected) => {
		expect(requestMessage(request, moment).toString('utf8')).toBe(expected);
	});

	test('Chinese text is UTF-8', () => {
		const message = requestMessage({ method: 'POST', target: '/', body: '券' }, moment);
		expect(message.subarray(-4).toString('hex')).toBe('e588b80a');
	});

	test('bytes that are not text stay as they are', () => {
		const body = Uint8Array.of(0xff, 0x00, 0x0d, 0x0a, 0xe5);
		const message = requestMessage({ method: 'POST', target: '/', body }, moment);
		expect(message.subarray(-6).toString('hex')).toBe('ff000d0ae50a');
	});
});

describe('the Authorization header', () => {
	test('has the documented form and order', async () => {
		expect(await header({ method: 'GET', target: '/v3/certificates', body: '' })).toMatch(
			/^WECHATPAY2-SHA256-RSA2048 mchid="1900000001",nonce_str="593BEC0C930BF1AFEB40B4A08C8FB242",signature="[A-Za-z0-9+/]{342}==",timestamp="1554208460",serial_no="5157F09EFDC096DE15EBE81A47057A7232F1B8E1"$/,
		);
	});

	test('of a brand has its scheme, and its ID in the place of the merchant ID', async () => {
		const brand = { ...signer, scheme: BRAND_SCHEME, callerId: '120344' };
		const request = { method: 'POST', target: '/brand/store/brandstores/1/close', body: '' };
		expect(await authorization(request, brand, moment)).toMatch(
			/^WECHATPAY-BRAND-SHA256-RSA2048 brand_id="120344",nonce_str="593BEC0C930BF1AFEB40B4A08C8FB242",signature="[A-Za-z0-9+/]{342}==",timestamp="1554208460",serial_no="5157F09EFDC096DE15EBE81A47057A7232F1B8E1"$/,
		);
	});

	test('is another one for every part of the request', async () => {
		const requests = [
			{ method: 'GET', target: '/a', body: '' },
			{ method: 'POST', target: '/a', body: '' },
			{ method: 'GET', target: '/a?b', body: '' },
			{ method: 'GET', target: '/a', body: '{}' },
		];
		const headers = await Promise.all(requests.map(header));
		expect(new Set(headers.map((value) => pairsOf(value).signature)).size).toBe(4);
	});
});
