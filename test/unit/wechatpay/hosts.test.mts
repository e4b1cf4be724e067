import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mayBeSigned, parseOrigin } from '../../../wechatpay/hosts.ts';
import { runs } from '../helpers/runs.mts';

describe('the API Base URL', () => {
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
		['api.mch.weixin.qq.com', 'is not a web address'],
		['//api.mch.weixin.qq.com', 'is not a web address'],
		['https://', 'is not a web address'],
		['https://a b', 'is not a web address'],
		['http://api.mch.weixin.qq.com', 'does not begin with https://'],
		['http://10.0.0.7:3000', 'does not begin with https://'],
		['http://localhost.example', 'does not begin with https://'],
		['http://127.0.0.1.example', 'does not begin with https://'],
		['localhost:3000', 'does not begin with https://'],
		['ftp://localhost', 'does not begin with https://'],
		['file:///etc/hosts', 'does not begin with https://'],
		['blob:https://api.mch.weixin.qq.com', 'does not begin with https://'],
		['javascript:alert(1)', 'does not begin with https://'],
		['https://user@proxy.example', 'contains a user name or password'],
		['https://:password@proxy.example', 'contains a user name or password'],
		['https://api.mch.weixin.qq.com/v3', 'has something behind the host name'],
		['https://api.mch.weixin.qq.com?a=1', 'has something behind the host name'],
		['https://api.mch.weixin.qq.com/#a', 'has something behind the host name'],
	])('%j %s', (value, complaint) => {
		expect(parseOrigin(value)).toEqual({ complaint });
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
