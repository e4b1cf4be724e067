import type { Locator, Page } from 'playwright-core';
import { STOCKS } from '../../test/simulator/shop.mts';
import { BRAND_NODE, BRAND_TRIGGER } from './brandWorkflow.mts';
import type { BrowserStage } from './browserStage.mts';
import { TOUR_AGENT, tourNodeAfter } from './tourWorkflow.mts';

/** Brings the editor to where there is something to show; returns what of it the picture shows. */
type Scene = (stage: BrowserStage) => Promise<Page | Locator>;

/** A panel as it is after a click on the node. */
function panelOf(node: string): Scene {
	return async (stage) => {
		await stage.openTour();
		const panel = await stage.editor.openNode(node);
		return panel.root;
	};
}

/** The same with n8n's dark theme, which follows the system. */
function inDark(scene: Scene): Scene {
	return async (stage) => {
		await stage.editor.page.emulateMedia({ colorScheme: 'dark' });
		return await scene(stage);
	};
}

async function nodeCreator({ openTour, editor }: BrowserStage): Promise<Locator> {
	await openTour();
	const creator = await editor.openNodeCreator();
	await creator.search('wechat');
	await creator.choose('WeChat Pay Marketing');
	await creator.names.getByText('Get many product coupon stocks').waitFor();
	return creator.root;
}

async function toolList({ openTour, editor }: BrowserStage): Promise<Page> {
	await openTour();
	const tools = await editor.openToolList(TOUR_AGENT);
	await tools.search('wechat');
	await tools.names.getByText('WeChat Pay Marketing Tool').waitFor();
	return editor.page;
}

async function stockList({ openTour, editor }: BrowserStage): Promise<Locator> {
	await openTour();
	const panel = await editor.openNode('Stores');
	const entries = await panel.openList('stockId');
	await entries.filter({ hasText: STOCKS.stores201 }).waitFor();
	return panel.root;
}

async function outputPreview({ openTour, editor }: BrowserStage): Promise<Locator> {
	await openTour();
	const panel = await editor.openNode(tourNodeAfter('Stocks'));
	await panel.input.getByTestId('schema-preview-warning').waitFor();
	await panel.input.getByText('store_scope').waitFor();
	return panel.root;
}

async function credentialPassed({ openTour, editor }: BrowserStage): Promise<Locator> {
	await openTour();
	const dialog = await (await editor.openNode('Coupon')).openCredential();
	await dialog.retry();
	return dialog.root;
}

async function credentialRefused(stage: BrowserStage): Promise<Locator> {
	await stage.openTour();
	const dialog = await (await stage.editor.openNode('Coupon')).openCredential();
	await dialog.fill({ serialNo: '0123456789ABCDEF'.repeat(3).slice(0, 40) });
	await dialog.save();
	return dialog.root;
}

async function refusal({ openTour, editor }: BrowserStage): Promise<Locator> {
	await openTour();
	const panel = await editor.openNode('Stores to Take Off');
	await panel.fillById('stockId', STOCKS.allStores);
	await panel.execute();
	await panel.output.getByTestId('node-error-description').waitFor();
	return panel.root;
}

async function output({ openTour, editor }: BrowserStage): Promise<Locator> {
	await openTour();
	const panel = await editor.openNode('Stocks');
	await panel.execute();
	await panel.output.getByTestId('run-data-item-count').waitFor();
	return panel.root;
}

/** The panel of a trigger, with its addresses. */
async function triggerPanel({ editor }: BrowserStage, node: string): Promise<Locator> {
	const panel = await editor.openNode(node);
	await panel.root.getByText('Webhook URLs').click();
	await panel.root.getByText('/webhook-test/').first().waitFor();
	return panel.root;
}

async function trigger(stage: BrowserStage): Promise<Locator> {
	await stage.openCouponReceived();
	return await triggerPanel(stage, 'Coupon Received');
}

async function brandTrigger(stage: BrowserStage): Promise<Locator> {
	await stage.openBrand();
	return await triggerPanel(stage, BRAND_TRIGGER);
}

async function brandNode({ openBrand, editor }: BrowserStage): Promise<Locator> {
	await openBrand();
	return (await editor.openNode(BRAND_NODE)).root;
}

async function brandCredential({ openBrand, editor }: BrowserStage): Promise<Locator> {
	await openBrand();
	const dialog = await (await editor.openNode(BRAND_NODE)).openCredential();
	await dialog.retry();
	return dialog.root;
}

async function storeCleanup(stage: BrowserStage): Promise<Page> {
	const { page } = stage.editor;
	// As flat as the workflow is.
	await page.setViewportSize({ width: 1280, height: 640 });
	await stage.openStoreCleanup();
	const form = await stage.uploadStores();
	await page.getByTestId('execute-workflow-button').getByText('Execute workflow').waitFor();
	await form.page.close();
	return page;
}

async function storeCleanupForm(stage: BrowserStage): Promise<Locator> {
	await stage.openStoreCleanup();
	const { page } = await stage.uploadStores();
	await page.setViewportSize({ width: 640, height: 400 });
	return page.locator('.container');
}

/** Every picture of docs/images, by its name; the last one leaves a wrong credential behind. */
export const SCENES: Readonly<Record<string, Scene>> = {
	'node-creator': nodeCreator,
	'ai-tool': toolList,
	'product-coupon-get': panelOf('Coupon'),
	'product-coupon-stock-get-many': output,
	'product-coupon-stock-get-associated-stores': stockList,
	'product-coupon-stock-disassociate-stores': panelOf('Stores to Take Off'),
	'product-coupon-create': panelOf('New Coupon'),
	'product-coupon-create-dark': inDark(panelOf('New Coupon')),
	'product-coupon-stock-deactivate': panelOf('Stock to Stop'),
	'product-coupon-stock-associate-stores': panelOf('Stores to Put On'),
	'user-product-coupon-send': panelOf('Coupon to Send'),
	'merchant-coupon-stock-get': panelOf('Merchant Coupons'),
	'partnership-get-many': panelOf('Partners'),
	'cash-coupon-stock-pause': panelOf('Cash Stock to Pause'),
	'cash-coupon-stock-get-use-report': panelOf('Uses of Cash Coupons'),
	'merchant-coupon-use': panelOf('Coupon at the Till'),
	'merchant-coupon-subsidy-pay': panelOf('Subsidy to Pay'),
	'pay-gift-activity-create': panelOf('New Activity'),
	'image-upload-for-product-coupon': panelOf('Image to Upload'),
	trigger,
	'trigger-dark': inDark(trigger),
	'brand-product-coupon-get': brandNode,
	'brand-trigger': brandTrigger,
	'brand-credential-passed': brandCredential,
	'output-preview': outputPreview,
	'store-cleanup': storeCleanup,
	'store-cleanup-form': storeCleanupForm,
	'error-message': refusal,
	'credential-passed': credentialPassed,
	'credential-refused': credentialRefused,
};
