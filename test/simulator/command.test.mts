import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { run, start, collect } from '../../scripts/command.mts';
import { readOperations } from './api/operations.mts';
import { asker } from './asker.mts';
import { sending } from './cashCouponExamples.mts';
import { startSimulator } from './index.mts';
import {
	BRANDS,
	CASH_COUPON_STOCKS,
	FIRST_STORES,
	MERCHANT_COUPON_STOCKS,
	PARTNERS,
	PAY_GIFT_ACTIVITIES,
	PRODUCT_COUPONS,
	REPORT_STOCKS,
	STOCKS,
} from './shop.mts';

const command = (...args: string[]): [command: string, args: string[]] => [
	process.execPath,
	['--import', 'tsx', 'scripts/simulator.mts', ...args],
];

/** What the command prints until it says that it is ready; it is ended then. */
async function outputOf(...args: string[]): Promise<string> {
	const child = start(...command(...args));
	const printed = collect(child.stdout);
	const ended = new Promise((resolve) => child.once('close', resolve));
	child.stdout?.on('data', () => {
		if (printed().includes('Requests (Ctrl-C')) child.kill('SIGTERM');
	});
	await ended;
	return printed();
}

describe('npm run simulator', () => {
	test('a port in use: says which option chooses another one', async () => {
		const simulator = await startSimulator();
		const { port } = new URL(simulator.url);
		const failed = run(...command('--port', port));
		await expect(failed).rejects.toThrow(
			`Port ${port} is in use. Choose another one with --port, e.g. --port ${Number(port) + 1}.`,
		);
		await simulator.close();
	});

	test.each([
		[['--port', 'x'], '--port must be a number from 0 to 65535, not x.'],
		[
			['--port', '0', '--host', '192.0.2.1'],
			'--host must be an address of this machine, not 192.0.2.1.',
		],
		[['--port', '0', '--reports', 'big5'], '--reports must be utf8 or gbk, not big5.'],
	])('%j: %s', async (args, message) => {
		await expect(run(...command(...args))).rejects.toThrow(message);
	});

	test('notify lets one that runs send a sample, and prints the answer', async () => {
		const simulator = await startSimulator();
		const { port } = new URL(simulator.url);
		const receiver = createServer((_, response) => response.writeHead(200).end('taken'));
		await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
		const to = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/webhook-test/1`;
		const ordered = ['notify', '--port', port, '--to', to, '--event', 'COUPON.USE'];
		const { stdout } = await run(...command(...ordered, '--times', '2'));
		expect(stdout).toMatch(/^200 after \d+ ms {2}taken\n200 after \d+ ms {2}taken\n$/);
		expect(simulator.deliveries).toMatchObject([{ event_type: 'COUPON.USE' }, { url: to }]);
		const failed = run(...command(...ordered, '--fault', 'none'));
		await expect(failed).rejects.toThrow('There is no fault none, but probe, old,');
		receiver.closeAllConnections();
		receiver.close();
		await simulator.close();
		await expect(run(...command(...ordered))).rejects.toThrow('No simulator runs on port');
	});

	test('use lets a user pay with a coupon in one that runs', async () => {
		const simulator = await startSimulator();
		const { port } = new URL(simulator.url);
		const { coupon_id } = await asker(simulator)('cashCoupon.send', sending());
		const couponId = String(coupon_id);
		const ordered = ['use', '--port', port, '--coupon', couponId];
		const { stdout } = await run(...command(...ordered));
		expect(stdout).toBe(`Coupon ${couponId} is used.\n`);
		expect(simulator.shop.cashCoupon(couponId)?.answer.status).toBe('USED');
		const again = run(...command(...ordered));
		await expect(again).rejects.toThrow(`Coupon ${couponId} cannot be used`);
		await simulator.close();
	});

	test('prints IDs of every family, and all that the shop has names for', async () => {
		const printed = await outputOf('--port', '0', '--reports', 'gbk');
		for (const family of new Set(readOperations().map((operation) => operation.family))) {
			expect(printed).toMatch(new RegExp(`^ {2}${family}\\n {4}\\S`, 'm'));
		}
		const named = [BRANDS, PRODUCT_COUPONS, STOCKS, MERCHANT_COUPON_STOCKS, CASH_COUPON_STOCKS];
		const others = [PARTNERS, PAY_GIFT_ACTIVITIES, REPORT_STOCKS, FIRST_STORES];
		for (const id of [...named, ...others].flatMap((ids) => Object.values<string>(ids))) {
			expect(printed).toContain(id);
		}
	});

	test('prints the credential of a brand', async () => {
		const printed = await outputOf('--port', '0', '--brand');
		expect(printed).toMatch(new RegExp(`^Brand ID: ${BRANDS.coffee}$`, 'm'));
		expect(printed).toMatch(/^Brand API Key: [0-9a-f]{32}$/m);
		expect(printed).not.toContain('Merchant ID: ');
	});

	test('prints a base URL that the credential takes, wherever it listens', async () => {
		const usual = await outputOf('--port', '0');
		expect(usual).toMatch(/^API Base URL: http:\/\/127\.0\.0\.1:\d+$/m);
		expect(usual).not.toContain('docs/simulator.md');
		const outside = await outputOf('--port', '0', '--host', '127.0.0.2');
		expect(outside).toMatch(/^API Base URL: http:\/\/127\.0\.0\.1:\d+$/m);
		expect(outside).toContain(
			'It listens on 127.0.0.2. How a container reaches it: docs/simulator.md.',
		);
	});
});
