import type { Locator, Page } from 'playwright-core';

/** The list at the right from which nodes and their actions are added. */
export class NodeCreator {
	private constructor(
		readonly root: Locator,
		/** The names in the list. */
		readonly names: Locator,
		private readonly searchBar: Locator,
	) {}

	/** Waits until it is open with this title. */
	static async opened(page: Page, title: string): Promise<NodeCreator> {
		const root = page.getByTestId('node-creator');
		await root.getByTestId('nodes-list-header').getByText(title, { exact: true }).waitFor();
		const searchBar = root.getByTestId('node-creator-search-bar');
		await searchBar.waitFor();
		return new NodeCreator(root, root.getByTestId('node-creator-item-name'), searchBar);
	}

	async search(words: string): Promise<void> {
		await this.searchBar.fill(words);
	}

	/** Chooses a node, or an action of it. */
	async choose(name: string): Promise<void> {
		await this.names.getByText(name, { exact: true }).click();
	}
}
