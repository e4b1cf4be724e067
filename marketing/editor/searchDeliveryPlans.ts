import type { INodeListSearchItems } from 'n8n-workflow';
import { brandId } from '../parameters/common';
import { getAll } from '../resources/deliveryPlan/getAll';
import { getAll as getAllOfBrand } from '../resources/deliveryPlan/ofBrand/getAll';
import { searchList, shownAs, withText, type Search } from './listSearch';

/**
 * The delivery plans of the brand whose ID is searched for, since no field of the node names it; with more words
 * behind the ID those whose name, ID or state has them.
 */
export const searchDeliveryPlans: Search = async (editor, filter) => {
	const [brand = '', ...words] = filter.trim().split(/\s+/);
	const plans: INodeListSearchItems[] = [];
	if (brand === '') return { results: plans };
	for await (const { entries } of editor.pages(getAll, { [brandId.wire]: brand })) {
		for (const { plan_name, plan_id, plan_state } of entries) {
			plans.push(shownAs(plan_name, plan_id, plan_state));
		}
	}
	return { results: withText(plans, words.join(' ')) };
};

/**
 * The delivery plans of the brand that calls, page by page; with a search text those whose name, ID or state
 * has it.
 */
export const searchPlansOfBrand = searchList(getAllOfBrand, {
	valuesOf: async () => ({}),
	toItem: ({ plan_name, plan_id, plan_state }) => shownAs(plan_name, plan_id, plan_state),
});
