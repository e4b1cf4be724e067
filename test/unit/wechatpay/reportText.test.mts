import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { EncodingError, ReportText } from '../../../wechatpay/reportText.ts';
import { gbkBytes } from '../../simulator/files/gbk.mts';
import { runs } from '../helpers/runs.mts';

/** Reads a text in pieces of so many bytes. */
function read(bytes: Buffer, length = bytes.length): string {
	const reader = new ReportText();
	const pieces: Buffer[] = [];
	for (let at = 0; at < bytes.length; at += length) {
		pieces.push(reader.push(bytes.subarray(at, at + length)));
	}
	return Buffer.concat([...pieces, reader.end()]).toString('utf8');
}

const HEADER = '批次id,优惠金额（元）\r\n';

describe('a text', () => {
	test('in UTF-8 and the same in GBK are one, in whatever pieces they come', () => {
		const line = fc
			.array(fc.constantFrom('a', ',', '`', '"', '\r\n', '券', '拿铁', '（元）', '·', '丂'), {
				maxLength: 20,
			})
			.map((parts) => parts.join(''));
		fc.assert(
			fc.property(line, fc.integer({ min: 1, max: 40 }), (lines, length) => {
				const text = `1,2\n${HEADER}${lines}`;
				expect(read(gbkBytes(text), length)).toBe(text);
				expect(read(Buffer.from(text), length)).toBe(text);
			}),
			{ numRuns: runs(500) },
		);
	});

	test.each(['', 'a,b\r\n1,2', '\ufeff', '\ufeff批次id', '批次id,券', 'a\n券\n'])('%j', (text) => {
		expect(read(Buffer.from(text))).toBe(text);
		expect(read(Buffer.from(text), 1)).toBe(text);
	});

	test('whose first line with anything beyond ASCII may be both is told by a later one', () => {
		// In both encodings ¥ is two bytes that are a character of the other one, too.
		for (const text of ['id,amount(¥)\r\n1,拿铁\r\n', 'id,amount(¥)\r\n1,拿铁']) {
			expect(read(Buffer.from(text))).toBe(text);
			expect(read(Buffer.from(text), 1)).toBe(text);
		}
		expect(read(gbkBytes('a,b\r\n券,2\r\n门店'), 1)).toBe('a,b\r\n券,2\r\n门店');
	});

	test('in GBK whose one line has no end', () => {
		expect(read(gbkBytes('批次id,券'), 1)).toBe('批次id,券');
	});

	test('comes as soon as it can be told: the line that decides is not waited for forever', () => {
		const reader = new ReportText();
		expect(String(reader.push(Buffer.from('a,b\n1,')))).toBe('a,b\n1,');
		expect(reader.push(gbkBytes('券'.repeat(1000)))).toHaveLength(0);
		expect(String(reader.push(gbkBytes('券'.repeat(1048))))).toBe('券'.repeat(2048));
	});

	test('is not taken for GBK because a value of it is damaged, and the other way round', () => {
		const damaged = Buffer.from([0xb4, 0x2c, 0xb0, 0x0a]);
		expect(read(Buffer.concat([Buffer.from(HEADER), damaged]))).toBe(`${HEADER}\ufffd,\ufffd\n`);
		expect(read(Buffer.concat([gbkBytes(HEADER), damaged]))).toBe(`${HEADER}\ufffd,\ufffd\n`);
		const cut = Buffer.concat([gbkBytes(HEADER), Buffer.from([0xb4])]);
		expect(read(cut)).toBe(`${HEADER}\ufffd`);
		expect(read(cut, 1)).toBe(`${HEADER}\ufffd`);
		const valid = Buffer.from('门店\n');
		expect(read(Buffer.concat([gbkBytes(HEADER), valid]))).not.toContain('门店');
	});
});

test.each([
	['UTF-16', Buffer.from(`\ufeff${HEADER}`, 'utf16le')],
	['an archive', Buffer.from('1f8b0800000000000003ff', 'hex')],
])('%s is refused', (_, bytes) => {
	expect(() => read(bytes)).toThrow(EncodingError);
	expect(() => read(bytes, 1)).toThrow('its text is neither UTF-8 nor GBK');
});
