import { join } from 'node:path';
import { projectFolder } from '../project.mts';
import { exampleCouponRows } from './exampleCoupons.mts';
import { exampleNewCouponRows } from './exampleNewCoupons.mts';
import { exampleSendingRows } from './exampleSendings.mts';
import { exampleOwnNumberRows, exampleStoreRows } from './exampleStores.mts';

export const examplesFolder = join(projectFolder, 'examples');

/** The example spreadsheets: file name and text. */
export function exampleFiles(): Array<{ name: string; text: string }> {
	return [
		{ name: 'stores.csv', text: csv(exampleStoreRows()) },
		{ name: 'stores-own-numbers.csv', text: csv(exampleOwnNumberRows()) },
		{ name: 'coupons.csv', text: csv(exampleCouponRows()) },
		{ name: 'coupons-to-send.csv', text: csv(exampleSendingRows()) },
		{ name: 'coupons-to-create.csv', text: csv(exampleNewCouponRows()) },
	];
}

/** With a byte order mark, without which Excel shows Chinese names as gibberish. */
function csv(rows: object[]): string {
	const header = Object.keys(rows[0] ?? {});
	const lines = [header, ...rows.map((row) => Object.values(row) as string[])];
	return `\uFEFF${lines.map((cells) => cells.join(',')).join('\n')}\n`;
}
