import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mayBeSigned, parseOrigin } from '../../../wechatpay/hosts.ts';
import { runs } from '../helpers/runs.mts';

describe('the base URL', () => {
	test.each([
		['', 'https://api.mch.weixin.qq.com'],
		['https://api.mch.weixin.qq.com', 'https://api.mch.weixin.qq.com'],
		['https://api2.mch.weixin.qq.com/', 'https://api2.mch.weixin.qq.com'],
		['HTTPS://API.MCH.WEIXIN.QQ.COM', 'https://api.mch.weixin.qq.com'],
		['https://proxy.example:8443', 'https://proxy.example:8443'],
		['https://proxy.example:443/', 'https://proxy.example'],
		['https://10.0.0.7', 'https://10.0.0.7'],
		['http://localhost:3000', 'http://localhost:3000'],
		['http://127.0.0.1:3000/', 'http://127.0.0.1:3000'],
		['http://[::1]:3000', 'http://[::1]:3000'],
	])('%j', (value, origin) => {
		expect(parseOrigin(value)).toEqual({ origin });
	});

	test.each([
		['api.mch.weixin.qq.com', 'noAddress'],
		['//api.mch.weixin.qq.com', 'noAddress'],
		['https://', 'noAddress'],
		['https://a b', 'noAddress'],
		['http://api.mch.weixin.qq.com', 'notHttps'],
		['http://10.0.0.7:3000', 'notHttps'],
		['http://localhost.example', 'notHttps'],
		['http://127.0.0.1.example', 'notHttps'],
		['localhost:3000', 'notHttps'],
		['ftp://localhost', 'notHttps'],
		['file:///etc/hosts', 'notHttps'],
		['blob:https://api.mch.weixin.qq.com', 'notHttps'],
		['javascript:alert(1)', 'notHttps'],
		['https://user@proxy.example', 'hasUser'],
		['https://:password@proxy.example', 'hasUser'],
		['https://api.mch.weixin.qq.com/v3', 'hasPath'],
		['https://api.mch.weixin.qq.com?a=1', 'hasPath'],
		['https://api.mch.weixin.qq.com/#a', 'hasPath'],
	])('%j: %s', (value, flaw) => {
		expect(parseOrigin(value)).toEqual({ flaw });
	});
});

describe('which address may carry the signature', () => {
	const OWN = 'https://proxy.example:8443';

	test.each([
		'https://api.mch.weixin.qq.com/v3/certificates',
		'https://api.mch.weixin.qq.com:443/',
		'https://api2.mch.weixin.qq.com/?a=1',
		'https://proxy.example:8443/v3',
	])('%s', (address) => {
		expect(mayBeSigned(new URL(address), OWN)).toBe(true);
	});

	test.each([
		'https://proxy.example/',
		'http://proxy.example:8443/',
		'https://user@proxy.example:8443/',
		'http://api.mch.weixin.qq.com/',
		'https://api3.mch.weixin.qq.com/',
		'https://mch.weixin.qq.com/',
		'blob:https://api.mch.weixin.qq.com/',
		'blob:https://proxy.example:8443/',
		'wss://api.mch.weixin.qq.com/',
		'file:///v3/certificates',
		'data:,',
	])('not %s', (address) => {
		expect(mayBeSigned(new URL(address), OWN)).toBe(false);
	});

	test('no other host, whatever it is called', () => {
		fc.assert(
			fc.property(fc.webUrl({ withQueryParameters: true }), (address) => {
				expect(mayBeSigned(new URL(address), OWN)).toBe(false);
			}),
			{ numRuns: runs(300) },
		);
	});
});
