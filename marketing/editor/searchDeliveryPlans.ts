import { readPages } from '../operation/lists/readPages';
import type { Values } from '../items/placement';
import { brandId } from '../parameters/common';
import { getAll, pages } from '../resources/deliveryPlan/getAll';
import { withText, type Search } from './listSearch';

/**
 * The delivery plans of the brand whose ID is searched for, since no field of the node names it; with more words
 * behind the ID those whose name, ID or state has them.
 */
export const searchDeliveryPlans: Search = async (editor, filter) => {
	const [brand = '', ...words] = filter.trim().split(/\s+/);
	if (brand === '') return { results: [] };
	const wanted = { [brandId.wire]: brand };
	const call = async (ofPage: Values) => await editor.call(getAll, ofPage);
	const plans = (await readPages(call, pages, wanted, Infinity)).map(
		({ plan_name, plan_id, plan_state }) => ({
			name: `${[plan_name, plan_id].filter(Boolean).join(' – ')} (${String(plan_state)})`,
			value: String(plan_id),
		}),
	);
	return { results: withText(plans, words.join(' ')) };
};
