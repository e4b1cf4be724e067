import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';
import fileSystem, { readFile } from 'node:fs/promises';
import { FILE_PATH } from '../../simulator/files/reportFiles.mts';
import { type Fault, type JsonObject, startSimulator } from '../../simulator/index.mts';
import { REPORT_DAY, reportFile, REPORT_STOCKS, type ReportFile } from '../../simulator/shop.mts';
import { run, start, type Outcome, type Run } from '../helpers/engine.mts';
import { retryAtOnce } from '../helpers/retryAtOnce.mts';
import { storeFiles, type StoredFiles } from '../helpers/storedFiles.mts';
import { useSimulator } from '../helpers/useSimulator.mts';

const simulator = useSimulator();

let stored: StoredFiles;
beforeAll(async () => {
	stored = await storeFiles();
});
afterAll(async () => await stored.remove());

retryAtOnce();

const stockId = REPORT_STOCKS.ended;

/** Without the quota, which would hold up all but the first five. */
const ONCE = { maxRetries: 0, requestsPerSecond: 0 };

const USES: INodeParameters = {
	resource: 'cashCouponStock',
	operation: 'getUseReport',
	stockId,
	options: ONCE,
};
const USES_OF_DAY: INodeParameters = {
	...USES,
	operation: 'getUseReportOfDay',
	billDate: REPORT_DAY,
};

const get = async (parameters: INodeParameters, more: Partial<Run> = {}): Promise<Outcome> =>
	await run({ credential: simulator().credential, parameters, ...more });

const OF_FILE = { path: new RegExp(FILE_PATH), times: Infinity };
const OF_ADDRESS = { path: /use-flow/, times: Infinity };

/** The requests for files. */
const fetched = () => simulator().requests.filter(({ path }) => path === FILE_PATH);

/** What the whole use report has, in place of what it has in the usual shop. */
const setReport = (file: ReportFile, day?: string) =>
	simulator().shop.addReport({ stockId, kind: 'use', day }, file);

const answered = (change: (body: JsonObject) => JsonObject): Fault => ({ kind: 'answer', change });

describe('rows', () => {
	test('an item for each record: IDs and amounts as text, commas and line ends in cells', async () => {
		const { items, error } = await get(USES);
		expect(error).toBeUndefined();
		expect(items).toHaveLength(3);
		expect(items[1]?.json).toEqual({
			批次id: '9865000',
			优惠id: '4000000000000002',
			优惠类型: '单品代金券',
			'优惠金额（元）': '0.10',
			'订单总金额（元）': '8.88',
			交易类型: '支付',
			支付单号: '4200001234202611241234567891',
			消耗时间: '2026-11-24 12:00:02',
			消耗商户号: '1900000109',
			设备号: 'UE9TLTE=',
			银行流水号: '2026112400000002',
			单品信息: '[{"goods_id":"0001","goods_name":"拿铁, 大杯"}]',
		});
		expect(items[2]?.json['单品信息']).toBe('第一行\r\n第二行');
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(Array(3).fill({ item: 0 }));
	});

	test('the file is asked for with a signature, from where the address says', async () => {
		await get(USES);
		expect(
			simulator().requests.map(({ path, signature, status }) => [path, signature, status]),
		).toEqual([
			['/v3/marketing/favor/stocks/9865000/use-flow', 'valid', 200],
			[FILE_PATH, 'valid', 200],
		]);
	});

	test.each(['utf8', 'gbk'] as const)(
		'of a day without uses there are none (%s)',
		async (encoding) => {
			simulator().shop.writeReportsIn(encoding);
			const { items, error } = await get({ ...USES_OF_DAY, stockId: REPORT_STOCKS.unused });
			expect([items, error]).toEqual([[], undefined]);
		},
	);

	test.each(['getUseReport', 'getUseReportOfDay', 'getRefundReport', 'getRefundReportOfDay'])(
		'%s: a file in GBK gives the same ones',
		async (operation) => {
			const parameters = { ...USES_OF_DAY, operation };
			const before = await get(parameters);
			expect(before.items[0]?.json).toMatchObject({ 批次id: stockId });
			simulator().shop.writeReportsIn('gbk');
			expect((await get(parameters)).items).toEqual(before.items);
		},
	);

	describe.each(['America/New_York', 'Europe/Berlin', 'Asia/Shanghai'])('in %s', (timezone) => {
		test.each([
			'2026-11-24',
			'2026-11-24T08:00:00',
			'2026-11-24T00:00:00+08:00',
			'={{ 20261124 }}',
			'={{ 46350 }}',
			'={{ "2026年11月24日" }}',
			'={{ new Date("2026-11-24T00:00:00+08:00") }}',
			'={{ DateTime.fromISO("2026-11-24T00:00:00+08:00") }}',
			'={{ DateTime.fromISO("2026-11-24T23:59:59+08:00") }}',
			'={{ DateTime.fromISO("2026-11-24", { zone: "Asia/Shanghai" }) }}',
		])('the day as %s', async (day) => {
			const { items } = await get({ ...USES_OF_DAY, billDate: day }, { timezone });
			expect(items).toHaveLength(2);
			expect(simulator().requests[0]?.query).toEqual({ bill_date: REPORT_DAY });
		});
	});

	test('a day without a report is told by its day', async () => {
		// A day before it where the clock of the workflow stands.
		const parameters = { ...USES_OF_DAY, billDate: '={{ new Date("2026-11-23T00:00:00+08:00") }}' };
		const { items } = await get(parameters, { onError: 'continueRegularOutput' });
		const { error, details } = items[0]!.json;
		expect(error).toContain('There is no stock 9865000, or no report of it for 2026-11-23');
		expect(details).toMatchObject({ stock_id: stockId, bill_date: '2026-11-23' });
	});

	test.each(['sha1', 'sha256', 'md5'])('the hash of a day may be a %s', async (kind) => {
		const { head } = simulator().shop.report({ stockId, kind: 'use', day: REPORT_DAY })!;
		const stock_useflow_hash = createHash(kind).update(head).digest('hex').toUpperCase();
		simulator().misbehave(answered((body) => ({ ...body, stock_useflow_hash })));
		expect((await get(USES_OF_DAY)).items).toHaveLength(2);
	});

	test('a stock without a report is told by its ID, and the other row comes out', async () => {
		const rows = [{ stock_id: '404' }, { stock_id: stockId }];
		const parameters = { ...USES, stockId: '={{ $json.stock_id }}' };
		const { items } = await get(parameters, { rows, onError: 'continueRegularOutput' });
		expect(items).toHaveLength(4);
		expect(items[0]?.json.details).toMatchObject({ stock_id: '404', outcome: 'refused' });
		expect(items[3]).toMatchObject({ pairedItem: { item: 1 }, json: { 批次id: stockId } });
	});
});

describe('a file', () => {
	test('comes out byte for byte, with what was said of it', async () => {
		const { items, error } = await get({ ...USES_OF_DAY, output: 'file' });
		expect(error).toBeUndefined();
		const [{ json, binary } = { json: undefined, binary: undefined }] = items;
		const { head } = simulator().shop.report({ stockId, kind: 'use', day: REPORT_DAY })!;
		expect(json).toEqual({
			stock_id: stockId,
			bill_date: REPORT_DAY,
			stock_useflow_hash: createHash('sha1').update(head).digest('hex'),
			stock_useflow_count: '2',
		});
		expect(Object.keys(binary ?? {})).toEqual(['data']);
		expect(binary?.data).toMatchObject({
			fileName: 'use-report-9865000-2026-11-24.csv',
			mimeType: 'text/csv',
			bytes: Buffer.byteLength(head),
		});
		const [path = '', ...others] = await stored.list();
		expect(others).toEqual([]);
		expect(await readFile(path, 'utf8')).toBe(head);
	});

	test('one that is no table comes out, too', async () => {
		setReport({ head: '"' });
		const { items, error } = await get({ ...USES, output: 'file' });
		expect(error).toBeUndefined();
		expect(items[0]?.binary?.data?.bytes).toBe(1);
	});
});

describe.each(['rows', 'file'])('as %s, nothing comes out of', (output) => {
	const expectNothing = async (parameters = USES): Promise<IDetails> => {
		const before = await stored.list();
		const { items } = await get({ ...parameters, output }, { onError: 'continueRegularOutput' });
		expect(items).toHaveLength(1);
		expect(Object.keys(items[0]!).sort()).toEqual(['json', 'pairedItem']);
		expect(Object.keys(items[0]!.json).sort()).toEqual(['details', 'error']);
		expect(await stored.list()).toEqual(before);
		const { error, details } = items[0]!.json as { error: string; details: IDetails };
		return { ...details, error };
	};

	test('a forged file', async () => {
		simulator().misbehave({ kind: 'changedBody' }, OF_FILE);
		expect(await expectNothing()).toMatchObject({
			error: 'The file was not used: the SHA1 hash of the file is not the one that WeChat Pay gave',
			code: 'UNVERIFIED_HASH',
			stock_id: stockId,
		});
	});

	test.each([USES, USES_OF_DAY])('a changed hash: $operation', async (parameters) => {
		const name = parameters === USES ? 'hash_value' : 'stock_useflow_hash';
		const change = (body: JsonObject) => ({ ...body, [name]: '0'.repeat(40) });
		simulator().misbehave(answered(change), OF_ADDRESS);
		expect(await expectNothing(parameters)).toMatchObject({ code: 'UNVERIFIED_HASH' });
	});

	test.each<[string, JsonObject]>([
		['no hash', { hash_value: '' }],
		['a hash of another kind than is said', { hash_type: 'SHA256' }],
		['a kind of hash that is not known', { hash_type: 'SM3' }],
		['no kind of hash, where there is one', { hash_type: undefined }],
		['no address', { url: undefined }],
		['an address that is none', { url: 'download://' }],
	])('an answer with %s', async (_, changed) => {
		simulator().misbehave(answered((body) => ({ ...body, ...changed })));
		const { code } = await expectNothing();
		expect(code).toBe(changed['url'] === 'download://' ? 'FOREIGN_FILE' : 'UNEXPECTED_ANSWER');
		expect(fetched()).toEqual([]);
	});

	test('a file on another host, which gets no request', async () => {
		const other = await startSimulator();
		const url = `${other.url}${FILE_PATH}?token=x`;
		simulator().misbehave(answered((body) => ({ ...body, url })));
		const { error, code, outcome } = await expectNothing();
		expect({ error, code, outcome }).toEqual({
			error: `The file was not fetched: it is on ${new URL(other.url).host}, which is neither WeChat Pay nor API Base URL`,
			code: 'FOREIGN_FILE',
			outcome: 'notSent',
		});
		expect(other.requests).toEqual([]);
		await other.close();
	});

	test.each([302, 307])(
		'a redirect to another host (%d), which gets no request',
		async (status) => {
			const other = await startSimulator();
			const location = `${other.url}${FILE_PATH}?token=x`;
			simulator().misbehave({ kind: 'redirect', location, status }, OF_FILE);
			expect((await expectNothing()).error).toBe(
				`The answer is a redirect (HTTP ${status}), which is never followed`,
			);
			expect(other.requests).toEqual([]);
			await other.close();
		},
	);

	test('an address that is not good any more', async () => {
		const change = (body: JsonObject) => ({ ...body, url: `${String(body['url'])}x` });
		simulator().misbehave(answered(change));
		expect((await expectNothing()).error).toContain('下载链接已失效');
	});

	test('half of a file', async () => {
		simulator().misbehave({ kind: 'truncated' }, OF_FILE);
		expect((await expectNothing()).error).toBe('The connection to WeChat Pay was lost');
	});

	test('a file that comes to a halt', async () => {
		simulator().misbehave({ kind: 'halted' }, OF_FILE);
		const parameters = { ...USES, options: { ...ONCE, timeout: 200 } };
		expect((await expectNothing(parameters)).error).toBe('WeChat Pay did not answer in time');
	});
});

describe('what comes too slowly is given up, whatever it is', () => {
	const SLOW: Fault[] = [{ kind: 'halted' }, { kind: 'dripping' }];
	const parameters = { ...USES, options: { ...ONCE, timeout: 300 } };

	test.each(SLOW)('the file, as rows and as a file: $kind', async (fault) => {
		const before = await stored.list();
		for (const output of ['rows', 'file']) {
			simulator().misbehave(fault, OF_FILE);
			const { items, error } = await get({ ...parameters, output });
			expect(items).toEqual([]);
			expect(error?.message).toBe('WeChat Pay did not answer in time [item 0]');
		}
		expect(await stored.list()).toEqual(before);
	});

	test.each(SLOW)('the refusal of a file: $kind', async (fault) => {
		const change = (body: JsonObject) => ({ ...body, url: `${String(body['url'])}x` });
		simulator().misbehave(answered(change), { ...OF_ADDRESS, times: 1 });
		simulator().misbehave(fault, OF_FILE);
		const { error } = await get(parameters);
		expect(error?.message).toContain('HTTP 400');
	});

	test.each(SLOW)('the answer with its address, and the refusal of one: $kind', async (fault) => {
		simulator().misbehave(fault, OF_ADDRESS);
		expect((await get(parameters)).error?.message).toBe(
			'WeChat Pay did not answer in time [item 0]',
		);
		const refused = await get({ ...parameters, stockId: '404' });
		expect(refused.error?.message).toBe('WeChat Pay did not answer in time [item 0]');
	});
});

interface IDetails {
	error: string;
	code: string;
	outcome?: string;
	stock_id?: string;
}

describe('a file is asked for again', () => {
	test.each<[string, Fault]>([
		['forged once', { kind: 'changedBody' }],
		['cut off once', { kind: 'truncated' }],
		['not there for a moment', { kind: 'status', status: 503 }],
		['one too many', { kind: 'status', status: 429 }],
	])('when it was %s', async (_, fault) => {
		jest.restoreAllMocks();
		simulator().misbehave(fault, { path: new RegExp(FILE_PATH) });
		const { items, error } = await get({ ...USES, options: { ...ONCE, maxRetries: 1 } });
		expect(error?.message).toBeUndefined();
		expect(items).toHaveLength(3);
		const signatures = fetched().map(({ headers }) => headers.authorization);
		expect(new Set(signatures).size).toBe(2);
	});
});

describe('the answer with the address', () => {
	test('may come unsigned', async () => {
		simulator().misbehave({ kind: 'unsigned' }, OF_ADDRESS);
		expect((await get(USES)).items).toHaveLength(3);
		expect((await get(USES_OF_DAY)).items).toHaveLength(2);
	});

	test.each<Fault>([
		{ kind: 'changedSignature' },
		{ kind: 'changedBody' },
		{ kind: 'oldTimestamp' },
		{ kind: 'missingHeader', header: 'Wechatpay-Signature' },
	])('is verified when it is signed: $kind', async (fault) => {
		simulator().misbehave(fault, OF_ADDRESS);
		const { items, error } = await get(USES);
		expect(items).toEqual([]);
		expect(error?.message).toContain('could not be verified as coming from WeChat Pay');
		expect(fetched()).toEqual([]);
	});

	test('others may not', async () => {
		simulator().misbehave({ kind: 'unsigned' }, { times: Infinity });
		const { error } = await get({
			resource: 'merchantCouponStock',
			operation: 'get',
			stockId: '100088',
			options: { maxRetries: 0 },
		});
		expect(error?.message).toContain('(check: headers)');
	});
});

test('the total at the end of a file is no row, and a file in GBK is read', async () => {
	const lines = ['批次id,优惠金额（元）', '`9865000,`0.10', '总条数', '`1', ''];
	for (const encoding of ['utf8', 'gbk'] as const) {
		setReport({ head: lines.join('\r\n'), encoding });
		const { items, error } = await get(USES);
		expect(error?.message).toBeUndefined();
		expect(items.map(({ json }) => json)).toEqual([
			{ 批次id: '9865000', '优惠金额（元）': '0.10' },
		]);
	}
});

test('of a file whose total is not the number of its records nothing comes out', async () => {
	setReport({ head: 'a,b\r\n`1,`2\r\n总条数\r\n`2\r\n' });
	const rows = [{ id: '404' }, { id: stockId }];
	const { items } = await get(
		{ ...USES, stockId: '={{ $json.id }}' },
		{ rows, onError: 'continueRegularOutput' },
	);
	expect(items.map(({ json }) => json)).toEqual([
		expect.objectContaining({ error: expect.any(String) }),
		{
			error:
				'The file was not used, because it contradicts itself: it says 总条数 2, and has 1 records',
			details: expect.objectContaining({
				stock_id: stockId,
				code: 'CONTRADICTORY_FILE',
				description: 'Run the workflow again later. Set Output to File to get it as it is.',
			}),
		},
	]);
	expect(fetched()).toHaveLength(1);
});

test.each(['rows', 'file'])(
	'as %s, a page of a proxy in place of a file is told by its hash, not as a table',
	async (output) => {
		const body = '<html lang="en">Please log in</html>';
		simulator().misbehave({ kind: 'status', status: 200, body }, OF_FILE);
		const { error } = await get({ ...USES, output });
		expect(error?.message).toContain('The file was not used: the SHA1 hash of the file');
	},
);

test.each([
	['a,b\r\n1\r\n', 'Record 2 has 1 values, and the header names 2'],
	['a,b\r\n1,"2\r\n', 'Record 2 has a cell whose closing quote is missing'],
])('a file that is no table is told by its record: %j', async (text, complaint) => {
	setReport({ head: text });
	const { items, error } = await get(USES);
	expect(items).toEqual([]);
	expect(error?.message).toBe(`The file is not a table that can be read: ${complaint} [item 0]`);
	expect(error?.description).toBe('Set Output to File to get it as it is.');
	// It would be no other the second time.
	expect(fetched()).toHaveLength(1);
});

describe("n8n's storage", () => {
	const full = () =>
		Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
	const locked = (code: string) => Object.assign(new Error(`${code}: … open`), { code });

	/** Stores nothing, after so many pieces. */
	const storeFails = (error: Error, pieces: number) => {
		let taken = 0;
		jest.spyOn(fileSystem, 'writeFile').mockImplementation(async (_, body) => {
			if (pieces === 0) throw error;
			for await (const piece of body as AsyncIterable<Buffer>) {
				taken += Math.sign(piece.length);
				if (taken === pieces) throw error;
			}
		});
	};

	test.each([
		[full(), 1],
		[full(), 2],
		[locked('EMFILE'), 0],
		[locked('EACCES'), 0],
	])('takes no file: told in its words, and fetched once, case %#', async (error, pieces) => {
		setReport(reportFile('a', Array<string>(100_000).fill('1')));
		storeFails(error, pieces);
		const { items } = await get(
			{ ...USES, output: 'file', options: { requestsPerSecond: 0 } },
			{ onError: 'continueRegularOutput' },
		);
		expect(items).toMatchObject([
			{
				json: {
					error: `n8n could not store the file: ${error.message}`,
					details: { code: 'NOT_STORED', outcome: 'unknown' },
				},
			},
		]);
		expect(fetched()).toHaveLength(1);
	});
});

test("n8n's storage may be slow: that is not WeChat Pay's, and the file is fetched once", async () => {
	setReport(reportFile('a', Array<string>(100_000).fill('1')));
	const writeFile = fileSystem.writeFile;
	jest.spyOn(fileSystem, 'writeFile').mockImplementation(async (path, body) => {
		// What is known of the file, beside it.
		if (typeof body === 'string' || ArrayBuffer.isView(body)) return await writeFile(path, body);
		const pieces: Buffer[] = [];
		for await (const piece of body as AsyncIterable<Buffer>) {
			if (pieces.length < 2) await new Promise((resolve) => setTimeout(resolve, 300));
			pieces.push(piece);
		}
		await writeFile(path, Buffer.concat(pieces));
	});
	const options = { requestsPerSecond: 0, timeout: 100 };
	const { items, error } = await get({ ...USES, output: 'file', options });
	expect(error?.message).toBeUndefined();
	expect(items[0]?.binary?.data?.bytes).toBeGreaterThan(200_000);
	expect(fetched()).toHaveLength(1);
});

test('Stop ends a file that is under way', async () => {
	setReport(reportFile('a', ['1', '2']));
	let onHalt = () => {};
	const halted = new Promise<void>((resolve) => (onHalt = resolve));
	const other = await startSimulator({
		quotaPerSecond: 0,
		onRequest: ({ path }) => path === FILE_PATH && onHalt(),
	});
	other.misbehave({ kind: 'halted' }, OF_FILE);
	const { finished, stop } = await start({ credential: other.credential, parameters: USES });
	await halted;
	stop();
	expect((await finished).items).toEqual([]);
	await other.close();
});
