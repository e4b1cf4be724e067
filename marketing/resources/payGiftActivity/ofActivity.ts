import type { UncertainPages } from '../../operation/lists/uncertain';

/** How the lists of an activity are read; what their offset counts is not documented. @param entryId its ID */
export function pagesOf(entryId: string): UncertainPages {
	return {
		style: 'uncertain',
		sizeParameter: 'limit',
		maxSize: 100,
		offsetParameter: 'offset',
		itemsField: 'data',
		totalField: 'total_count',
		entryId: [entryId],
	};
}
