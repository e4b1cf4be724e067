import type { INodeProperties } from 'n8n-workflow';

export const stockIdField: INodeProperties = {
	displayName: 'Stock',
	name: 'stockId',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description:
		'The stock of the product coupon. Its store scope must be SPECIFIC: a stock that is valid in all stores has no list of stores.',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Choose a stock...',
			typeOptions: { searchListMethod: 'searchStocks', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 123456789',
		},
	],
};
