import type { Locator, Page } from 'playwright-core';

/** What the dialog shows after a test: nothing more than green, or red with the reason. */
export type ShownTest = { passed: true } | { passed: false; message: string };

const FAILED = 'Couldn’t connect with these settings';

/** A credential, opened. */
export class CredentialDialog {
	private constructor(
		private readonly page: Page,
		readonly root: Locator,
	) {}

	/** Waits until it is open and has been tested, as n8n does with a credential that was saved before. */
	static async opened(page: Page): Promise<CredentialDialog> {
		const dialog = new CredentialDialog(page, page.getByTestId('editCredential-modal'));
		await dialog.passed.or(dialog.failed).first().waitFor();
		return dialog;
	}

	/** Puts other values into fields; they are named as in the credential's data. */
	async fill(values: Record<string, string>): Promise<void> {
		for (const [name, value] of Object.entries(values)) {
			await this.root.getByTestId(`parameter-input-${name}`).getByRole('textbox').fill(value);
		}
	}

	/** Saves, which tests the credential. */
	async save(): Promise<ShownTest> {
		return await this.tested(this.root.getByTestId('credential-save-button'));
	}

	/** Presses the button that tests again. */
	async retry(): Promise<ShownTest> {
		return await this.tested(this.root.getByRole('button', { name: 'Retry' }));
	}

	async close(): Promise<void> {
		await this.root.getByRole('button', { name: 'Close this dialog' }).click();
		await this.root.waitFor({ state: 'detached' });
	}

	private get passed(): Locator {
		return this.root.getByTestId('credentials-config-container-test-success');
	}

	private get failed(): Locator {
		return this.root.getByText(FAILED);
	}

	/** What is shown before the answer comes is of the test before, so the answer is waited for. */
	private async tested(button: Locator): Promise<ShownTest> {
		const answer = this.page.waitForResponse((response) =>
			response.url().endsWith('/rest/credentials/test'),
		);
		await button.click();
		const { data } = (await (await answer).json()) as { data: { status: string; message: string } };
		if (data.status === 'OK') {
			await this.passed.waitFor();
			return { passed: true };
		}
		await this.failed.waitFor();
		const more = this.root.getByText('More details');
		if (await more.isVisible()) await more.click();
		const shown = this.root.getByText(data.message);
		return { passed: false, message: await shown.innerText() };
	}
}
