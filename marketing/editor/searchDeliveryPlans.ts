import type { IDataObject, INodeListSearchItems } from 'n8n-workflow';
import { brandId } from '../parameters/common';
import { InputError, shown } from '../parameters/inputError';
import { getAll } from '../resources/deliveryPlan/getAll';
import { getAll as getAllOfBrand } from '../resources/deliveryPlan/ofBrand/getAll';
import { searchList, shownAs, withText, type Search } from './listSearch';

const toItem = ({ plan_name, plan_id, plan_state }: IDataObject): INodeListSearchItems =>
	shownAs(plan_name, plan_id, plan_state);

/**
 * The delivery plans of the brand that the node or the credential names; with a search text those whose name, ID or
 * state has it. Where neither names one, the text begins with the ID of the brand: nothing else is sent as a brand.
 */
export const searchDeliveryPlans: Search = async (editor, filter) => {
	const known = await editor.readIfThere(brandId);
	const [first = '', ...others] = filter.trim().split(/\s+/);
	if (known === undefined && !/^\d*$/.test(first)) {
		throw new InputError(
			'Plan',
			`cannot be looked for by ${shown(filter)} alone`,
			'Search for the ID of the brand first, then for words: 120344 Spring. Or enter Default Brand ID in the credential, and search for words alone.',
		);
	}
	const brand = known ?? first;
	const plans: INodeListSearchItems[] = [];
	if (brand === '') return { results: plans };
	for await (const { entries } of editor.pages(getAll, { [brandId.wire]: brand })) {
		plans.push(...entries.map(toItem));
	}
	return { results: withText(plans, first === brand ? others.join(' ') : filter.trim()) };
};

/**
 * The delivery plans of the brand that calls, page by page; with a search text those whose name, ID or state
 * has it.
 */
export const searchPlansOfBrand = searchList(getAllOfBrand, {
	valuesOf: async () => ({}),
	toItem,
});
