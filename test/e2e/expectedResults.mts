import { expect } from '@jest/globals';
import { exampleStoreRows, type StoreRow } from '../../scripts/examples/exampleStores.mts';
import type { SimulatorView } from '../../scripts/examples/simulatorView.mts';

const NOTHING_TO_SAY = { reason: '', what_to_do: '', request_id: '' };

/** The rows that a clean-up of the example spreadsheet should make, when its done stores are called so. */
export function expectedResults({ done }: Pick<SimulatorView, 'done'>, doneWord: string): object[] {
	const isDone = new Set(done.map(textOf));
	return exampleStoreRows().map((row) => {
		if (row.store_id === '') {
			const reason = expect.stringContaining('Store IDs');
			const what_to_do = expect.stringMatching(/\S/);
			return { ...row, result: 'unreadable', reason, what_to_do, request_id: '' };
		}
		const result = isDone.has(textOf(row)) ? doneWord : 'was not on the stock';
		return { ...row, result, ...NOTHING_TO_SAY };
	});
}

function textOf(row: StoreRow): string {
	return Object.values(row).join();
}
