import type { IDataObject } from 'n8n-workflow';
import { getAll } from '../resources/payGiftActivity/getAll';
import { searchList, shownAs } from './listSearch';

/**
 * The pay gift activities of the merchant, page by page; with a search text those whose name, ID or state has it.
 */
export const searchPayGiftActivities = searchList(getAll, {
	valuesOf: async () => ({}),
	toItem: ({ activity_base_info, activity_id, activity_status }) => {
		const { activity_name } = (activity_base_info ?? {}) as IDataObject;
		return shownAs(activity_name, activity_id, activity_status);
	},
});
