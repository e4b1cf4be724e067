import { describe, expect, test } from '@jest/globals';
import { ReportRows } from '../../../wechatpay/reportRows.ts';

function rowsOf(text: string) {
	const reader = new ReportRows();
	return [...reader.push(Buffer.from(text)), ...reader.end()];
}

describe('a report', () => {
	test('has an item for each record, under the names of its header', () => {
		expect(rowsOf('\ufeff批次ID,优惠金额\r\n`9865000,`10.00\r\n`9865000,"`1,000.00"')).toEqual([
			{ 批次ID: '9865000', 优惠金额: '10.00' },
			{ 批次ID: '9865000', 优惠金额: '1,000.00' },
		]);
	});

	test('keeps every value the text that it is, but for one backtick before it', () => {
		expect(rowsOf('`a,`b,c,d\n`0010,1e5,``x`, y \n')).toEqual([
			{ a: '0010', b: '1e5', c: '`x`', d: ' y ' },
		]);
	});

	test('has names that mean something to JavaScript', () => {
		const [row] = rowsOf('__proto__,constructor,1\na,b,c\n');
		expect(Object.entries(row!)).toEqual([
			['1', 'c'],
			['__proto__', 'a'],
			['constructor', 'b'],
		]);
	});

	test.each(['', '\ufeff', 'a,b\n', 'a,b'])('%j has no records', (text) => {
		expect(rowsOf(text)).toEqual([]);
	});

	test.each([
		['a,b\n1,2\n1\n', 'Record 3 has 1 values, and the header names 2'],
		['a,b\n1,2,3\n', 'Record 2 has 3 values, and the header names 2'],
		['a,b,`a\n', 'Record 1 has the name a twice, and it is the header'],
	])('%j is refused', (text, complaint) => {
		expect(() => rowsOf(text)).toThrow(complaint);
	});
});
