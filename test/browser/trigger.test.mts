import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { merchantEvents } from '../../marketing/trigger/events.ts';
import type { BrowserStage } from '../../scripts/browser/browserStage.mts';
import type { NodePanel } from '../../scripts/browser/nodePanel.mts';
import { sampleOf } from '../simulator/notifications/samples.mts';
import { eventually } from '../eventually.mts';
import { SETUP_LIMIT, setTestBrowserStage } from './testBrowserStage.mts';

describe("the trigger in n8n's editor", () => {
	let stage: BrowserStage;
	let panel: NodePanel;

	beforeAll(async () => {
		stage = await setTestBrowserStage();
	}, SETUP_LIMIT);

	afterAll(async () => await stage?.close());

	beforeEach(async () => {
		await stage.openCouponReceived();
		panel = await stage.editor.openNode('Coupon Received');
	});

	async function testAddress(): Promise<string> {
		await panel.root.getByText('Webhook URLs').click();
		const shown = panel.root.getByText('/webhook-test/').first();
		await shown.waitFor();
		return (await shown.innerText()).trim();
	}

	test('lists the events by name, each with what it is for', async () => {
		await panel.openOptions('events');
		const options = stage.editor.page.getByRole('option');
		await eventually(async () => {
			const shown = (await options.allInnerTexts()).join('\n');
			for (const { name, description } of merchantEvents.options) {
				expect(shown).toContain(name);
				expect(shown).toContain(description);
			}
		});
	}, 120_000);

	test('says what the event needs', async () => {
		await eventually(async () =>
			expect(await panel.output.innerText()).toContain('cannot be used before it is confirmed'),
		);
	}, 120_000);

	test('shows the address, listens there, and shows what came', async () => {
		const address = await testAddress();
		expect(address).toMatch(/^http.*\/webhook-test\/[\w-]+\/webhook$/);
		await panel.root.getByTestId('node-execute-button').first().click();
		const sample = sampleOf('PRODUCT_COUPON_SP.SEND');
		const { pathname } = new URL(address);
		const url = new URL(pathname, stage.stage.instance.url).href;
		// 404 until n8n listens.
		await eventually(async () => {
			const { status } = await stage.stage.simulator.notify(url, sample);
			expect(status).toBe(200);
		});
		await eventually(async () => {
			const text = await panel.output.innerText();
			expect(text).toContain('PRODUCT_COUPON_SP.SEND');
			expect(text).toContain('Code_123456');
		});
	}, 120_000);
});
