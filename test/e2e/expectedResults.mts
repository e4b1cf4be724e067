import { expect } from '@jest/globals';
import { exampleStoreRows, type StoreRow } from '../../scripts/examples/exampleStores.mts';
import type { SimulatorView } from '../../scripts/examples/simulatorView.mts';

const NOTHING_TO_SAY = { reason: '', what_to_do: '', request_id: '' };
const CHECK_ID = expect.stringContaining('Check the store ID');
/** In a dry run WeChat Pay has said nothing yet. */
const WHY_NOT = expect.stringMatching(/^INVALID_REQUEST: 门店/);

/** The rows that a clean-up of the example spreadsheet should make, when its done stores are called so. */
export function expectedResults({ done }: Pick<SimulatorView, 'done'>, doneWord: string): object[] {
	const isDone = new Set(done.map(textOf));
	return exampleStoreRows().map((row) => {
		if (row.store_id === '') {
			const reason = expect.stringContaining('Store IDs');
			const what_to_do = expect.stringMatching(/\S/);
			return { ...row, result: 'unreadable', reason, what_to_do, request_id: '' };
		}
		if (isDone.has(textOf(row))) return { ...row, result: doneWord, ...NOTHING_TO_SAY };
		const reason = doneWord.startsWith('would') ? '' : WHY_NOT;
		const what_to_do = CHECK_ID;
		return { ...row, result: 'was not on the stock', reason, what_to_do, request_id: '' };
	});
}

function textOf(row: StoreRow): string {
	return Object.values(row).join();
}
