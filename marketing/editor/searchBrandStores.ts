import type { IDataObject } from 'n8n-workflow';
import { getAll } from '../resources/brandStore/getAll';
import { storeBrandId } from '../resources/brandStore/store';
import { searchList, shownAs } from './listSearch';

/**
 * The stores of the brand that is named in the node, page by page; with a search text those whose name, ID, own
 * number or state has it.
 */
export const searchBrandStores = searchList(getAll, {
	valuesOf: async (editor) => await editor.values([storeBrandId]),
	toItem: ({ store_id, store_basics, store_state }) => {
		const { store_reference_id, branch_name } = (store_basics ?? {}) as IDataObject;
		const facts = [store_reference_id, store_state].filter((fact) => fact !== undefined);
		return shownAs(branch_name, store_id, ...facts);
	},
});
