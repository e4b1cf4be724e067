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

	/** Closes those that are there. */
	async dismiss(): Promise<void> {
		while ((await this.all.count()) > 0) {
			const toast = this.all.first();
			const id = await toast.getAttribute('id');
			await toast.locator('.el-notification__closeBtn').click();
			await toast.page().locator(`[id="${id}"]`).waitFor({ state: 'detached' });
		}
	}
}
