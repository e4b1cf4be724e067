import type { INodeProperties } from 'n8n-workflow';

export const brandIdField: INodeProperties = {
	displayName: 'Brand ID',
	name: 'brandId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 120344',
	description:
		'The brand that owns the product coupon (品牌ID). It must have authorised the service provider whose credential is used.',
};

export const productCouponIdField: INodeProperties = {
	displayName: 'Product Coupon ID',
	name: 'productCouponId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 200000001',
	description: 'The product coupon (商品券ID), as WeChat Pay returned it when it was created',
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

export const optionsField: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
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
