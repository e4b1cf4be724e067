import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brandCredentialOf } from '../examples/brandCredential.mts';
import { readExampleWorkflow } from '../examples/exampleWorkflow.mts';
import { setStage, type Stage } from '../examples/stage.mts';
import { readStoreCleanupForm, withOptions } from '../examples/storeCleanupForm.mts';
import { Rest } from '../n8n/rest.mts';
import type { Workflow } from '../n8n/workflow.mts';
import type { Progress } from '../progress.mts';
import { brandWorkflow } from './brandWorkflow.mts';
import { openBrowser } from './browser.mts';
import { ensureChromium } from './chromium.mts';
import { Editor, type FilledForm } from './editor.mts';
import { tourWorkflow } from './tourWorkflow.mts';

/** The stage of the examples, with n8n's editor open in front of its owner. */
export interface BrowserStage {
	stage: Stage;
	editor: Editor;
	/** Opens the workflow that has every operation, as new. */
	openTour(): Promise<void>;
	/** Opens the workflow that takes closed stores off a stock, as new, with other options if they are told. */
	openStoreCleanup(options?: object): Promise<void>;
	/** Opens the workflow that starts when a user gets a coupon, as new. */
	openCouponReceived(): Promise<void>;
	/** Opens the workflow with the nodes of a brand, as new. */
	openBrand(): Promise<void>;
	/** Uploads the example spreadsheet to the workflow that is open. */
	uploadStores(): Promise<FilledForm>;
	close(): Promise<void>;
}

/** Sets everything up in a temporary folder. */
export async function setBrowserStage(progress: Progress): Promise<BrowserStage> {
	const executable = await ensureChromium(progress);
	const undo: Array<() => Promise<void>> = [];
	const close = async (): Promise<void> => {
		for (const step of undo.reverse()) await step();
	};
	try {
		const temporary = await mkdtemp(join(tmpdir(), 'n8n-browser-'));
		undo.push(async () => await rm(temporary, { recursive: true, force: true }));
		const stage = await setStage(join(temporary, 'files'), progress);
		undo.push(stage.close);
		const brand = brandCredentialOf(stage.simulator);
		await stage.instance.importCredential(brand);
		const server = await progress.step(
			`Starting n8n ${stage.n8nVersion}`,
			async () => await stage.instance.startServer(),
		);
		undo.push(server.stop);
		const owner = await new Rest(server.url).setUpOwner();
		const browser = await openBrowser(executable);
		undo.push(browser.close);
		const editor = new Editor(browser.page, server.url);
		await progress.step('Signing in', async () => await editor.signIn(owner));
		return {
			stage,
			editor,
			openTour: async () => await editor.openCopy(tourWorkflow(stage.credential)),
			openStoreCleanup: async (options) =>
				await editor.openCopy(await storeCleanup(stage, options)),
			openCouponReceived: async () =>
				await editor.openCopy(await readExampleWorkflow('coupon-received', {}, stage.credential)),
			openBrand: async () => await editor.openCopy(brandWorkflow(brand)),
			uploadStores: async () => {
				const bytes = await readFile(join(stage.folder, 'stores.csv'));
				return await editor.executeForm({ name: 'stores.csv', bytes });
			},
			close,
		};
	} catch (error) {
		await close();
		throw error;
	}
}

async function storeCleanup(stage: Stage, options?: object): Promise<Workflow> {
	const workflow = await readStoreCleanupForm(stage);
	return options ? withOptions(workflow, options) : workflow;
}
