import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { BrowserStage } from '../../scripts/browser/browserStage.mts';
import { newKeyPair } from '../simulator/credential.mts';
import { BRANDS, PRODUCT_COUPONS } from '../simulator/shop.mts';
import { readResultRows } from '../../scripts/examples/resultRows.mts';
import { viewOfSimulator } from '../../scripts/examples/simulatorView.mts';
import { eventually } from '../eventually.mts';
import { SETUP_LIMIT, setTestBrowserStage } from './testBrowserStage.mts';

const BELONG_TOGETHER =
	/Merchant Private Key, Merchant API Certificate Serial Number and Merchant ID belong together/;

describe("n8n's editor with the simulator", () => {
	let stage: BrowserStage;

	beforeAll(async () => {
		stage = await setTestBrowserStage();
	}, SETUP_LIMIT);

	afterAll(async () => await stage?.close());

	describe('runs the store clean-up from its form', () => {
		const upload = async (options?: object): Promise<string> => {
			await stage.openStoreCleanup(options);
			const { page, file } = await stage.uploadStores();
			expect(file.name).toBe('stores-result.xlsx');
			expect(await readResultRows(file.bytes)).toHaveLength(1025);
			const text = await page.locator('.header').innerText();
			await page.close();
			return text;
		};
		const done = (): number => viewOfSimulator(stage.stage.simulator).done.length;

		test('as it is delivered: a dry run', async () => {
			expect(await upload()).toMatch(
				/^A dry run: nothing was changed\s.*would be disassociated: 977/s,
			);
			expect(done()).toBe(0);
			const labels = stage.editor.page.getByTestId('edge-label');
			await eventually(async () =>
				expect(await labels.allInnerTexts()).toEqual(expect.arrayContaining(['1025 items'])),
			);
		});

		test('and a second time, when the stores are off already', async () => {
			expect(await upload({ dryRun: false })).toMatch(/^Done\s.*disassociated: 977/s);
			expect(done()).toBe(977);
			expect(await upload({ dryRun: false })).toMatch(/^Done\s.*was not on the stock: 1024/s);
		});
	});

	describe('shows what happened and what to do', () => {
		test('when a stock is not there', async () => {
			await stage.openTour();
			const panel = await stage.editor.openNode('Merchant Coupons');
			await panel.fill('stockId', '999999');
			expect(await panel.execute()).toMatch(/Merchant Coupons/);
			const { message, description } = await panel.error();
			expect(message).toMatch(/does not exist: .*999999 .*RESOURCE_NOT_EXISTS/);
			expect(description).toMatch(/Check .*Request-ID: \S+$/);
		});

		test('when the brand has not authorised the service provider', async () => {
			await stage.openTour();
			const panel = await stage.editor.openNode('Coupon');
			await panel.fill('brandId', BRANDS.unauthorised);
			await panel.fill('productCouponId', PRODUCT_COUPONS.unauthorised);
			expect(await panel.execute()).toMatch(/Coupon/);
			const { message, description } = await panel.error();
			expect(message).toMatch(/NO_AUTH/);
			expect(description).toMatch(/brand.*Request-ID: \S+$/);
		});
	});

	test('tests the credential when it is saved', async () => {
		const { credential } = stage.stage.simulator;
		const { privateKey } = await newKeyPair();
		const somebodyElses = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
		const { editor } = stage;
		await stage.openTour();
		const panel = await editor.openNode('Coupon');
		const dialog = await panel.openCredential();
		expect(await dialog.retry()).toEqual({ passed: true });

		await dialog.fill({ privateKey: somebodyElses });
		expect(await dialog.save()).toEqual({
			passed: false,
			message: expect.stringMatching(BELONG_TOGETHER),
		});
		await dialog.fill({ privateKey: credential.publicKey, publicKey: credential.privateKey });
		expect(await dialog.save()).toEqual({
			passed: false,
			message: expect.stringMatching(/^Merchant Private Key in the credential is a public key/),
		});
		await dialog.fill({
			privateKey: credential.privateKey,
			publicKey: credential.publicKey,
			serialNo: 'AB'.repeat(20),
		});
		expect(await dialog.save()).toEqual({
			passed: false,
			message: expect.stringContaining('Merchant API Certificate Serial Number'),
		});
		await dialog.fill({ serialNo: credential.serialNo });
		expect(await dialog.save()).toEqual({ passed: true });
	});
});
