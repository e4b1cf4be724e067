import type { Locator, Page } from 'playwright-core';

/** The messages that n8n shows in a corner for a while. */
export class Toasts {
	private readonly all: Locator;

	constructor(page: Page) {
		this.all = page.locator('.el-notification');
	}

	/** Does something and returns the title of the message that comes of it. */
	async after(work: () => Promise<void>): Promise<string> {
		await this.dismiss();
		await work();
		return await this.all.first().locator('.el-notification__title').innerText();
	}

	/** Closes those that are there; one may be going by itself at the same moment. */
	async dismiss(): Promise<void> {
		const buttons = this.all.locator('.el-notification__closeBtn');
		await buttons.evaluateAll((elements) =>
			elements.forEach((element) => (element as unknown as { click(): void }).click()),
		);
		await this.all.first().waitFor({ state: 'detached' });
	}
}
