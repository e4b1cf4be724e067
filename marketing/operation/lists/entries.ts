import type { IDataObject } from 'n8n-workflow';
import { isJsonObject } from '../../../wechatpay/losslessJson';
import type { Values } from '../../items/placement';
import { unexpectedAnswer, type Answer } from '../../transport/attempt';
import type { CallError } from '../../transport/callError';

/** Where an answer has the entries of a list. */
export interface EntriesField {
	itemsField: string;
	/** what an entry is, where the answer has plain texts instead of objects */
	itemName?: string;
}

/** The same of a list that is counted. */
export interface CountedEntries extends EntriesField {
	/** where the answer holds how many entries there are in all, as a number or as text */
	totalField: string;
}

/** What all lists have that come in pages. */
export interface PagedEntries extends EntriesField {
	/** name of the value that says how long a page is, and the longest that WeChat Pay gives */
	sizeParameter: string;
	maxSize: number;
	/** members that together tell an entry from all others, all that an entry has when none are named */
	entryId?: readonly string[];
}

/** A list that is wanted. */
export interface ListRequest {
	/** makes the call for a page */
	call(values: Values): Promise<Answer>;
	/** what the list is asked for, under WeChat Pay's names */
	values: Values;
	/** how many entries are wanted at most; Infinity for all */
	limit: number;
	/** `next` of the page behind which the list goes on; its beginning unless given */
	from?: string;
}

/** A page of a list. */
export interface Page {
	/** its entries, without those that came on a page before */
	entries: IDataObject[];
	/** where the list goes on, for somebody who reads it in parts; not of lists that are read in one go */
	next?: string;
}

/** @returns the entries of an answer */
export function entriesOf(
	{ data }: Pick<Answer, 'data'>,
	{ itemsField, itemName }: EntriesField,
): IDataObject[] {
	const entries: unknown = data[itemsField];
	if (!Array.isArray(entries)) return [];
	if (itemName === undefined) return entries.filter(isJsonObject);
	return entries.map((entry) => ({ [itemName]: String(entry) }));
}

/**
 * WeChat Pay writes the numbers of some lists as text.
 *
 * @returns how many entries there are in all
 * @throws CallError when a page with entries does not say it
 */
export function totalOf(answer: Answer, pages: CountedEntries): number {
	const total = answer.data[pages.totalField];
	const isNumber = typeof total === 'number' || (typeof total === 'string' && /^\d+$/.test(total));
	if (isNumber) return Number(total);
	if (entriesOf(answer, pages).length === 0) return 0;
	throw unexpectedAnswer('WeChat Pay does not say how long the list is', answer.requestId);
}

/** A list that gives what it gave before, and says that there is more. */
export function samePageAgain(requestId: string): CallError {
	return unexpectedAnswer('WeChat Pay gave the same page of the list again', requestId);
}

/** @returns what the entries of a whole list have as their ID */
export async function idsOn(pages: AsyncIterable<Page>, id: string): Promise<Set<string>> {
	const ids = new Set<string>();
	for await (const { entries } of pages) {
		for (const entry of entries) ids.add(String(entry[id]));
	}
	return ids;
}
