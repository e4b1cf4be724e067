import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { InputError } from '../../../../marketing/parameters/inputError.ts';
import { readId } from '../../../../marketing/parameters/readId.ts';
import {
	CODES,
	IDS,
	readList,
	readTexts,
	SLASHED_CODES,
} from '../../../../marketing/parameters/readList.ts';
import { runs } from '../../helpers/runs.mts';

const FIELD = 'Store IDs';
const read = (given: unknown) => readList(given, FIELD, (one) => readId(one, FIELD));
/** The values, and what was given for a member that cannot be used with its complaint. */
const told = (given: unknown) =>
	read(given).map((member) =>
		'value' in member ? member.value : [member.given, member.error.message],
	);

describe('several IDs', () => {
	test.each<[string, unknown, string[]]>([
		['one', '1', ['1']],
		['a number', 1000000013, ['1000000013']],
		['commas', '1,2,3', ['1', '2', '3']],
		['commas and blanks', ' 1, 2 ,3 ', ['1', '2', '3']],
		['blanks', '1 2\t3', ['1', '2', '3']],
		['semicolons', 'a;b; c', ['a', 'b', 'c']],
		['bars', 'a|b | c', ['a', 'b', 'c']],
		['slashes', '100000001/100000002', ['100000001', '100000002']],
		['line ends', '1\n2\r\n3\r\n', ['1', '2', '3']],
		['full-width commas', '1，2，3', ['1', '2', '3']],
		['full-width semicolons', 'a；b', ['a', 'b']],
		['full-width bars', 'a｜b', ['a', 'b']],
		['full-width slashes', '1／2', ['1', '2']],
		['enumeration commas', '1、2、3', ['1', '2', '3']],
		['ideographic blanks', '1\u30002\u00a03', ['1', '2', '3']],
		[
			'all of them',
			'1,2;3|4/5 6\n7，8；9、10',
			['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'],
		],
		['separators in a row', ',,1,\n,2,,', ['1', '2']],
		['a list of texts', ['1', '2'], ['1', '2']],
		['a list of numbers', [3, 1, 2], ['3', '1', '2']],
		['a list of lists in text', ['1,2', 3, '4\n5'], ['1', '2', '3', '4', '5']],
		['a list in a list', [['1', '2'], ['3']], ['1', '2', '3']],
		['a list with gaps', ['1', '', null, undefined, ' ', '2'], ['1', '2']],
		['JSON text of a list', '["a","b"]', ['a', 'b']],
		['JSON text of numbers', ' [100000001, 100000002]\n', ['100000001', '100000002']],
		[
			'a number in JSON text that JavaScript cannot hold',
			'[9007199254740993]',
			['9007199254740993'],
		],
		['repeated ones, in first-seen order', 'b,a,b,c,a', ['b', 'a', 'c']],
		['the same as text and as number', ['7', 7, ' 7 '], ['7']],
		['zeros in front make a difference', '07,7', ['07', '7']],
		['a number that is zero', [0], ['0']],
		['dress around all', '="1,2"', ['1', '2']],
		['dress around each', '"1", "2";\'3', ['1', '2', '3']],
		['.0 behind each', '100000001.0, 100000002.0', ['100000001', '100000002']],
		['full-width digits', '１，２', ['1', '2']],
	])('%s', (_, given, ids) => {
		expect(told(given)).toEqual(ids);
	});

	test('however they are written, each one comes once and in first-seen order', () => {
		const ids = fc.array(fc.stringMatching(/^[1-9][0-9]{4,8}$/), { minLength: 1 });
		const separators = fc.stringMatching(/^[ ,;|/，；、｜／\n\t\u3000]{1,3}$/);
		fc.assert(
			fc.property(ids, separators, (given, separator) => {
				const found = told(given.join(separator));
				expect(found).toEqual([...new Set(given)]);
				expect(told(given)).toEqual(found);
				expect(told(JSON.stringify(given))).toEqual(found);
			}),
			{ numRuns: runs(200) },
		);
	});
});

describe('one that cannot be used is refused alone, by what was given', () => {
	const GROUPS = 'which reads as one number with thousands groups';
	test.each<[string, unknown, unknown[]]>([
		['rounded', ['1', 1e17, '2'], ['1', [1e17, expect.stringContaining('lost its digits')], '2']],
		['an exponent', '1;1.2E+17;2', ['1', ['1.2E+17', expect.stringContaining('1.2E+17')], '2']],
		['a step in a path', '1,..', ['1', ['..', 'Store IDs is not an ID: “..”']]],
		['an object', [{ store_id: '1' }, '2'], [[{ store_id: '1' }, expect.any(String)], '2']],
		['false', [false, '2'], [[false, expect.stringContaining('type boolean')], '2']],
		[
			'#N/A',
			'100000001, #N/A, 100000002',
			['100000001', ['#N/A', expect.stringContaining('“#N/A”')], '100000002'],
		],
		['#DIV/0! alone', '#DIV/0!', [['#DIV/0!', expect.stringContaining('“#DIV/0!”')]]],
		[
			'a number in groups',
			'100,000,001',
			[['100,000,001', `Store IDs is “100,000,001”, ${GROUPS}`]],
		],
		['of one group', '1,234', [['1,234', `Store IDs is “1,234”, ${GROUPS}`]]],
		['in blanks', '100 000 001', [['100 000 001', `Store IDs is “100 000 001”, ${GROUPS}`]]],
		[
			'two of them, with commas between',
			'100,000,001, 100,000,002',
			[
				['100,000,001', expect.stringContaining(GROUPS)],
				['100,000,002', expect.stringContaining(GROUPS)],
			],
		],
		[
			'among others',
			'100000001; 100,000,002; 100 000 003\n100000004',
			[
				'100000001',
				['100,000,002', expect.stringContaining(GROUPS)],
				[' 100 000 003', expect.stringContaining(GROUPS)],
				'100000004',
			],
		],
		[
			'in blanks between commas',
			'100000001, 100 000 002',
			['100000001', [' 100 000 002', expect.stringContaining(GROUPS)]],
		],
		[
			'an invisible mark within',
			'1000\u200b01,2',
			[
				['1000\u200b01', 'Store IDs has an invisible character (U+200B) within “1000\u200b01”'],
				'2',
			],
		],
	])('%s', (_, given, members) => {
		expect(told(given)).toEqual(members);
	});
});

test.each<[string, unknown]>([
	['separators alone', ' ,，;；\n'],
	['an empty list', []],
	['a list of gaps', ['', null, ' ']],
	['JSON text of an empty list', '[]'],
	['an empty formula', '=""'],
])('%s is called empty', (_, given) => {
	expect(() => read(given)).toThrow(InputError);
	expect(() => read(given)).toThrow('Store IDs is empty');
});

test.each<[unknown, string[]]>([
	['A/1,B|2;C\\3', ['A/1', 'B|2', 'C\\3']],
	['A/1\nB|2\tC=3、D', ['A/1', 'B|2', 'C=3', 'D']],
	[
		['A/1', 'B|2'],
		['A/1', 'B|2'],
	],
	['["A/1", "B|2"]', ['A/1', 'B|2']],
])('codes with slashes and bars stay whole: %j', (given, codes) => {
	const found = readList(given, FIELD, String, SLASHED_CODES);
	expect(found).toEqual(codes.map((value) => ({ value })));
});

describe('a long list', () => {
	const MILLION = 1_000_000;

	test('of 20,000 stores is read', () => {
		const ids = Array.from({ length: 20_000 }, (_, index) => String(100_000_000 + index));
		for (const separator of [', ', '\n', ' ; ']) {
			expect(told(ids.join(separator))).toEqual(ids);
		}
	});

	test.each([',', '，', ' ', ' , ', ';', '/', '\n', '#N/', '[', '"'])(
		'a million characters of %j cost no more than their number',
		(separator) => {
			const many = separator.repeat(MILLION / separator.length);
			for (const separation of [IDS, CODES, SLASHED_CODES]) {
				const parts = readList(`100000001${many}100000002`, FIELD, String, separation);
				expect(parts.length).toBeGreaterThan(0);
				expect(parts[0]).toHaveProperty('value', expect.stringMatching(/^100000001/));
			}
			expect(readTexts(`a${many}b`, FIELD, String)[0]).toMatch(/^a/);
		},
	);

	test('with thousands groups within is refused by its member', () => {
		const groups = `1${',234'.repeat(250_000)}`;
		expect(() => readList(`1;${groups}`, FIELD, (one) => readId(one, FIELD))).not.toThrow();
		expect(told(groups)).toEqual([[groups, expect.stringContaining('is longer than 10000')]]);
	});

	test('that no input is as long as is refused before it is read', () => {
		const long = '1,'.repeat(5_000_001);
		expect(() => read(long)).toThrow('Store IDs is longer than 10000000 characters');
		expect(() => readTexts(long, FIELD, String)).toThrow('is longer than 10000000 characters');
	});
});

test('IDs are parted as by expressions that look for the commas around a word', () => {
	const isGrouped = (text: string) =>
		/^[1-9]\d{0,2}([,.'’ \u00A0\u202F，])\d{3}(\1\d{3})*$/.test(text);
	const separated = (text: string): string[] => {
		const words = text.split(/\s+/).map((word) => word.replace(/^[,，]+|[,，]+$/g, ''));
		if (words.some(isGrouped)) {
			return words.flatMap((word) => (isGrouped(word) ? [word] : word.split(/[,，]+/)));
		}
		return text
			.split(/[,，]+/)
			.flatMap((part) => (isGrouped(part.trim()) ? [part] : part.split(/\s+/)));
	};
	const texts = fc.string({ unit: fc.constantFrom('1', '234', ',', '，', ' ', 'a'), maxLength: 9 });
	fc.assert(
		fc.property(texts, (text) => {
			expect(IDS(text)).toEqual(separated(text));
		}),
		{ numRuns: runs(1000) },
	);
});

describe('URLs in one text', () => {
	test.each([
		['https://a.cn/x?size=1,2', ['https://a.cn/x?size=1,2']],
		[
			'https://a.cn/1,2;3, http://b.cn/4 ；\nHTTPS://c.cn,',
			['https://a.cn/1,2;3', 'http://b.cn/4', 'HTTPS://c.cn'],
		],
		['https://a.cn/?to=https://b.cn', ['https://a.cn/?to=https://b.cn']],
		['a,https://b.cn', ['a', 'https://b.cn']],
	])('%j keep the commas within them', (text, urls) => {
		expect(readTexts(text, FIELD, String)).toEqual(urls);
	});

	test('take time in proportion to their length', () => {
		const text = `https://a.cn${','.repeat(200_000)}x${'https://'.repeat(100_000)}`;
		// So often that, in proportion to the square of it, they would not end in the time of a test.
		for (let times = 0; times < 300; times++) {
			expect(readTexts(text, FIELD, String).join('')).toContain('https://a.cn');
		}
	});
});
