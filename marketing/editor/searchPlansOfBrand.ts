import { getAll } from '../resources/deliveryPlan/ofBrand/getAll';
import { searchList, shownAs } from './listSearch';

/**
 * The delivery plans of the brand that calls, page by page; with a search text those whose name, ID or state
 * has it.
 */
export const searchPlansOfBrand = searchList(getAll, {
	valuesOf: async () => ({}),
	toItem: ({ plan_name, plan_id, plan_state }) => shownAs(plan_name, plan_id, plan_state),
});
