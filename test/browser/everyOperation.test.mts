import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { resources } from '../../marketing/resources/index.ts';
import type { BrowserStage } from '../../scripts/browser/browserStage.mts';
import type { NodePanel } from '../../scripts/browser/nodePanel.mts';
import { eventually } from '../eventually.mts';
import { SETUP_LIMIT, setTestBrowserStage } from './testBrowserStage.mts';

/** A common notebook's screen. */
const NOTEBOOK = { width: 1366, height: 768 };

describe("n8n's editor on a notebook's screen", () => {
	let stage: BrowserStage;
	let panel: NodePanel;

	beforeAll(async () => {
		stage = await setTestBrowserStage();
		await stage.editor.page.setViewportSize(NOTEBOOK);
		await stage.openTour();
		panel = await stage.editor.openNode('Coupon');
	}, SETUP_LIMIT);

	afterAll(async () => await stage?.close());

	/** What the mouse was on a moment ago may still be drawn. */
	async function cutsNothing(operation?: string): Promise<void> {
		await eventually(async () =>
			expect([operation, await stage.editor.cutTexts()]).toEqual([operation, []]),
		);
	}

	test('finds a resource by typing', async () => {
		const options = await panel.openOptions('resource');
		expect(await options.allInnerTexts()).toEqual(
			[...resources.map(({ name }) => name)].sort((one, other) => one.localeCompare(other)),
		);
		await stage.editor.page.keyboard.type('subsid');
		await eventually(async () =>
			expect(await options.allInnerTexts()).toEqual(['Merchant Coupon Subsidy']),
		);
		await options.first().click();
	});

	test.each(resources.map((resource) => [resource.name, resource] as const))(
		'cuts no label and no option of %s',
		async (name, { operations }) => {
			await panel.choose('resource', name);
			const options = await panel.openOptions('operation');
			expect(await options.count()).toBe(operations.length);
			await cutsNothing();
			await stage.editor.page.keyboard.press('Escape');
			for (const operation of operations) {
				await panel.choose('operation', operation.name);
				await eventually(async () =>
					expect(await panel.fields()).toEqual(
						expect.arrayContaining(
							operation.parameters
								.filter((parameter) => parameter.place === 'own' && !parameter.when)
								.map(({ field }) => field.name),
						),
					),
				);
				if (operation.body) await panel.columns.first().waitFor();
				await cutsNothing(operation.name);
			}
		},
		120_000,
	);

	// Spoils the page for what would come after it.
	test('notices a label, a choice and an option that are cut', async () => {
		const { page } = stage.editor;
		const long = 'x'.repeat(200);
		const lengthen = async (text: string) =>
			await page
				.getByText(text, { exact: true })
				.first()
				.evaluate((element, more) => {
					element.textContent += more;
				}, long);
		await lengthen('Operation');
		await panel
			.field('operation')
			.locator('input')
			.evaluate((input, value) => Object.assign(input, { value }), long);
		await panel.openOptions('resource');
		await lengthen('Merchant Coupon Stock');
		await eventually(async () =>
			expect(await stage.editor.cutTexts()).toEqual([
				expect.stringMatching(/^Operation.*x{200}$/),
				long,
				expect.stringMatching(/^Merchant Coupon Stockx{200}/),
			]),
		);
	});
});
