import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
	type HttpOptions,
	signHttpOptions,
	type SignedHttpOptions,
	UnsignableRequestError,
} from '../../wechatpay/signedOptions.ts';
import { BACKUP_HOST, credentialOf, MAIN_HOST } from './helpers/credential.mts';
import { rsaKeyPair } from './helpers/keys.mts';
import { runs } from './helpers/runs.mts';

const merchant = rsaKeyPair();
const weChatPay = rsaKeyPair();
const moment = { timestamp: 1554208460, nonce: '593BEC0C930BF1AFEB40B4A08C8FB242' };

function sign(options: HttpOptions, baseUrl = MAIN_HOST): SignedHttpOptions {
	return signHttpOptions(options, credentialOf(merchant, weChatPay, baseUrl), moment);
}

describe('the hosts that get a signature', () => {
	test.each([
		[`${MAIN_HOST}/v3/a`, MAIN_HOST],
		[`${BACKUP_HOST}/v3/a`, MAIN_HOST],
		[`${MAIN_HOST}/v3/a`, 'https://proxy.example'],
		['https://proxy.example/v3/a', 'https://proxy.example'],
		['http://localhost:3000/v3/a', 'http://localhost:3000'],
		['HTTPS://API.MCH.WEIXIN.QQ.COM/v3/a', MAIN_HOST],
		[`${MAIN_HOST}:443/v3/a`, MAIN_HOST],
		['/v3/a', 'http://localhost:3000'],
	])('%s with the base URL %s', (url, baseUrl) => {
		const signed = sign({ url }, baseUrl);
		expect(signed.headers.Authorization).toMatch(/^WECHATPAY2-SHA256-RSA2048 /);
		expect([MAIN_HOST, BACKUP_HOST, baseUrl]).toContain(new URL(signed.url).origin);
	});
});

const LOOK_ALIKES = [
	'https://api.mch.weixin.qq.com.evil.com/v3/a',
	'https://evil.com/api.mch.weixin.qq.com',
	'https://evil.com/?https://api.mch.weixin.qq.com/',
	'https://evil.com#https://api.mch.weixin.qq.com/',
	'https://api.mch.weixin.qq.com@evil.com/v3/a',
	'https://api.mch.weixin.qq.com:443@evil.com/v3/a',
	'https://user@api.mch.weixin.qq.com/v3/a',
	'https://user:password@api.mch.weixin.qq.com/v3/a',
	'https://api.mch.weixin.qq.com:8443/v3/a',
	'https://api.mch.weixin.qq.com:80/v3/a',
	'http://api.mch.weixin.qq.com/v3/a',
	'http://api.mch.weixin.qq.com:443/v3/a',
	'https://evil.api.mch.weixin.qq.com/v3/a',
	'https://evilapi.mch.weixin.qq.com/v3/a',
	'https://mch.weixin.qq.com/v3/a',
	'https://api-mch.weixin.qq.com/v3/a',
	'https://api.mch.weixin.qq.com./v3/a',
	'https://api2.mch.weixin.qq.com.:443/v3/a',
	'https://evil.com\\@api.mch.weixin.qq.com/v3/a',
	'https:\\\\evil.com\\api.mch.weixin.qq.com',
	'https://evil.com\\.api.mch.weixin.qq.com/v3/a',
	'https://api.mch.weixin.qq.com\t.evil.com/v3/a',
	'https://api.mch.weixin.qq.com\n.evil.com/v3/a',
	'https://аpi.mch.weixin.qq.com/v3/a',
	'https://api.mch.weіxin.qq.com/v3/a',
	'https://xn--pi-7kc.mch.weixin.qq.com/v3/a',
	'//evil.com/v3/a',
	'//api.mch.weixin.qq.com/v3/a',
	'///evil.com/v3/a',
	'https:///evil.com/v3/a',
	'ftp://api.mch.weixin.qq.com/v3/a',
	'wss://api.mch.weixin.qq.com/v3/a',
	'file:///v3/a',
	'https://api.mch.weixin.qq.com%2eevil.com/v3/a',
	'https://api.mch.weixin.qq.com%40evil.com/v3/a',
	'https://',
	'https://[::1]/v3/a',
	'http://127.0.0.1/v3/a',
];

/** No Authorization for another host: refused, or sent to WeChat Pay after all. */
function expectNowhereElse(options: HttpOptions): void {
	let signed: SignedHttpOptions | undefined;
	try {
		signed = sign(options);
	} catch (error) {
		expect(error).toBeInstanceOf(UnsignableRequestError);
	}
	if (!signed) return;
	for (const address of [signed.url, signed.uri]) {
		expect(new URL(address)).toMatchObject({ origin: MAIN_HOST, username: '', password: '' });
	}
}

test('an address that cannot be read is named', () => {
	expect(() => sign({ url: 'https://' })).toThrow('"https://" is not a web address.');
});

describe('look-alikes', () => {
	test.each(LOOK_ALIKES)('%j as url, uri or baseURL gets no signature', (address) => {
		// Without a scheme and two slashes it is a path for the host of the credential.
		const isAbsolute = /^([a-z]+:)?\/\//.test(address);
		const forms: HttpOptions[] = [{ url: address }, { uri: address }];
		for (const options of forms) {
			if (isAbsolute) expect(() => sign(options)).toThrow(UnsignableRequestError);
			else expectNowhereElse(options);
		}
		expectNowhereElse({ baseURL: address, url: '/v3/a' });
		expectNowhereElse({ baseURL: address, url: '' });
	});

	test.each([
		'https://api.mch.weixin.qq.com\\@evil.com/v3/a',
		'https://api.mch.weixin.qq.com\\.evil.com/v3/a',
		'https://api.mch.weixin.qq.com/@evil.com/v3/a',
		'https://api.mch.weixin.qq.com#@evil.com/',
		'https://api.mch.weixin.qq.com?@evil.com/',
		'https://api.mch.weixin.qq。com/v3/a',
		'https://ａpi.mch.weixin.qq.com/v3/a',
		'\\\\evil.com/v3/a',
		'/\\evil.com/v3/a',
		'https:evil.com/v3/a',
		'https:/evil.com/v3/a',
		' https://evil.com/v3/a',
		'javascript:alert(1)',
		'@evil.com/v3/a',
		'.evil.com/v3/a',
		':8443/v3/a',
	])('%j can only reach WeChat Pay', (url) => {
		expectNowhereElse({ url });
		expectNowhereElse({ uri: url });
	});

	test.each([
		'blob:https://api.mch.weixin.qq.com',
		'blob:https://api.mch.weixin.qq.com/v3/a',
		'filesystem:https://api.mch.weixin.qq.com',
		'https:evil.com',
		'evil.com',
		'/',
	])('baseURL %j gets no signature', (baseURL) => {
		expect(() => sign({ baseURL, url: '/v3/a' })).toThrow(UnsignableRequestError);
	});

	test('an empty baseURL stands for the one of the credential', () => {
		expect(sign({ baseURL: '', url: '/v3/a' }).url).toBe(`${MAIN_HOST}/v3/a`);
	});

	test('the path cannot continue the name of the host', () => {
		for (const url of ['.evil.com/v3/a', '@evil.com/v3/a', ':8443/v3/a']) {
			expect(new URL(sign({ baseURL: MAIN_HOST, url }).url).origin).toBe(MAIN_HOST);
		}
	});

	test('the message names the host and nothing secret', () => {
		const attempt = () => sign({ url: 'https://user:password@evil.com/v3/a?token=1' });
		expect(attempt).toThrow('Requests to evil.com are not signed');
		expect(attempt).not.toThrow('password');
		expect(attempt).not.toThrow('token');
	});
});

test('any mixture of host names and tricks', () => {
	const pieces = fc.constantFrom(
		'https:',
		'http:',
		'blob:',
		'/',
		'//',
		'\\',
		'@',
		':',
		'.',
		'#',
		'?',
		'%2f',
		'%40',
		'\t',
		' ',
		'443',
		'evil.com',
		'api.mch.weixin.qq.com',
		'api.mch.weixin.qq.com',
	);
	const addresses = fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join(''));
	const allowed = [MAIN_HOST, BACKUP_HOST];
	fc.assert(
		fc.property(addresses, fc.option(addresses, { nil: undefined }), (url, baseURL) => {
			let signed: SignedHttpOptions;
			try {
				signed = sign({ url, baseURL });
			} catch (error) {
				expect(error).toBeInstanceOf(UnsignableRequestError);
				return;
			}
			const { origin, username, pathname, search } = new URL(signed.url);
			expect(allowed).toContain(origin);
			expect(username).toBe('');
			expect(signed.url).toBe(origin + pathname + search);
		}),
		{ numRuns: runs(3000) },
	);
});
