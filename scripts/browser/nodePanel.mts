import type { Locator, Page } from 'playwright-core';
import { CredentialDialog } from './credentialDialog.mts';
import { Toasts } from './toasts.mts';

/** What a node says when it could not do its work. */
export interface ShownError {
	message: string;
	description: string;
}

/** A node, opened: its input, its parameters and its output. */
export class NodePanel {
	readonly root: Locator;
	readonly input: Locator;
	readonly output: Locator;
	private readonly parameters: Locator;
	private readonly toasts: Toasts;

	constructor(private readonly page: Page) {
		this.root = page.getByTestId('ndv');
		this.input = this.root.getByTestId('ndv-input-panel');
		this.output = this.root.getByTestId('output-panel');
		this.parameters = this.root.getByTestId('node-parameters').first();
		this.toasts = new Toasts(page);
	}

	/** The names of the fields, from top to bottom. */
	async fields(): Promise<string[]> {
		const fields = this.parameters.locator('[data-test-id^="parameter-input-"]:visible');
		const ids = await fields.evaluateAll((elements) =>
			elements.map((element) => element.getAttribute('data-test-id') ?? ''),
		);
		return ids.map((id) => id.slice('parameter-input-'.length)).filter((name) => name !== 'field');
	}

	/** The columns of a resource mapper, and the list of those to add: n8n shows them when it has asked for them. */
	get columns(): Locator {
		return this.parameters.locator('[data-test-id^="value["], [data-test-id="add-fields-select"]');
	}

	field(name: string): Locator {
		return this.parameters.getByTestId(`parameter-input-${name}`);
	}

	/** Opens a list of options. */
	async openOptions(field: string): Promise<Locator> {
		await this.field(field).click();
		const options = this.page.getByRole('option').locator('.option-headline:visible');
		await options.first().waitFor();
		return options;
	}

	/** Chooses from a list of options. */
	async choose(field: string, option: string): Promise<void> {
		const options = await this.openOptions(field);
		await options.getByText(option, { exact: true }).click();
		await options.first().waitFor({ state: 'hidden' });
	}

	async fill(field: string, text: string): Promise<void> {
		await this.type(this.field(field).getByRole('textbox'), text);
	}

	/** Opens the list of a resource locator; returns its entries. */
	async openList(field: string): Promise<Locator> {
		await this.field(field).getByTestId('rlc-input').click();
		return this.page.getByTestId('rlc-item');
	}

	/** Types into the search of the list that is open. */
	async searchList(words: string): Promise<void> {
		await this.page.getByTestId('rlc-search').fill(words);
	}

	/** Types an ID into a resource locator. */
	async fillById(field: string, id: string): Promise<void> {
		await this.field(field).getByTestId('rlc-mode-selector').click();
		await this.page.getByTestId('mode-id').click();
		await this.type(this.field(field).getByTestId('rlc-input'), id);
	}

	/** Executes the node; returns what n8n says in the end. */
	async execute(): Promise<string> {
		return await this.toasts.after(async () => {
			await this.root.getByTestId('node-execute-button').click();
		});
	}

	/** Reads the message that the output panel shows in place of output. */
	async error(): Promise<ShownError> {
		const [message, description] = [
			await this.output.getByTestId('node-error-message').innerText(),
			await this.output.getByTestId('node-error-description').innerText(),
		];
		return { message, description };
	}

	/** Opens the credential that the node uses. */
	async openCredential(): Promise<CredentialDialog> {
		await this.root.getByTestId('credential-edit-button').click();
		return await CredentialDialog.opened(this.page);
	}

	async close(): Promise<void> {
		await this.toasts.dismiss();
		await this.root.getByTestId('ndv-close-button').click();
		await this.root.waitFor({ state: 'detached' });
	}

	/** Types a text; ends when n8n has saved it, because it takes no notice of it at first. */
	private async type(input: Locator, text: string): Promise<void> {
		const saved = this.page.waitForResponse((response) => {
			const request = response.request();
			const body = request.postData() ?? '';
			return request.method() === 'PATCH' && body.includes(JSON.stringify(text));
		});
		await input.fill(text);
		await saved;
	}
}
