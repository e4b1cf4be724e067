import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Ask, asker } from './asker.mts';
import { sending } from './cashCouponExamples.mts';
import { call } from './client.mts';
import { FILE_PATH } from './files/reportFiles.mts';
import { type Simulator, startSimulator } from './index.mts';
import { largeReport, REPORT_DAY, REPORT_STOCKS } from './shop.mts';

let now = Date.parse('2026-11-25T12:00:00+08:00');
let simulator: Simulator;
let ask: Ask;
beforeAll(async () => {
	simulator = await startSimulator({ clock: () => now });
	const plain = asker(simulator);
	ask = (id, values) => plain(id, values, { timestamp: now / 1000 });
});
afterAll(() => simulator.close());
beforeEach(() => simulator.reset());

const stock_id = REPORT_STOCKS.ended;
const fetchFile = (url: unknown) =>
	call(simulator, { url: String(url).replace(simulator.url, ''), timestamp: now / 1000 });
const sha1 = (text: string) => createHash('sha1').update(text).digest('hex');

test.each(['cashCouponStock.getUseReport', 'cashCouponStock.getRefundReport'])(
	'%s: an address on the same host, the hash of the file, and the file, unsigned',
	async (id) => {
		const answer = await ask(id, { stock_id });
		expect(answer).toMatchObject({ status: 200, hash_type: 'SHA1' });
		expect(answer['url']).toMatch(new RegExp(`^${simulator.url}${FILE_PATH}\\?token=`));
		const { status, headers, text } = await fetchFile(answer['url']);
		expect([status, sha1(text)]).toEqual([200, answer['hash_value']]);
		expect(Object.keys(headers).filter((name) => name.startsWith('wechatpay'))).toEqual([]);
		expect(text.startsWith('批次id,')).toBe(true);
	},
);

test.each([
	['cashCouponStock.getUseReportOfDay', 'stock_useflow', '2'],
	['cashCouponStock.getRefundReportOfDay', 'stock_refundflow', '1'],
])('%s: the number of records, too', async (id, name, count) => {
	const answer = await ask(id, { stock_id, bill_date: REPORT_DAY });
	expect(answer[`${name}_count`]).toBe(count);
	const { text } = await fetchFile(answer['url']);
	expect(answer[`${name}_hash`]).toBe(sha1(text));
});

describe('a file is as the one on record', () => {
	test('a header of 12 names, cells with a backtick before them, and the total', async () => {
		const { url } = await ask('cashCouponStock.getUseReport', { stock_id });
		const [header = '', record = '', ...rest] = (await fetchFile(url)).text.split('\r\n');
		expect(header.split(',')).toHaveLength(12);
		expect(record).toMatch(/^`9865000,`\d+,`全场代金券,`10\.00,/);
		expect(rest.slice(-3)).toEqual(['总条数', '`3', '']);
	});

	test('of a day without uses: the header, and a total of none', async () => {
		const ids = { stock_id: REPORT_STOCKS.unused, bill_date: REPORT_DAY };
		const { url, stock_useflow_count } = await ask('cashCouponStock.getUseReportOfDay', ids);
		expect((await fetchFile(url)).text).toMatch(/^批次id,.*\r\n总条数\r\n`0\r\n$/);
		expect(stock_useflow_count).toBe('0');
	});

	test('in GBK when it is told so', async () => {
		const inUtf8 = await ask('cashCouponStock.getUseReport', { stock_id });
		simulator.shop.writeReportsIn('gbk');
		const inGbk = await ask('cashCouponStock.getUseReport', { stock_id });
		const { bytes } = await fetchFile(inGbk['url']);
		expect(createHash('sha1').update(bytes).digest('hex')).toBe(inGbk['hash_value']);
		const { text } = await fetchFile(inUtf8['url']);
		expect(new TextDecoder('gbk', { fatal: true }).decode(bytes)).toBe(text);
	});
});

describe('a stock whose coupons are used has reports of them', () => {
	test('of all, of the day, and of another day, on which there were none', async () => {
		const given = sending();
		const { coupon_id } = await ask('cashCoupon.send', given);
		const ids = { stock_id: given['stock_id'] };
		expect((await ask('cashCouponStock.getUseReport', ids)).status).toBe(404);
		simulator.useCashCoupon(String(coupon_id));
		const text = async (id: string, bill_date?: string) =>
			(await fetchFile((await ask(`cashCouponStock.${id}`, { ...ids, bill_date }))['url'])).text;
		const whole = await text('getUseReport');
		expect(whole).toMatch(
			/\r\n`9856000,`98674001,`全场代金券,`10\.00,`100\.00,`支付,`\d+,`2026-11-25 12:00:00,`1900009191,"","",""\r\n总条数\r\n`1\r\n$/,
		);
		expect(await text('getUseReportOfDay', '2026-11-25')).toBe(whole);
		expect(await text('getUseReportOfDay', '2026-11-24')).toMatch(
			/^批次id,.*\r\n总条数\r\n`0\r\n$/,
		);
		expect(await text('getRefundReport')).toMatch(/^批次id,.*\r\n总条数\r\n`0\r\n$/);
		expect(await text('getRefundReportOfDay', '2026-11-25')).toContain('`0\r\n');
	});
});

describe('refuses', () => {
	test.each([
		['cashCouponStock.getUseReport', { stock_id: '404' }],
		['cashCouponStock.getUseReportOfDay', { stock_id, bill_date: '2026-11-23' }],
		['cashCouponStock.getRefundReport', { stock_id: REPORT_STOCKS.unused }],
	])('%s of %j', async (id, values) => {
		expect(await ask(id, values)).toMatchObject({ status: 404, code: 'RESOURCE_NOT_EXISTS' });
	});

	test('a day in another form', async () => {
		const answer = await ask('cashCouponStock.getUseReportOfDay', {
			stock_id,
			bill_date: '20261124',
		});
		expect(answer).toMatchObject({ status: 400, code: 'PARAM_ERROR' });
	});

	test('a file without a signature', async () => {
		const { url } = await ask('cashCouponStock.getUseReport', { stock_id });
		const unsigned = { url: String(url).replace(simulator.url, ''), pairs: { signature: 'x' } };
		expect(await call(simulator, { ...unsigned, timestamp: now / 1000 })).toMatchObject({
			status: 401,
		});
	});

	test('an address after 30 seconds, or one that was never given', async () => {
		const { url } = await ask('cashCouponStock.getUseReport', { stock_id });
		now += 30_000;
		expect((await fetchFile(url)).status).toBe(200);
		now += 1000;
		expect((await fetchFile(url)).json).toMatchObject({ message: '下载链接已失效' });
		expect((await fetchFile(`${FILE_PATH}?token=x`)).status).toBe(400);
		expect((await fetchFile(FILE_PATH)).status).toBe(400);
	});

	test('the sixth use report of a minute', async () => {
		for (let time = 1; time <= 5; time++) {
			expect((await ask('cashCouponStock.getUseReport', { stock_id })).status).toBe(200);
		}
		expect((await ask('cashCouponStock.getUseReport', { stock_id })).status).toBe(429);
		expect((await ask('cashCouponStock.getRefundReport', { stock_id })).status).toBe(200);
		now += 60_000;
		expect((await ask('cashCouponStock.getUseReport', { stock_id })).status).toBe(200);
	});
});

describe('faults', () => {
	test('a forged file', async () => {
		simulator.misbehave({ kind: 'changedBody' }, { path: new RegExp(FILE_PATH) });
		const { url, hash_value } = await ask('cashCouponStock.getUseReport', { stock_id });
		const { text } = await fetchFile(url);
		expect(text.startsWith('批次id,')).toBe(true);
		expect(sha1(text)).not.toBe(hash_value);
	});

	test('no header of a signature', async () => {
		simulator.misbehave({ kind: 'unsigned' });
		const { status, headers } = await ask('cashCouponStock.getUseReport', { stock_id });
		expect(status).toBe(200);
		expect(Object.keys(headers).filter((name) => name.startsWith('wechatpay'))).toEqual([]);
	});

	test('a file that comes a byte at a time', async () => {
		simulator.misbehave({ kind: 'dripping', pauseMs: 0 }, { path: new RegExp(FILE_PATH) });
		const { url, hash_value } = await ask('cashCouponStock.getUseReport', { stock_id });
		expect(sha1((await fetchFile(url)).text)).toBe(hash_value);
	});

	test('half a file, and nothing after it', async () => {
		simulator.misbehave({ kind: 'halted' }, { path: new RegExp(FILE_PATH) });
		const { url } = await ask('cashCouponStock.getUseReport', { stock_id });
		const answer = await fetch(String(url)).catch(() => undefined);
		// Node's own client has no signature, and the fault befalls the answer that it gets.
		const reader = answer!.body!.getReader();
		expect((await reader.read()).done).toBe(false);
		const second = reader.read();
		const silence = new Promise((resolve) => setTimeout(resolve, 50, 'silence'));
		expect(await Promise.race([second, silence])).toBe('silence');
		await reader.cancel();
	});
});

test('a large file is made while it is sent', async () => {
	simulator.shop.addReport({ stockId: stock_id, kind: 'use' }, largeReport(3_000_000));
	const { url, hash_value } = await ask('cashCouponStock.getUseReport', { stock_id });
	const { text } = await fetchFile(url);
	expect(Buffer.byteLength(text)).toBeGreaterThan(3_000_000);
	expect(sha1(text)).toBe(hash_value);
});
