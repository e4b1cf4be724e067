import { Readable } from 'node:stream';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import FormDataPackage from 'form-data';
import {
	type HttpOptions,
	signHttpOptions,
	type SignedHttpOptions,
	UnsignableRequestError,
} from '../../../wechatpay/signedOptions.ts';
import { isSigned, pairsOf } from '../helpers/authorization.mts';
import {
	BACKUP_HOST,
	credentialOf,
	MAIN_HOST,
	MCHID,
	PUBLIC_KEY_ID,
	SERIAL_NO,
} from '../helpers/credential.mts';
import { rsaKeyPair } from '../helpers/keys.mts';
import { runs } from '../helpers/runs.mts';

const merchant = rsaKeyPair();
const credential = credentialOf(merchant, rsaKeyPair());
const moment = { timestamp: 1554208460, nonce: '593BEC0C930BF1AFEB40B4A08C8FB242' };
const sign = async (options: HttpOptions): Promise<SignedHttpOptions> =>
	await signHttpOptions(options, credential, moment, 'tests');

/** The signature fits method, address and body as WeChat Pay receives them. */
function expectSigned(signed: SignedHttpOptions, method: string): void {
	const { pathname, search } = new URL(signed.url);
	const received = {
		method,
		target: pathname + search,
		body: signed.body ?? '',
		authorization: signed.headers.Authorization,
	};
	expect(isSigned(received, merchant.publicKey)).toBe(true);
}

describe('the address', () => {
	test.each<[string, HttpOptions, string]>([
		['url', { url: `${MAIN_HOST}/v3/certificates` }, '/v3/certificates'],
		['uri', { uri: `${MAIN_HOST}/v3/certificates` }, '/v3/certificates'],
		['a path for the host of the credential', { url: '/v3/certificates' }, '/v3/certificates'],
		['a path without its slash', { url: 'v3/certificates' }, '/v3/certificates'],
		['baseURL and url', { baseURL: MAIN_HOST, url: '/v3/certificates' }, '/v3/certificates'],
		['baseURL with a slash', { baseURL: `${MAIN_HOST}/`, url: '/v3/a' }, '/v3/a'],
		['baseURL with two', { baseURL: `${MAIN_HOST}//`, url: '/v3/a' }, '/v3/a'],
		['an address in a query', { url: '/v3/a?b=https://c.example' }, '/v3/a?b=https://c.example'],
		['baseURL with a path', { baseURL: `${MAIN_HOST}/v3`, url: 'a' }, '/v3/a'],
		['baseURL with a path alone', { baseURL: `${MAIN_HOST}/v3/a` }, '/v3/a'],
		['baseURL with a path and an empty url', { baseURL: `${MAIN_HOST}/v3/a`, url: '' }, '/v3/a'],
		[
			'an absolute url goes before baseURL',
			{ baseURL: 'https://other.example', url: `${MAIN_HOST}/v3/a` },
			'/v3/a',
		],
		['a slash at the end stays', { url: '/v3/a/' }, '/v3/a/'],
		['Chinese text in the path', { url: '/v3/券' }, '/v3/%E5%88%B8'],
		['what is encoded stays as it is', { url: '/v3/a%2Fb%2e' }, '/v3/a%2Fb%2e'],
		['a fragment is not sent', { url: '/v3/a?b=c#d' }, '/v3/a?b=c'],
		['a query in the url', { url: '/v3/a?b=c&d=%20' }, '/v3/a?b=c&d=%20'],
		[
			'a query as an object',
			{ url: '/v3/a', qs: { limit: 5, all: true, text: 'a b&c', zero: 0, empty: '' } },
			'/v3/a?limit=5&all=true&text=a%20b%26c&zero=0&empty=',
		],
		[
			'an object in the query',
			{
				url: '/v3/a',
				qs: { authorized_data: { business_type: 'FAVOR_STOCK', stock_id: '2433405' } },
			},
			'/v3/a?authorized_data=%7B%22business_type%22%3A%22FAVOR_STOCK%22%2C%22stock_id%22%3A%222433405%22%7D',
		],
		['nothing is sent for nothing', { url: '/v3/a', qs: { b: undefined, c: null } }, '/v3/a'],
		['a query as text', { url: '/v3/a', qs: 'b=c d&e=%20' }, '/v3/a?b=c%20d&e=%20'],
		['a query as text with its mark', { url: '/v3/a', qs: '?b=c' }, '/v3/a?b=c'],
		['a query as text with a mark in it', { url: '/v3/a', qs: 'b=c?d' }, '/v3/a?b=c?d'],
		['nothing for what is no value', { url: '/v3/a', qs: { b: () => 1 } }, '/v3/a'],
		['an empty query', { url: '/v3/a', qs: '' }, '/v3/a'],
		['both queries', { url: '/v3/a?b=1', qs: { c: 2 } }, '/v3/a?b=1&c=2'],
	])('%s', async (_, options, target) => {
		const signed = await sign(options);
		expect(signed.url).toBe(MAIN_HOST + target);
		expect(signed.uri).toBe(signed.url);
		expectSigned(signed, 'GET');
	});

	test.each(['', 'post', 'POST', 'delete', 'PATCH'])('method %j', async (method) => {
		const options = method === '' ? { url: '/v3/a' } : { url: '/v3/a', method };
		expectSigned(await sign(options), method === '' ? 'GET' : method.toUpperCase());
	});

	test('nothing is left that would be added once more', async () => {
		const signed = await sign({ baseURL: MAIN_HOST, url: '/v3/a', qs: { b: 1 } });
		expect(signed).toMatchObject({ baseURL: undefined, qs: undefined });
	});

	test('whatever is in path and query, what is signed is what the HTTP client sends', async () => {
		const texts = fc.string({ unit: 'binary', maxLength: 20 });
		const odd = fc.string({
			unit: fc.constantFrom(...'/?#%&=+ .\\\'"{}|^`<>[]@:;\t\n'),
			maxLength: 12,
		});
		const parts = fc.oneof(texts, odd);
		const queries = fc.oneof(
			parts,
			fc.dictionary(parts, fc.oneof(parts, fc.integer(), fc.object())),
		);
		await fc.assert(
			fc.asyncProperty(
				parts,
				queries,
				fc.constantFrom(MAIN_HOST, BACKUP_HOST),
				async (path, qs, host) => {
					const signed = await sign({ url: `${host}/v3/${path}`, qs });
					const url = new URL(signed.url);
					expect(url.href).toBe(signed.url);
					expect(url.origin).toBe(host);
					expectSigned(signed, 'GET');
				},
			),
			{ numRuns: runs(300) },
		);
	});
});

describe('the body', () => {
	const post = async (body: unknown) => await sign({ method: 'POST', url: '/v3/a', body });

	test.each<[string, unknown, string]>([
		['an object', { brand_id: '120344', name: '券' }, '{"brand_id":"120344","name":"券"}'],
		['a list', [1, { a: 2 }], '[1,{"a":2}]'],
		['an empty object', {}, '{}'],
		['an object of an expression', runInNewContext('({ a: [1] })'), '{"a":[1]}'],
		['JSON text as it was written', '{ "a" : 1.0 }', '{ "a" : 1.0 }'],
		['blanks inside strings of JSON text', '{"a":" b "}', '{"a":" b "}'],
		['JSON text without the blanks that the HTTP client trims', '\n {"a":1}\r\n', '{"a":1}'],
		['text that is not JSON, blanks too', ' not JSON \n', ' not JSON \n'],
		['JSON between no-break blanks is not JSON', '\u00a0{"a":1}\u00a0', '\u00a0{"a":1}\u00a0'],
		['bytes', Buffer.from(' {"a":1} \n'), ' {"a":1} \n'],
	])('%s', async (_, body, wire) => {
		const signed = await post(body);
		expect(Buffer.from(signed.body ?? '').toString('utf8')).toBe(wire);
		expect(signed.headers['Content-Type']).toBe('application/json');
		expectSigned(signed, 'POST');
	});

	test('text that is not JSON is sent as bytes, which no HTTP client puts quotes around', async () => {
		expect(Buffer.isBuffer((await post('not JSON')).body)).toBe(true);
	});

	test('bytes that are not text stay as they are', async () => {
		const bytes = Buffer.from([0xff, 0x00, 0x0a]);
		expect((await post(bytes)).body).toEqual(bytes);
		expectSigned(await post(bytes), 'POST');
	});

	test.each<[string, unknown]>([
		['GET', {}],
		['GET', { a: 1 }],
		['GET', ''],
		['GET', undefined],
		['HEAD', { a: 1 }],
		['DELETE', {}],
		['DELETE', ''],
		['DELETE', null],
		['POST', undefined],
		['POST', ''],
	])('%s with %j has none', async (method, body) => {
		const signed = await sign({ method, url: '/v3/a', body });
		expect(signed.body).toBeUndefined();
		expect(signed.headers).not.toHaveProperty('Content-Type');
		expectSigned(signed, method);
	});

	test('DELETE with something in it', async () => {
		const signed = await sign({ method: 'DELETE', url: '/v3/a', body: { a: 1 } });
		expect(signed.body).toBe('{"a":1}');
		expectSigned(signed, 'DELETE');
	});

	test('any JSON', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()),
				async (body) => {
					const signed = await post(body);
					expect(JSON.parse(String(signed.body))).toEqual(JSON.parse(JSON.stringify(body)));
					expectSigned(signed, 'POST');
				},
			),
			{ numRuns: runs(150) },
		);
	});

	test.each<[string, HttpOptions, string]>([
		['form', { form: { a: 1 } }, 'form'],
		['FormData', { body: new FormData() }, 'noText'],
		['URLSearchParams', { body: new URLSearchParams('a=1') }, 'noText'],
		['a stream', { body: { pipe: () => undefined } }, 'noText'],
		['a number', { body: 5 }, 'noText'],
		['a Map', { body: new Map([['a', 1]]) }, 'noText'],
	])('%s is refused', async (_, options, reason) => {
		const attempt = sign({ method: 'POST', url: '/v3/a', ...options });
		await expect(attempt).rejects.toThrow(UnsignableRequestError);
		await expect(attempt).rejects.toMatchObject({ reason, seen: '' });
	});
});

describe('an upload', () => {
	const META = '{ "filename": "券.png", "sha256": "6f0a" }';
	const FILE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0x00]);

	function expectMetaSigned(signed: SignedHttpOptions): void {
		const received = {
			method: 'POST',
			target: '/v3/marketing/favor/media/image-upload',
			body: META,
			authorization: signed.headers.Authorization,
		};
		expect(isSigned(received, merchant.publicKey)).toBe(true);
	}
	const upload = async (options: HttpOptions) =>
		await sign({ method: 'POST', url: '/v3/marketing/favor/media/image-upload', ...options });

	test('as bytes with their own boundary: the part meta is signed, the bytes stay', async () => {
		const form = new FormDataPackage();
		form.append('meta', META, { contentType: 'application/json' });
		form.append('file', FILE, { filename: '券.png', contentType: 'image/png' });
		const body = form.getBuffer();
		const signed = await upload({ body, headers: form.getHeaders() });
		expect(signed.body).toEqual(body);
		expect(signed.headers['content-type']).toBe(form.getHeaders()['content-type']);
		expect(signed.headers).not.toHaveProperty('Content-Type');
		expectMetaSigned(signed);
	});

	test.each([
		['text and a stream', META, () => Readable.from([FILE])],
		['bytes and bytes', Buffer.from(META), () => FILE],
	])('as a form of the HTTP Request node: %s', async (_, meta, file) => {
		const formData = new FormDataPackage();
		formData.append('file', file(), { filename: 'meta.png' });
		formData.append('meta', meta);
		formData.append('other', 'Content-Disposition: form-data; name="meta"');
		const options = { formData, headers: { accept: 'application/json' } };
		const signed = await upload(options);
		expectMetaSigned(signed);
		expect(signed).not.toHaveProperty('formData');
		expect(signed.body).toBeUndefined();
		expect(signed.headers).not.toHaveProperty('Content-Type');
		// n8n signs once more after a 401.
		expectMetaSigned(await upload({ ...options, ...signed }));
	});

	test.each([{ meta: META }, { meta: { value: META, options: {} }, file: { value: FILE } }])(
		'as values by their names: %j',
		async (formData) => {
			expectMetaSigned(await upload({ formData }));
		},
	);

	const twice = new FormDataPackage();
	twice.append('meta', META);
	twice.append('meta', META);
	const streamed = new FormDataPackage();
	streamed.append('meta', Readable.from([META]), { filename: 'meta.json' });
	const withoutMeta = new FormDataPackage();
	withoutMeta.append('file', FILE, { filename: 'meta' });
	const type = (value: string) => ({ 'content-type': value });

	test.each<[string, HttpOptions]>([
		['two parts meta', { formData: twice }],
		['two parts meta in bytes', { body: twice.getBuffer(), headers: twice.getHeaders() }],
		['a meta that is a stream', { formData: streamed }],
		['no meta', { formData: withoutMeta }],
		['no meta in bytes', { body: withoutMeta.getBuffer(), headers: withoutMeta.getHeaders() }],
		['values without it', { formData: { a: 1 } }],
		['a meta that is no text', { formData: { meta: 7 } }],
		['no form', { formData: null }],
		['nothing', { formData: {} }],
		[
			'another boundary',
			{ body: twice.getBuffer(), headers: type('multipart/form-data; boundary=x') },
		],
		['no boundary', { body: twice.getBuffer(), headers: type('multipart/form-data') }],
		['another multipart', { body: FILE, headers: type('Multipart/Mixed; boundary=x') }],
		['an empty body', { body: Buffer.alloc(0), headers: type('multipart/form-data; boundary=x') }],
	])('with %s is refused', async (_, options) => {
		const attempt = upload(options);
		await expect(attempt).rejects.toThrow(UnsignableRequestError);
		await expect(attempt).rejects.toMatchObject({ reason: 'noMeta', seen: '' });
	});
});

describe('headers', () => {
	test('of a request without its own', async () => {
		const { headers } = await sign({ url: '/v3/a' });
		expect(Object.keys(headers).sort()).toEqual([
			'Accept',
			'Authorization',
			'User-Agent',
			'Wechatpay-Serial',
		]);
		expect(headers).toMatchObject({
			Accept: 'application/json',
			'User-Agent': 'tests',
			'Wechatpay-Serial': PUBLIC_KEY_ID,
		});
		expect(pairsOf(headers.Authorization)).toMatchObject({
			mchid: MCHID,
			serial_no: SERIAL_NO,
			nonce_str: moment.nonce,
			timestamp: '1554208460',
		});
	});

	test('others are kept, in any case', async () => {
		const given = {
			accept: 'text/csv',
			'USER-AGENT': 'test',
			'content-type': 'application/json; charset=utf-8',
			'X-Own': '1',
		};
		const { headers } = await sign({ method: 'POST', url: '/v3/a', headers: given, body: {} });
		expect(headers).toMatchObject(given);
		const names = Object.keys(headers).map((name) => name.toLowerCase());
		expect(new Set(names).size).toBe(names.length);
	});

	test.each(['authorization', 'Authorization', 'AUTHORIZATION', 'AuthorizatioN'])(
		'%s is replaced',
		async (name) => {
			const { headers } = await sign({ url: '/v3/a', headers: { [name]: 'Bearer secret' } });
			const found = Object.entries(headers).filter(([key]) => /^authorization$/i.test(key));
			expect(found).toHaveLength(1);
			expect(found[0]?.[1]).toMatch(/^WECHATPAY2-SHA256-RSA2048 /);
		},
	);

	test.each(['wechatpay-serial', 'WECHATPAY-SERIAL'])('%s is replaced', async (name) => {
		const { headers } = await sign({ url: '/v3/a', headers: { [name]: 'PUB_KEY_ID_1' } });
		const found = Object.entries(headers).filter(([key]) => /^wechatpay-serial$/i.test(key));
		expect(found).toEqual([['Wechatpay-Serial', PUBLIC_KEY_ID]]);
	});

	test('the given options are not changed', async () => {
		const options = Object.freeze({
			url: '/v3/a',
			headers: Object.freeze({ authorization: 'old' }),
			qs: Object.freeze({ a: 1 }),
		});
		await sign(options);
		expect(options.headers).toEqual({ authorization: 'old' });
	});
});

describe('signed twice', () => {
	test.each<[string, HttpOptions]>([
		['GET', { method: 'GET', url: '/v3/a?b={c}', qs: { d: ['e'] } }],
		['POST', { method: 'POST', url: '/v3/a', body: { name: '券' } }],
		['POST', { method: 'POST', uri: '/v3/a', body: 'not JSON' }],
	])(
		'%s: the second signature replaces the first and nothing else changes',
		async (method, options) => {
			const first = { ...options, ...(await sign(options)) };
			const later = { timestamp: moment.timestamp + 1, nonce: 'another' };
			const second = { ...first, ...(await signHttpOptions(first, credential, later, 'tests')) };
			expectSigned(second, method);
			const { Authorization: one, ...headers } = first.headers;
			const { Authorization: two, ...others } = second.headers;
			expect(one).not.toBe(two);
			expect(pairsOf(two)).toMatchObject({ nonce_str: 'another' });
			expect({ ...second, headers: others }).toEqual({ ...first, headers });
		},
	);
});

test('what would replace the signature or carry it elsewhere is switched off', async () => {
	const options = {
		url: '/v3/a',
		auth: { username: 'a', password: 'b' },
		disableFollowRedirect: false,
		followRedirect: true,
		followAllRedirects: true,
	};
	expect({ ...options, ...(await sign(options)) }).toMatchObject({
		auth: undefined,
		disableFollowRedirect: true,
		followRedirect: false,
		followAllRedirects: false,
	});
});

test('a base URL with a million slashes within is read in time that grows with its length', async () => {
	const baseURL = `${MAIN_HOST}/${'/'.repeat(1_000_000)}v3`;
	const signed = await sign({ baseURL, url: 'certificates' });
	expect(signed.url.endsWith('/v3/certificates')).toBe(true);
});
