import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
	fillPath,
	percentEncode,
	TargetError,
	type TargetValue,
	writeQuery,
} from '../../../wechatpay/requestTarget.ts';
import { runs } from '../helpers/runs.mts';

const texts = fc.string({ unit: 'binary', maxLength: 40 });
/** Values that look like parts of an address, which random text hardly ever does. */
const awkward = fc.oneof(
	texts,
	fc.string({ unit: fc.constantFrom(...'./%?#&=+ \\\t\n\'"{}|2eEfF:@;'), maxLength: 8 }),
);
const steps = awkward.filter((text) => !['', '.', '..'].includes(text));

describe('known answers', () => {
	test('the query of the documentation for partnerships', () => {
		expect(
			writeQuery({
				limit: 5,
				offset: 10,
				authorized_data: { business_type: 'FAVOR_STOCK', stock_id: '2433405' },
				partner: { type: 'APPID', appid: 'wx4e1916a585d1f4e9', merchant_id: '2480029552' },
			}),
		).toBe(
			'?limit=5&offset=10&authorized_data=%7B%22business_type%22%3A%22FAVOR_STOCK%22%2C%22stock_id%22%3A%222433405%22%7D&partner=%7B%22type%22%3A%22APPID%22%2C%22appid%22%3A%22wx4e1916a585d1f4e9%22%2C%22merchant_id%22%3A%222480029552%22%7D',
		);
	});

	test('a documented path', () => {
		expect(
			fillPath('/v3/coupons/{product_coupon_id}/stocks/{stock_id}/stores', {
				product_coupon_id: '1000000013',
				stock_id: '券/1',
			}),
		).toBe('/v3/coupons/1000000013/stocks/%E5%88%B8%2F1/stores');
	});

	test.each([
		['letters, digits and -._~ stay', 'aZ09-._~', 'aZ09-._~'],
		["what encodeURIComponent leaves: !'()*", "!'()*", '%21%27%28%29%2A'],
		['a blank is not a plus', 'a b+c', 'a%20b%2Bc'],
		['a percent sign is not taken for an escape', '%2e', '%252e'],
		['characters beyond the basic plane', '😀', '%F0%9F%98%80'],
	])('%s', (_, text, expected) => {
		expect(percentEncode(text)).toBe(expected);
	});

	test('values that are not given are left out, and no lone question mark stays', () => {
		expect(writeQuery({ brand_id: '120344', page_token: undefined })).toBe('?brand_id=120344');
		expect(writeQuery({ page_token: undefined })).toBe('');
		expect(writeQuery({})).toBe('');
		expect(writeQuery({ nothing: '', zero: 0, no: false })).toBe('?nothing=&zero=0&no=false');
	});
});

describe('no URL parser finds anything left to encode', () => {
	test('path and query stay byte for byte and decode to the values', () => {
		const queries = fc.dictionary(
			awkward.filter((name) => name !== '__proto__'),
			awkward,
			{ maxKeys: 4 },
		);
		fc.assert(
			fc.property(steps, steps, queries, (first, second, query) => {
				const path = fillPath('/v3/{first}/stocks/{second}', { first, second });
				const written = writeQuery(query);
				const url = new URL(`https://host${path}${written}`);
				expect(url.pathname).toBe(path);
				expect(url.search).toBe(written);
				expect(url.hash).toBe('');
				const [, , one = '', , two = ''] = url.pathname.split('/');
				expect([one, two].map(decodeURIComponent)).toEqual([first, second]);
				expect(Object.fromEntries(url.searchParams)).toEqual({ ...query });
			}),
			{ numRuns: runs(3000) },
		);
	});

	test('an object in the query is its JSON text', () => {
		fc.assert(
			fc.property(fc.dictionary(texts, fc.oneof(texts, fc.integer())), (value) => {
				const url = new URL(`https://host/${writeQuery({ value })}`);
				expect(JSON.parse(url.searchParams.get('value') ?? '')).toEqual(
					JSON.parse(JSON.stringify(value)),
				);
			}),
			{ numRuns: runs(2000) },
		);
	});
});

describe('values that cannot be sent', () => {
	const HALF = 'contains half of a character, so it cannot be sent';

	test.each<[string, TargetValue | undefined, string]>([
		['a step to the same folder', '.', 'cannot be "."'],
		['a step up', '..', 'cannot be ".."'],
		['empty', '', 'is empty'],
		['missing', undefined, 'is empty'],
		['half of a character', 'a\ud83d', HALF],
		['the other half of a character', '\ude00a', HALF],
	])('path: %s', (_, stock_id, complaint) => {
		const fill = () => fillPath('/v3/stocks/{stock_id}', { stock_id });
		expect(fill).toThrow(TargetError);
		expect(fill).toThrow(
			expect.objectContaining({
				field: 'stock_id',
				message: `The value of stock_id ${complaint}`,
			}),
		);
	});

	test('a name that all objects inherit is missing unless it is given', () => {
		expect(() => fillPath('/{constructor}', {})).toThrow('The value of constructor is empty');
		expect(fillPath('/{constructor}', { constructor: '1' })).toBe('/1');
		const values = JSON.parse('{"__proto__":"1"}') as Record<string, TargetValue>;
		expect(writeQuery(values)).toBe('?__proto__=1');
	});

	test('dots inside a value are no steps', () => {
		expect(fillPath('/{id}', { id: '...' })).toBe('/...');
		expect(fillPath('/{id}', { id: 'a..b' })).toBe('/a..b');
		expect(fillPath('/{id}', { id: '../..' })).toBe('/..%2F..');
	});

	test('query: half of a character, in a value or in a name', () => {
		expect(() => writeQuery({ comment: '\ud83d' })).toThrow(TargetError);
		expect(() => writeQuery({ '\ud83d': 'comment' })).toThrow(TargetError);
	});
});
