import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';
import type { Account } from '../account';
import { nodeError } from '../items/nodeError';
import type { ListOperation } from '../operation/list';
import type { Page } from '../operation/lists/entries';
import { readPages } from '../operation/lists/pages';
import { hasExpression } from '../items/nodeParameters';
import { placed, type Values } from '../items/placement';
import { standInFor, standInsOf, type StandIns } from '../items/standIns';
import { isNothing } from '../parameters/givenText';
import { InputError } from '../parameters/inputError';
import { optional, type Parameter } from '../parameters/parameter';
import { Session } from '../transport/session';
import type { Shared } from '../transport/shared';

/** Somebody waits in front of the list, so it gives up sooner than a workflow does. */
const SETTINGS = { timeout: 10_000, maxRetries: 1, patience: 10_000 };

/** What the editor is at work on: the fields of the node, and calls with its credential. */
export class Editor {
	private readonly session: Session;
	private readonly standIns: StandIns;

	/**
	 * @param account who calls
	 * @param shared what it shares with executions
	 */
	constructor(
		private readonly context: ILoadOptionsFunctions,
		private readonly account: Account,
		shared: Shared,
	) {
		this.session = new Session(context, account, shared, undefined);
		this.standIns = standInsOf(this.session);
	}

	/**
	 * Reads a field of the node; where it is empty, what the credential has in its place.
	 *
	 * @throws InputError when it is empty or cannot be used; CallError when there is no credential to look at
	 */
	async read(parameter: Parameter<string, boolean, string>): Promise<string> {
		const value = await this.valueOf(parameter);
		if (value !== undefined) return value;
		throw new InputError(parameter.field.displayName, 'is empty', 'Fill it in first.');
	}

	/** The same where it may be missing, in the node and in the credential. */
	async readIfThere(parameter: Parameter<string, boolean, string>): Promise<string | undefined> {
		return await this.valueOf(optional(parameter));
	}

	private async valueOf(
		parameter: Parameter<string, boolean, string>,
	): Promise<string | undefined> {
		const { field, read } = parameter;
		const given = this.context.getNodeParameter(field.name, '');
		if (!isNothing(given)) return read(given);
		// What an expression gives for an item of the run is not known here.
		if (hasExpression(this.context.getNode().parameters[field.name])) return undefined;
		return await standInFor(parameter, this.standIns, 0);
	}

	/**
	 * Reads fields of the node, but for those whose values WeChat Pay knows from the signature.
	 *
	 * @returns what they hold, under WeChat Pay's names
	 * @throws InputError when one is empty or cannot be used; CallError when there is no credential to look at
	 */
	async values(parameters: ReadonlyArray<Parameter<string, boolean, string>>): Promise<Values> {
		const values: Values = {};
		for (const parameter of parameters) {
			const { wire } = parameter;
			if (!this.account.implies(wire)) values[wire] = await this.read(parameter);
		}
		return values;
	}

	/**
	 * Reads a list page by page.
	 *
	 * @param from `next` of the page that was shown last; the beginning of the list unless given
	 * @throws CallError when a page cannot be read
	 */
	pages(operation: ListOperation, values: Values, from?: string): AsyncGenerator<Page> {
		const call = async (ofPage: Values) =>
			await this.session.call(placed(operation, ofPage), SETTINGS, 0);
		return readPages(operation.pages, { call, values, limit: Infinity, from });
	}
}

/** Finds what a list shows: the text that it must have, and the token that came with the page before. */
export type Search = (
	editor: Editor,
	filter: string,
	token: string | undefined,
) => Promise<INodeListSearchResult>;

function listOf(account: Account, shared: Shared, search: Search) {
	return async function (
		this: ILoadOptionsFunctions,
		filter = '',
		paginationToken?: string,
	): Promise<INodeListSearchResult> {
		let failure: unknown;
		try {
			return await search(new Editor(this, account, shared), filter, paginationToken);
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
 * @param shared what they share with executions
 */
export function listSearches(
	account: Account,
	shared: Shared,
	searches: Readonly<Record<string, Search>>,
) {
	return Object.fromEntries(
		Object.entries(searches).map(([name, search]) => [name, listOf(account, shared, search)]),
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

/** How an entry of a list is shown: by what it is called, its ID, and what else is to be known of it. */
export function shownAs(name: unknown, id: unknown, ...facts: unknown[]): INodeListSearchItems {
	const label = [name, id].filter(Boolean).join(' – ');
	return { name: `${label} (${facts.map(String).join(', ')})`, value: String(id) };
}

/** How a list of WeChat Pay becomes one of the editor. */
export interface Shown {
	/** what the list is asked for */
	valuesOf(editor: Editor): Promise<Values>;
	/** how an entry is shown */
	toItem(entry: IDataObject): INodeListSearchItems;
	/** which entries are shown; all unless given */
	fits?(entry: IDataObject): boolean;
}

/**
 * The search through a list that an operation reads, page by page. WeChat Pay cannot search by text, so with one
 * the whole list is read and looked through.
 */
export function searchList(
	operation: ListOperation,
	{ valuesOf, toItem, fits = () => true }: Shown,
): Search {
	return async (editor, filter, token) => {
		const pages = editor.pages(operation, await valuesOf(editor), token);
		const found: INodeListSearchItems[] = [];
		for await (const { entries, next } of pages) {
			found.push(...withText(entries.filter(fits).map(toItem), filter));
			// The editor takes a page without entries for the end of the list.
			const isEnough = filter === '' && (found.length > 0 || next === undefined);
			if (isEnough) return { results: found, paginationToken: next };
		}
		return { results: found };
	};
}
