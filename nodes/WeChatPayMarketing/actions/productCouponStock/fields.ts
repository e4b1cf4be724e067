import type { INodeProperties } from 'n8n-workflow';

export const stockIdField: INodeProperties = {
	displayName: 'Stock ID',
	name: 'stockId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 123456789',
	description:
		'The stock of the product coupon (商品券批次ID). Its store scope must be SPECIFIC, a stock that is valid in all stores has no list of stores.',
};
