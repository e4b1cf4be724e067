import { list } from '../../operation/list';
import { get } from '../../operation/page';
import { choice } from '../../parameters/kinds';
import { optional } from '../../parameters/parameter';
import { storeBrandId, usefulOfStore } from './store';

const storeState = choice(
	'store_state',
	[
		{
			name: 'Closed',
			value: 'CLOSED',
			description: 'It is closed, and can be reopened or deleted',
		},
		{ name: 'Creating', value: 'CREATING', description: 'It is new and under review' },
		{ name: 'Open', value: 'OPEN', description: 'It is in use' },
	],
	{ label: 'State', name: 'storeState', default: 'OPEN', description: 'Only stores in this state' },
);

export const getAll = list({
	name: 'Get Many',
	action: 'Get many brand stores',
	description: 'List the stores of a brand',
	endpoint: get('/v3/brand/partner/store/brandstores', {
		perSecond: 5,
		page: 'partner/4016756674',
	}),
	parameters: [storeBrandId, optional(storeState)],
	pages: {
		style: 'index',
		sizeParameter: 'limit',
		maxSize: 200,
		offsetParameter: 'offset',
		itemsField: 'data',
		totalField: 'total_count',
		entryId: ['store_id'],
	},
	useful: usefulOfStore,
});
