import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import type { FormFile } from '../n8n/form.mts';
import type { Owner } from '../n8n/rest.mts';
import type { Workflow } from '../n8n/workflow.mts';
import { NodeCreator } from './nodeCreator.mts';
import { NodePanel } from './nodePanel.mts';
import { Toasts } from './toasts.mts';

/** A form after somebody has uploaded a file to it. */
export interface FilledForm {
	/** A window of its own, which shows the form's last page. */
	page: Page;
	/** What was downloaded then. */
	file: FormFile;
}

/** Looked for in the browser, whose types are not those of Node.js. */
const CUT_TEXTS = `
	const isInput = (element) => element.matches('input');
	[...document.querySelectorAll('[data-test-id="node-parameters"] *, .el-select-dropdown *')]
		.filter((element) => element.offsetParent)
		.filter((element) => isInput(element) || getComputedStyle(element).textOverflow === 'ellipsis')
		.filter((element) => element.scrollWidth > element.clientWidth)
		.map((element) => (isInput(element) ? element.value : element.innerText).trim())
		.filter((text) => text !== '')
`;

/** Looked for in the browser: a sticky note hides what does not fit into its box. */
const CUT_NOTES = `
	[...document.querySelectorAll('[data-test-id="sticky"]')]
		.filter((note) => [note, ...note.querySelectorAll('*')].some(
			(element) => element.scrollHeight > element.clientHeight + 1
				&& /hidden|auto|scroll/.test(getComputedStyle(element).overflowY)))
		.map((note) => note.innerText.trim().split('\\n')[0])
`;

/** n8n's editor as somebody in front of it uses it. */
export class Editor {
	private readonly toasts: Toasts;

	constructor(
		readonly page: Page,
		private readonly url: string,
	) {
		this.toasts = new Toasts(page);
	}

	async signIn({ email, password }: Owner): Promise<void> {
		await this.page.goto(`${this.url}/signin`);
		await this.page.locator('input[name="emailOrLdapLoginId"]').fill(email);
		await this.page.locator('input[name="password"]').fill(password);
		await this.page.getByRole('button', { name: 'Sign in' }).click();
		await this.page.waitForURL(/\/home\//);
	}

	/** Opens a copy of a workflow, with all of its nodes in sight; n8n saves what is changed in it. */
	async openCopy({ name, nodes, connections }: Omit<Workflow, 'id'>): Promise<void> {
		const response = await this.page.request.post(`${this.url}/rest/workflows`, {
			headers: { 'browser-id': await this.browserId() },
			data: { name, nodes, connections, settings: {} },
		});
		const { data } = (await response.json()) as { data: { id: string } };
		await this.page.goto(`${this.url}/workflow/${data.id}`);
		await this.page.getByTestId('canvas-node').first().waitFor();
		await this.page.getByTestId('zoom-to-fit').click();
		// What is clicked while n8n still loads its lists can open the wrong one.
		await this.page.waitForLoadState('networkidle');
	}

	/** A node on the canvas. */
	node(name: string): Locator {
		return this.page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`);
	}

	/** The names of the nodes on the canvas that n8n marks, since something of them is missing or wrong. */
	async nodesWithIssues(): Promise<string[]> {
		const marked = this.page
			.getByTestId('canvas-node')
			.filter({ has: this.page.getByTestId('node-issues') });
		return await marked.evaluateAll((nodes) =>
			nodes.map((node) => node.getAttribute('data-node-name') ?? ''),
		);
	}

	async openNode(name: string): Promise<NodePanel> {
		await this.node(name).dblclick();
		const panel = new NodePanel(this.page);
		await panel.root.waitFor();
		return panel;
	}

	/** Opens the list of nodes that can be added to the workflow. */
	async openNodeCreator(): Promise<NodeCreator> {
		await this.page.getByTestId('node-creator-plus-button').click();
		return await NodeCreator.opened(this.page, 'What happens next?');
	}

	/** Opens the list of nodes that can be the tool of an AI agent. */
	async openToolList(agent: string): Promise<NodeCreator> {
		await this.page
			.locator('[data-test-id="canvas-node-input-handle"][data-connection-type="ai_tool"]')
			.and(this.page.locator(`[data-node-name="${agent}"]`))
			.getByTestId('canvas-handle-plus')
			.click();
		return await NodeCreator.opened(this.page, 'Tools');
	}

	/** Executes the workflow that is open and uploads a file to its form, as somebody in front of it does. */
	async executeForm(file: FormFile): Promise<FilledForm> {
		await this.toasts.dismiss();
		const opening = this.page.waitForEvent('popup');
		await this.page.getByTestId('execute-workflow-button').click();
		const form = await opening;
		const upload = { name: file.name, mimeType: 'application/octet-stream', buffer: file.bytes };
		await form.locator('input[type="file"]').setInputFiles(upload);
		const downloading = form.waitForEvent('download');
		await form.getByRole('button', { name: 'Submit' }).click();
		const download = await downloading;
		return {
			page: form,
			file: { name: download.suggestedFilename(), bytes: await readFile(await download.path()) },
		};
	}

	/** The headings of the notes on the canvas whose text does not fit. */
	async cutNotes(): Promise<string[]> {
		return await this.page.evaluate<string[]>(CUT_NOTES);
	}

	/** Texts of the panel and of the list that is open that end in an ellipsis, since they do not fit. */
	async cutTexts(): Promise<string[]> {
		// n8n makes room for buttons beside the label that the mouse is on.
		await this.page.mouse.move(1, 1);
		return await this.page.evaluate<string[]>(CUT_TEXTS);
	}

	/** Takes messages, and what the mouse brings up, out of sight. */
	async tidy(): Promise<void> {
		await this.toasts.dismiss();
		await this.page.mouse.move(1, 1);
	}

	/** The ID that n8n ties the session to. */
	private async browserId(): Promise<string> {
		const { origins } = await this.page.context().storageState();
		const stored = origins.flatMap(({ localStorage }) => localStorage);
		return stored.find(({ name }) => name === 'n8n-browserId')?.value ?? '';
	}
}
