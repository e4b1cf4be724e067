import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ReportTotal } from '../../../wechatpay/reportTotal.ts';
import { runs } from '../helpers/runs.mts';

/** Whether a line with this cell alone adds up a report whose header has so many names. */
const isTaken = (cell: string, width: number): boolean => new ReportTotal().take([cell], width, 1);

describe('the name of a total is found as by expressions that look for it everywhere', () => {
	const count = /^(\p{Script=Han}*总\p{Script=Han}*数)(?:[\s:：]+|(?=\d)|$)(.*)$/u;
	const total = /总\S*[数量额费计](?:[（(]\S*[)）])?$|^合计/;
	const cells = fc.string({ unit: fc.constantFrom(...'总数额条元（）合计： \nx'), maxLength: 9 });

	test.each([0, 2])('header of %p names', (width) => {
		fc.assert(
			fc.property(cells, (cell) => {
				const bare = cell.trim();
				const isName = count.test(bare) || (width > 0 && total.test(bare));
				expect(isTaken(cell, width)).toBe(isName);
			}),
			{ numRuns: runs(2000) },
		);
	});
});

test.each(['总', '总数', '总（', '总 ', '数（', '总数 \n', ' '])(
	'a cell of %j to its full length costs no more than its length',
	(text) => {
		const cell = `总${text.repeat(300_000 / text.length)}x`;
		expect(isTaken(cell, 0)).toBe(false);
		expect(isTaken(cell, 2)).toBe(false);
	},
);
