import { describe, expect, test } from '@jest/globals';
import { ReportRows, TotalError } from '../../../wechatpay/reportRows.ts';
import { gbkBytes } from '../../simulator/files/gbk.mts';

function rowsOf(text: string | Buffer) {
	const reader = new ReportRows();
	return [...reader.push(Buffer.from(text as string)), ...reader.end()];
}

/** The only file on record, of 2020, its numbers made up. */
const RECORDED = [
	'批次id,优惠id,优惠类型,优惠金额（元）,订单总金额（元）,交易类型,支付单号,消耗时间,消耗商户号,设备号,银行流水号,单品信息',
	'`15309595,`18180000032,`全场代金券,`1.00,`2.00,`支付,`4200000000202011270000000999,`2020-11-27 16:23:05,`1900000109,"1900000110","",""',
	'总条数',
	'`1',
	'',
].join('\r\n');

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

	test('has as many columns as a header of its greatest length names', () => {
		const names = Array.from({ length: 100_000 }, (_, index) => index.toString(36));
		const [row] = rowsOf(`${names.join()}\n${names.join()}\n`);
		expect(Object.keys(row!)).toHaveLength(100_000);
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

describe('the report on record', () => {
	const row = {
		批次id: '15309595',
		优惠id: '18180000032',
		优惠类型: '全场代金券',
		'优惠金额（元）': '1.00',
		'订单总金额（元）': '2.00',
		交易类型: '支付',
		支付单号: '4200000000202011270000000999',
		消耗时间: '2020-11-27 16:23:05',
		消耗商户号: '1900000109',
		设备号: '1900000110',
		银行流水号: '',
		单品信息: '',
	};

	test('gives its row, and its total is none', () => {
		expect(rowsOf(RECORDED)).toEqual([row]);
		expect(rowsOf(`\ufeff${RECORDED}`)).toEqual([row]);
	});

	test('gives the same in GBK', () => {
		expect(rowsOf(gbkBytes(RECORDED))).toEqual([row]);
	});

	test('gives the same in whatever pieces it comes', () => {
		for (const bytes of [Buffer.from(RECORDED), gbkBytes(RECORDED)]) {
			const reader = new ReportRows();
			const rows = [...bytes].flatMap((byte) => reader.push(Buffer.from([byte])));
			expect([...rows, ...reader.end()]).toEqual([row]);
		}
	});

	test('of a day without uses gives none', () => {
		const [header] = RECORDED.split('\r\n');
		expect(rowsOf(`${header}\r\n总条数\r\n\`0\r\n`)).toEqual([]);
		expect(rowsOf(gbkBytes(`${header}\r\n总条数\r\n\`0\r\n`))).toEqual([]);
		expect(rowsOf('总条数\r\n`0\r\n')).toEqual([]);
		expect(rowsOf('总条数,`0')).toEqual([]);
	});
});

describe('a total', () => {
	const TABLE = '批次id,金额,单品\n`1,`0.10,`拿铁\n`2,`0.20,`总汇三明治\n';
	const rows = [
		{ 批次id: '1', 金额: '0.10', 单品: '拿铁' },
		{ 批次id: '2', 金额: '0.20', 单品: '总汇三明治' },
	];

	/** Totals of two records. */
	const totals = [
		'总条数\n`2\n',
		'总条数\n2',
		'`总条数\n`2\n',
		'"总条数"\n"`2"\n',
		'总条数：\n`2\n',
		'总条数,`2\n',
		'总条数,,\n`2,,\n',
		'总条数,`2,\n',
		'总条数：`2\n',
		'总条数: 2\n',
		'总条数2\n',
		'总笔数,`2笔\n',
		'\n\n总条数\n\n`2\n\n',
		'\n \n,,\n总条数\n,,\n`2\n\t\n',
		'总交易单数,总交易额,总退款金额,手续费总金额\n`2,`0.30,`0.0,`0\n',
		'总交易单数,总交易额,总退款金额\n`2,`0.30,`0.0\n',
		'总金额,总条数\n`0.30,`2\n',
		'总条数,`2,总金额（元）,`0.30\n',
		'总金额（元）\n`0.30\n总条数\n`2\n',
		'总条数\n`2\n总金额（元）,`0.30\n',
		'资金流水总笔数,收入笔数,收入金额\n`2,`2,`0.30\n',
	];

	test.each(totals)('%j of two records is no row', (total) => {
		expect(rowsOf(TABLE + total)).toEqual(rows);
		expect(rowsOf(TABLE.replaceAll('\n', '\r\n') + total.replaceAll('\n', '\r\n'))).toEqual(rows);
		expect(rowsOf(gbkBytes(TABLE + total))).toEqual(rows);
	});

	test.each(totals)('%j must be the number of rows', (total) => {
		const [header, first, second] = TABLE.split('\n');
		const fewer = `${header}\n${first}\n${total}`;
		expect(() => rowsOf(fewer)).toThrow(TotalError);
		expect(() => rowsOf(fewer)).toThrow(/^it says \S+ 2, and has 1 records$/);
		expect(() => rowsOf(`${TABLE}${second}\n${total}`)).toThrow(/ 2, and has 3 records$/);
		expect(() => rowsOf(`${header}\n${total}`)).toThrow(/ 2, and has 0 records$/);
	});

	test.each(['总条数\n`1,234\n', '总条数\n"`1,234"\n', '总条数,`1,234\n', '总条数：1,234\n'])(
		'%j has groups of thousands',
		(total) => {
			const [header, ...records] = TABLE.split('\n');
			const many = `${header}\n${`${records[0]}\n`.repeat(1234)}`;
			expect(rowsOf(many + total)).toHaveLength(1234);
			expect(() => rowsOf(TABLE + total)).toThrow('it says 总条数 1234, and has 2 records');
		},
	);

	test.each([
		['总条数\n`x\n', 'Record 5 has no number of records for 总条数, but “x”'],
		['总条数\n`12,34\n', 'Record 5 has no number of records for 总条数, but “12,34”'],
		['总条数,`2.5\n', 'Record 4 has no number of records for 总条数, but “2.5”'],
		[
			'总条数,总金额\n`1,234,`0.30\n',
			'Record 5 has no number of records for 总条数, but “1,234,0.30”',
		],
		['总条数\n', 'Record 4 names a total, and its number is missing'],
		['总条数,,\n\n', 'Record 4 names a total, and its number is missing'],
		['总条数\n`2\n`3,`0.30,`茶\n', 'Record 6 stands behind the total'],
		[`总条数\n\`2\n${TABLE}`, 'Record 6 stands behind the total'],
		['`总店\n', 'Record 4 has 1 values, and the header names 3'],
	])('%j is refused', (total, complaint) => {
		expect(() => rowsOf(TABLE + total)).toThrow(complaint);
	});

	test.each([
		['合计\n`0.30\n'],
		['总金额（元）,`0.30\n'],
		['收入总金额,支出总金额,手续费,其他\n`0.30,`0,`0,`0\n'],
	])('%j, without a number of records, is no row, and says nothing of them', (total) => {
		expect(rowsOf(TABLE + total)).toEqual(rows);
	});

	test('is no name of a column, and no value', () => {
		expect(rowsOf('总条数,总金额\n`1,`2\n')).toEqual([{ 总条数: '1', 总金额: '2' }]);
		expect(rowsOf('门店,发放总数\n总店,3\n分店,4\n')).toEqual([
			{ 门店: '总店', 发放总数: '3' },
			{ 门店: '分店', 发放总数: '4' },
		]);
	});
});

describe('a cell', () => {
	test.each([
		['`', ''],
		['"`"', ''],
		['`"x"', 'x'],
		['"`x, y"', 'x, y'],
		['`"x, y"', 'x, y'],
		['`"`x"', 'x'],
		[' `x', 'x'],
		['`` ', '` '],
		['', ''],
	])('%j is %j', (cell, value) => {
		expect(rowsOf(`\`a,"\`b"\n${cell},\`1\n总条数\n\`1\n`)).toEqual([{ a: value, b: '1' }]);
	});
});
