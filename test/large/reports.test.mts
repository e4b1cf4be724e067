import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { hashOf } from '../simulator/files/reportFiles.mts';
import { largeReport, REPORT_STOCKS, type ReportFile } from '../simulator/shop.mts';
import { run, type Outcome } from '../engine/helpers/engine.mts';
import { storeFiles, type StoredFiles } from '../engine/helpers/storedFiles.mts';
import { useSimulator } from '../engine/helpers/useSimulator.mts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const MB = 1024 ** 2;
/** How often n8n must have come to do something else meanwhile: the file comes in many more pieces. */
const TURNS = 400;
/** Of so much that is in use it is worth knowing whether it is garbage. */
const MUCH = 100 * MB;
const simulator = useSimulator();

let stored: StoredFiles;
beforeAll(async () => {
	stored = await storeFiles();
});
afterAll(async () => await stored.remove());

/** Bytes that are in use. */
const inUse = () => {
	const { heapUsed, external } = process.memoryUsage();
	return heapUsed + external;
};

let before: number;
let peak: number;
let turns: number;
let isOver: boolean;
beforeEach(() => {
	collectGarbage();
	before = inUse();
	peak = before;
	turns = 0;
	isOver = false;
	const look = (): void => {
		turns++;
		if (turns % 50 === 0) {
			// When garbage goes by itself depends on how busy the machine is.
			if (inUse() - before > MUCH) collectGarbage();
			peak = Math.max(peak, inUse());
		}
		if (!isOver) setImmediate(look);
	};
	look();
});
afterEach(() => {
	isOver = true;
});

async function get(file: ReportFile, output: string): Promise<Outcome> {
	simulator().shop.addReport({ stockId: REPORT_STOCKS.ended, kind: 'use' }, file);
	return await run({
		credential: simulator().credential,
		parameters: {
			resource: 'cashCouponStock',
			operation: 'getUseReport',
			stockId: REPORT_STOCKS.ended,
			output,
		},
	});
}

test('300 MB as a file: little of it is in memory at a time', async () => {
	const report = largeReport(300 * MB);
	const { items, error } = await get(report, 'file');
	expect(error?.message).toBeUndefined();
	expect(peak - before).toBeLessThan(150 * MB);
	expect(turns).toBeGreaterThan(TURNS);
	expect(items).toHaveLength(1);
	expect(items[0]?.binary?.data).toMatchObject({
		fileName: 'use-report-9865000.csv',
		mimeType: 'text/csv',
	});
	const [path = ''] = await stored.list();
	const found = createHash('sha1');
	await pipeline(createReadStream(path), found);
	expect(found.digest('hex')).toBe(hashOf(report, 'sha1'));
});

test('100 MB as rows: n8n goes on working, and memory grows with the rows only', async () => {
	const report = largeReport(99 * MB);
	const { items, error } = await get(report, 'rows');
	expect(error?.message).toBeUndefined();
	expect(items).toHaveLength(300 * report.times!);
	expect(items.at(-1)?.json).toMatchObject({ 批次id: '9865000', 单品信息: '第一行\r\n第二行' });
	expect(peak - before).toBeLessThan(700 * MB);
	expect(turns).toBeGreaterThan(TURNS);
});

test('more than that as rows is refused as soon as it is known', async () => {
	// Long cells are read faster than many.
	const block = `${'x'.repeat(MB / 64)}\r\n`.repeat(64);
	const { items, error } = await get({ head: 'a\r\n', block, times: 110 }, 'rows');
	expect(items).toEqual([]);
	expect(error?.message).toBe('The file is larger than 100 MB [item 0]');
	expect(error?.description).toBe(
		'Set Output to File, which takes up to 1 GB, or take the reports of single days.',
	);
});
