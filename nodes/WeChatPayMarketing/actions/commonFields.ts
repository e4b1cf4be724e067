import type { INodeProperties } from 'n8n-workflow';

export const brandIdField: INodeProperties = {
	displayName: 'Brand ID',
	name: 'brandId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 120344',
	description:
		'The brand that owns the product coupon. It must have authorised the service provider whose credential is used.',
};

export const productCouponIdField: INodeProperties = {
	displayName: 'Product Coupon ID',
	name: 'productCouponId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 200000001',
	description: 'The product coupon, as WeChat Pay returned it when it was created',
};

export const returnAllField: INodeProperties = {
	displayName: 'Return All',
	name: 'returnAll',
	type: 'boolean',
	default: false,
	description: 'Whether to return all results or only up to a given limit',
};

export const limitField: INodeProperties = {
	displayName: 'Limit',
	name: 'limit',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 50,
	displayOptions: { show: { returnAll: [false] } },
	description: 'Max number of results to return',
};

/** @param filters what the list can be narrowed by, in the order of their names */
export function filtersField(filters: INodeProperties[]): INodeProperties {
	return {
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add filter',
		default: {},
		options: filters,
	};
}

/** @param requestsPerSecond calls a second that the endpoint allows; Infinity when no limit is documented */
export function optionsField(requestsPerSecond: number): INodeProperties {
	const documentedRate = Number.isFinite(requestsPerSecond) ? requestsPerSecond : 0;
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Max Retries',
				name: 'maxRetries',
				type: 'number',
				typeOptions: { minValue: 0 },
				default: 3,
				description:
					'How often a call is tried again when WeChat Pay is busy or does not answer. Only what is safe to repeat is repeated.',
			},
			{
				displayName: 'Requests Per Second',
				name: 'requestsPerSecond',
				type: 'number',
				typeOptions: { minValue: 0 },
				default: documentedRate,
				description:
					'How many calls to make in a second at most, for all input items together. 0 takes the limit off. Lower it when other programs use the quota of the same merchant.',
			},
			{
				displayName: 'Timeout',
				name: 'timeout',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 30000,
				description: 'Milliseconds to wait for an answer of WeChat Pay before a call is given up',
			},
		],
	};
}
