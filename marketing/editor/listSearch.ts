import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';
import type { Account } from '../account';
import { nodeError } from '../items/nodeError';
import type { ListOperation } from '../operation/list';
import type { NumberedPages } from '../operation/lists/pages';
import { readPages } from '../operation/lists/readPages';
import { placed, type Values } from '../items/placement';
import { isNothing } from '../parameters/givenText';
import { InputError } from '../parameters/inputError';
import type { Parameter } from '../parameters/parameter';
import type { Answer } from '../transport/attempt';
import { Session } from '../transport/session';
import { realTiming } from '../transport/timing';

/** Somebody waits in front of the list, so it gives up sooner than a workflow does. */
const SETTINGS = { timeout: 10_000, maxRetries: 1 };

/** What the editor is at work on: the fields of the node, and calls with its credential. */
export class Editor {
	private readonly session: Session;

	/** @param account who calls */
	constructor(
		private readonly context: ILoadOptionsFunctions,
		account: Account,
	) {
		this.session = new Session(context, account, realTiming, undefined);
	}

	/**
	 * Reads a field of the node.
	 *
	 * @throws InputError when it is empty or cannot be used
	 */
	read({ field, read }: Parameter<string, boolean, string>): string {
		const given = this.context.getNodeParameter(field.name, '');
		if (isNothing(given)) throw new InputError(field.displayName, 'is empty', 'Fill it in first.');
		return read(given);
	}

	/** Reads a merchant ID; where the field is empty, that of the credential. */
	async merchantId(parameter: Parameter<string, boolean, string>): Promise<string> {
		const given = this.context.getNodeParameter(parameter.field.name, '');
		return isNothing(given) ? (await this.session.merchant(0)).mchid : this.read(parameter);
	}

	/** @throws CallError for a call that gave no data */
	async call(operation: ListOperation, values: Values): Promise<Answer> {
		return await this.session.call(placed(operation, values), SETTINGS, 0);
	}
}

/** Finds what a list shows: the text that it must have, and the token that came with the page before. */
export type Search = (
	editor: Editor,
	filter: string,
	token: string | undefined,
) => Promise<INodeListSearchResult>;

function listOf(account: Account, search: Search) {
	return async function (
		this: ILoadOptionsFunctions,
		filter = '',
		paginationToken?: string,
	): Promise<INodeListSearchResult> {
		let failure: unknown;
		try {
			return await search(new Editor(this, account), filter, paginationToken);
		} catch (error) {
			failure = error;
		}
		throw nodeError(this.getNode(), failure as Error);
	};
}

/**
 * Makes the lists of the editor, under the names by which fields ask for them. They throw NodeApiError or
 * NodeOperationError saying what to do.
 *
 * @param account who calls
 */
export function listSearches(account: Account, searches: Readonly<Record<string, Search>>) {
	return Object.fromEntries(
		Object.entries(searches).map(([name, search]) => [name, listOf(account, search)]),
	);
}

/** The entries whose names have the text, in whatever case. */
export function withText(
	entries: readonly INodeListSearchItems[],
	text: string,
): INodeListSearchItems[] {
	const words = text.toLowerCase();
	return entries.filter(({ name }) => name.toLowerCase().includes(words));
}

/**
 * The search through a list whose pages are numbered from 0. WeChat Pay cannot search by text, so with one the
 * whole list is read and looked through.
 *
 * @param valuesOf what the list is asked for
 * @param toEntry how an entry is shown
 */
export function searchNumbered(
	operation: ListOperation & { pages: NumberedPages },
	valuesOf: (editor: Editor) => Promise<Values>,
	toEntry: (entry: IDataObject) => INodeListSearchItems,
): Search {
	const { pages } = operation;
	return async (editor, filter, token = '0') => {
		const wanted = await valuesOf(editor);
		const call = async (ofPage: Values) => await editor.call(operation, ofPage);
		if (filter !== '') {
			const found = await readPages(call, pages, wanted, Infinity);
			return { results: withText(found.map(toEntry), filter) };
		}
		const page = Number(token);
		const place = { [pages.sizeParameter]: pages.maxSize, [pages.pageParameter]: page };
		const { data } = await call({ ...wanted, ...place });
		const found = (data[pages.itemsField] ?? []) as IDataObject[];
		const isLast = found.length < pages.maxSize;
		return {
			results: found.map(toEntry),
			paginationToken: isLast ? undefined : String(page + 1),
		};
	};
}
