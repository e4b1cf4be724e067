import { describe, expect, test } from '@jest/globals';
import { CsvError as OracleError, parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { CsvError, CsvReader } from '../../../wechatpay/csv.ts';
import { runs } from '../helpers/runs.mts';

/** Reads a text in pieces that end at these places. */
function read(text: string | Buffer, cuts: readonly number[] = []): string[][] {
	const bytes = Buffer.from(text as string);
	const reader = new CsvReader();
	const ends = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b);
	const pieces = [...ends, bytes.length].map((end, index) =>
		bytes.subarray(index === 0 ? 0 : ends[index - 1], end),
	);
	return [...pieces.flatMap((piece) => reader.push(piece)), ...reader.end()];
}

/** What another reader makes of it, or that it makes nothing of it. */
function oracle(text: string): string[][] | 'refused' {
	try {
		return parse(text, {
			bom: true,
			record_delimiter: ['\r\n', '\n'],
			skip_empty_lines: true,
			relax_column_count: true,
		});
	} catch (error) {
		expect(error).toBeInstanceOf(OracleError);
		return 'refused';
	}
}

function readOrRefused(text: string, cuts?: readonly number[]): string[][] | 'refused' {
	try {
		return read(text, cuts);
	} catch (error) {
		expect(error).toBeInstanceOf(CsvError);
		return 'refused';
	}
}

/** Texts full of what matters in CSV; a line end is never half of one. */
const csvLike = fc
	.array(fc.constantFrom(',', '"', '""', '\n', '\r\n', 'a', '0.10', ' ', '`', '券', '😀', '\t'), {
		maxLength: 30,
	})
	.map((parts) => parts.join(''));

const cuts = fc.array(fc.nat(200), { maxLength: 8 });

const written = (records: string[][], lineEnd: string, isQuoted: (cell: string) => boolean) =>
	records
		.map((cells) =>
			cells
				.map((cell) =>
					/[",\r\n]/.test(cell) || isQuoted(cell) ? `"${cell.replaceAll('"', '""')}"` : cell,
				)
				.join(','),
		)
		.join(lineEnd);

describe('reads', () => {
	test.each<[string, string, string[][]]>([
		[
			'cells and lines',
			'a,b\r\n1,2\r\n',
			[
				['a', 'b'],
				['1', '2'],
			],
		],
		[
			'a last line without an end',
			'a,b\n1,2',
			[
				['a', 'b'],
				['1', '2'],
			],
		],
		[
			'empty cells',
			',\n"",\n',
			[
				['', ''],
				['', ''],
			],
		],
		['a single empty cell in quotes', 'a\n""\n', [['a'], ['']]],
		[
			'commas, quotes and line ends in quotes',
			'"a,b","c""d","e\r\nf"\n',
			[['a,b', 'c"d', 'e\r\nf']],
		],
		['quotes only', '"""",""""""', [['"', '""']]],
		['blanks as they are', ' a , b \n', [[' a ', ' b ']]],
		['a byte order mark', '\ufeffa\n', [['a']]],
		['a byte order mark before a quote', '\ufeff"a"\n', [['a']]],
		['nothing', '', []],
		['a byte order mark alone', '\ufeff', []],
		['a byte order mark that is no first thing as it is', 'a\n\ufeffb\n', [['a'], ['\ufeffb']]],
		['lines without anything', '\n\r\na\n\n\r\nb\n\n', [['a'], ['b']]],
	])('%s', (_, text, records) => {
		expect(read(text)).toEqual(records);
		// In whatever pieces it comes.
		const single = Array.from({ length: Buffer.byteLength(text) }, (__, index) => index);
		expect(read(text, single)).toEqual(records);
	});

	test('what is no UTF-8 as U+FFFD', () => {
		expect(read(Buffer.from([0xb4, 0x2c, 0x61, 0x0a]))).toEqual([['\ufffd', 'a']]);
	});

	test('a mark before the opening quote of a cell, which is no part of it', () => {
		const marked = (text: string, cut: number) => {
			const bytes = Buffer.from(text);
			const reader = new CsvReader('`');
			const pieces = [bytes.subarray(0, cut), bytes.subarray(cut)];
			return [...pieces.flatMap((piece) => reader.push(piece)), ...reader.end()];
		};
		const text = '`"a, b",`"`c""d",`e,`\n`""';
		for (let cut = 0; cut <= text.length; cut++) {
			expect(marked(text, cut)).toEqual([['a, b', '`c"d', '`e', '`'], ['']]);
		}
		expect(() => marked('``"a"', 0)).toThrow('Record 1 has a quote within a cell');
		expect(() => read('`"a"')).toThrow('Record 1 has a quote within a cell');
	});

	test('whatever another reader reads, in whatever pieces it comes', () => {
		fc.assert(
			fc.property(csvLike, cuts, (text, at) => {
				expect(readOrRefused(text, at)).toEqual(oracle(text));
			}),
			{ numRuns: runs(3000) },
		);
	});

	test('whatever is written by the rules', () => {
		const cell = fc.string({
			unit: fc.constantFrom(',', '"', '\r', '\n', 'x', '券', '`'),
			maxLength: 6,
		});
		const record = fc.array(cell, { minLength: 2, maxLength: 5 });
		const records = fc.array(record, { maxLength: 6 });
		const lineEnds = fc.constantFrom('\n', '\r\n');
		fc.assert(
			fc.property(records, lineEnds, fc.func(fc.boolean()), cuts, (given, end, isQuoted, at) => {
				expect(read(written(given, end, isQuoted), at)).toEqual(given);
			}),
			{ numRuns: runs(1000) },
		);
	});
});

describe('refuses', () => {
	test.each<[string, string]>([
		['a,b\n1,x"y\n', 'Record 2 has a quote within a cell that is not in quotes'],
		['a, "b"\n', 'Record 1 has a quote within a cell that is not in quotes'],
		['"a"b,c\n', 'Record 1 has something behind the closing quote of a cell'],
		['a\n"b\nc\n', 'Record 2 has a cell whose closing quote is missing'],
		['"', 'Record 1 has a cell whose closing quote is missing'],
		['a\rb\n', 'Record 1 has half of a line end in a cell that is not in quotes'],
		['a\r', 'Record 1 has half of a line end in a cell that is not in quotes'],
		['a\n\n\n"', 'Record 2 has a cell whose closing quote is missing'],
		['"a"\rb\n', 'Record 1 has half of a line end in a cell that is not in quotes'],
	])('%j', (text, complaint) => {
		expect(() => read(text)).toThrow(CsvError);
		expect(() => read(text)).toThrow(complaint);
		expect(() => read(text, [1, 2, 3, 4])).toThrow(complaint);
	});

	test('half of a line end as soon as it is seen', () => {
		expect(() => new CsvReader().push(Buffer.from('a\rb'))).toThrow(CsvError);
	});

	test('a record without an end, before all of it is in memory', () => {
		const endless = new CsvReader();
		endless.push(Buffer.from('head\n"'));
		let pushed = 0;
		expect(() => {
			for (; pushed < 100; pushed++) endless.push(Buffer.alloc(64 * 1024, 'a'));
		}).toThrow('Record 2 is longer than 1 MB');
		// The quote is the first byte of 1 MB, so that the sixteenth piece is one byte too many.
		expect(pushed).toBe(15);
	});
});
