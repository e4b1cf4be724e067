import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
	type HttpOptions,
	signHttpOptions,
	type SignedHttpOptions,
	UnsignableRequestError,
} from '../../../wechatpay/signedOptions.ts';
import { BACKUP_HOST, credentialOf, MAIN_HOST } from '../helpers/credential.mts';
import { rsaKeyPair } from '../helpers/keys.mts';
import { runs } from '../helpers/runs.mts';

const merchant = rsaKeyPair();
const weChatPay = rsaKeyPair();
const moment = { timestamp: 1554208460, nonce: '593BEC0C930BF1AFEB40B4A08C8FB242' };

async function sign(options: HttpOptions, baseUrl = MAIN_HOST): Promise<SignedHttpOptions> {
	return await signHttpOptions(
		options,
		credentialOf(merchant, weChatPay, baseUrl),
		moment,
		'tests',
	);
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
	])('%s with the base URL %s', async (url, baseUrl) => {
		const signed = await sign({ url }, baseUrl);
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
async function expectNowhereElse(options: HttpOptions): Promise<void> {
	let signed: SignedHttpOptions | undefined;
	try {
		signed = await sign(options);
	} catch (error) {
		expect(error).toBeInstanceOf(UnsignableRequestError);
	}
	if (!signed) return;
	for (const address of [signed.url, signed.uri]) {
		expect(new URL(address)).toMatchObject({ origin: MAIN_HOST, username: '', password: '' });
	}
}

test('an address that cannot be read is named', async () => {
	const unread = { reason: 'noAddress', seen: 'https://' };
	await expect(sign({ url: 'https://' })).rejects.toMatchObject(unread);
});

describe('look-alikes', () => {
	test.each(LOOK_ALIKES)('%j as url, uri or baseURL gets no signature', async (address) => {
		// Without a scheme and two slashes it is a path for the host of the credential.
		const isAbsolute = /^([a-z]+:)?\/\//.test(address);
		const forms: HttpOptions[] = [{ url: address }, { uri: address }];
		for (const options of forms) {
			if (isAbsolute) await expect(sign(options)).rejects.toThrow(UnsignableRequestError);
			else await expectNowhereElse(options);
		}
		await expectNowhereElse({ baseURL: address, url: '/v3/a' });
		await expectNowhereElse({ baseURL: address, url: '' });
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
	])('%j can only reach WeChat Pay', async (url) => {
		await expectNowhereElse({ url });
		await expectNowhereElse({ uri: url });
	});

	test.each([
		'blob:https://api.mch.weixin.qq.com',
		'blob:https://api.mch.weixin.qq.com/v3/a',
		'filesystem:https://api.mch.weixin.qq.com',
		'https:evil.com',
		'evil.com',
		'/',
	])('baseURL %j gets no signature', async (baseURL) => {
		await expect(sign({ baseURL, url: '/v3/a' })).rejects.toThrow(UnsignableRequestError);
	});

	test('an empty baseURL stands for the one of the credential', async () => {
		expect((await sign({ baseURL: '', url: '/v3/a' })).url).toBe(`${MAIN_HOST}/v3/a`);
	});

	test('the path cannot continue the name of the host', async () => {
		for (const url of ['.evil.com/v3/a', '@evil.com/v3/a', ':8443/v3/a']) {
			expect(new URL((await sign({ baseURL: MAIN_HOST, url })).url).origin).toBe(MAIN_HOST);
		}
	});

	test('the host is named and nothing secret', async () => {
		const attempt = sign({ url: 'https://user:password@evil.com/v3/a?token=1' });
		await expect(attempt).rejects.toMatchObject({ reason: 'otherHost', seen: 'evil.com' });
		const error = await attempt.catch((thrown: Error) => thrown);
		expect(JSON.stringify(error) + String(error)).not.toMatch(/password|token/);
	});
});

test('any mixture of host names and tricks', async () => {
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
	await fc.assert(
		fc.asyncProperty(addresses, fc.option(addresses, { nil: undefined }), async (url, baseURL) => {
			let signed: SignedHttpOptions;
			try {
				signed = await sign({ url, baseURL });
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
