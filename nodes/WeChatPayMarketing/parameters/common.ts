import type { INodeProperties } from 'n8n-workflow';
import { id } from './kinds';
import type { Parameter } from './parameter';

/** The brand that owns a product coupon. */
export const brandId = id('brand_id', {
	example: '120344',
	description:
		'The brand that owns the product coupon. It must have authorised the service provider whose credential is used.',
});

export const productCouponId = id('product_coupon_id', {
	example: '200000001',
	description: 'The product coupon, as WeChat Pay returned it when it was created',
});

/** A parameter that can also be chosen from a list that the node asks WeChat Pay for. */
export function fromList<Wire extends string>(
	parameter: Parameter<Wire, true, string>,
	{ method, what, example }: { method: string; what: string; example: string },
): Parameter<Wire, true, string> {
	const { displayName, name, description, required } = parameter.field;
	const field: INodeProperties = {
		displayName,
		name,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required,
		description,
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: `Choose a ${what}...`,
				typeOptions: { searchListMethod: method, searchable: true },
			},
			{ displayName: 'By ID', name: 'id', type: 'string', placeholder: `e.g. ${example}` },
		],
	};
	return { ...parameter, field };
}
