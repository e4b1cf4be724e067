import type { Simulator } from '../../test/simulator/index.mts';
import { createExampleShop, exampleStoreRows, type StoreRow } from './exampleStores.mts';

/** What became of the spreadsheet's rows, as the simulator's shop tells it. */
export interface SimulatorView {
	/** Rows whose store was on the stock and no longer is. */
	done: StoreRow[];
	/** All others. */
	left: StoreRow[];
	calls: number;
	/** Calls whose signature was not valid. */
	badlySigned: number;
}

/** Compares the simulator's shop with what it was before the store clean-up. */
export function viewOfSimulator({ shop, requests }: Simulator): SimulatorView {
	const before = createExampleShop();
	const taken = (row: StoreRow): boolean => {
		const stock = [row.product_coupon_id, row.stock_id] as const;
		return (
			before.associatedStores(...stock).includes(row.store_id) &&
			!shop.associatedStores(...stock).includes(row.store_id)
		);
	};
	const rows = exampleStoreRows();
	return {
		done: rows.filter(taken),
		left: rows.filter((row) => !taken(row)),
		calls: requests.length,
		badlySigned: requests.filter(({ signature }) => signature !== 'valid').length,
	};
}
