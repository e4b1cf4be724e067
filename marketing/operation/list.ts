import type { INodeProperties } from 'n8n-workflow';
import { integer, flag } from '../parameters/kinds';
import type { Parameter } from '../parameters/parameter';
import type { Answer } from '../transport/attempt';
import { CallError } from '../transport/callError';
import type { Calls } from '../items/calls';
import { operationOf, type EndpointAt, type Filling, type Operation, type PageWords } from './page';
import type { Page } from './lists/entries';
import { readPages, type Pages } from './lists/pages';
import { perItem } from './perItem';
import { picked, type Values } from '../items/placement';
import type { Result } from '../items/row';
import { shapedBy, simplify, type Useful } from '../items/simplify';

/** A page of an operation that reads a list. */
export type ListPage<Path extends string, Parameters extends readonly Parameter[]> = PageWords & {
	endpoint: EndpointAt<Path, 'GET'>;
	parameters: Filling<Path, Parameters>;
	/** how the list is read, and where the answer has its entries */
	pages: Pages;
	/** what of an entry is useful, where it has more than ten fields or nests */
	useful?: readonly Useful[];
	/** the refusal that the documentation calls an empty list: a code alone, or words of a message */
	none?: { code: string; says: string };
	/** gives the IDs of the call to each entry, which would say nothing without them */
	withIds?: boolean;
};

const returnAll = flag('return_all', {
	description: 'Whether to return all results or only up to a given limit',
});
const limit = integer('limit', {
	min: 1,
	default: 50,
	description: 'Max number of results to return',
});

const limitField: INodeProperties = {
	...limit.field,
	displayOptions: { show: { returnAll: [false] } },
};

/** A list that an operation reads, for other operations that need to know what is on it. */
export interface ListOperation extends Operation {
	pages: Pages;
	/**
	 * Reads the list page by page, as far as its reader goes.
	 *
	 * @param values under WeChat Pay's names
	 * @param most how many entries are wanted; all unless given
	 * @throws CallError when a page cannot be read
	 */
	entries(calls: Calls, values: Values, most?: number): AsyncGenerator<Page>;
}

function isNone(error: unknown, none: ListPage<string, readonly Parameter[]>['none']): boolean {
	if (!none || !(error instanceof CallError)) return false;
	return error.code === none.code || error.reason.includes(none.says);
}

/** An operation that reads a list for each input item and gives an output item for each entry. */
export function list<const Path extends string, const Parameters extends readonly Parameter[]>(
	page: ListPage<Path, Parameters>,
): ListOperation {
	const parameters = page.parameters as readonly Parameter[];
	const ids = parameters.filter(({ identifies }) => identifies);

	async function callPage(calls: Calls, values: Values): Promise<Answer> {
		let failure: unknown;
		try {
			return await calls.call(operation, values);
		} catch (error) {
			failure = error;
		}
		if (isNone(failure, page.none)) return { data: {}, requestId: '' };
		throw failure;
	}

	function entries(calls: Calls, values: Values, most = Infinity): AsyncGenerator<Page> {
		const call = async (ofPage: Values) => await callPage(calls, ofPage);
		return readPages(page.pages, { call, values, limit: most });
	}

	const operation: Operation = operationOf(
		{ ...page, parameters },
		{
			kind: 'list',
			useful: page.useful,
			listed: {
				field: page.pages.itemsField,
				itemName: page.pages.itemName,
				withIds: page.withIds ?? false,
			},
			kindFields: [returnAll.field, limitField, ...(page.useful ? [simplify.field] : [])],
			run: perItem({
				async read(fields) {
					const shape = shapedBy(fields, page.useful);
					const values = await fields.values(parameters);
					const most = fields.required(returnAll) ? Infinity : fields.required(limit);
					return { shape, values, most };
				},
				async call({ shape, values, most }, calls) {
					const ofCall = page.withIds ? picked(values, ids) : {};
					const results: Result[] = [];
					for await (const ofPage of entries(calls, values, most)) {
						for (const entry of ofPage.entries) {
							// Of the answer nobody has need any more, so that no entry is copied.
							results.push({ json: Object.assign(shape(entry), ofCall) });
						}
					}
					return results;
				},
				which: async (fields) => await fields.describe(ids),
			}),
		},
	);
	return { ...operation, pages: page.pages, entries };
}
