import { jest } from '@jest/globals';
import type { ListRequest } from '../../../marketing/operation/lists/entries.ts';
import { readPages, type Pages } from '../../../marketing/operation/lists/pages.ts';
import { refusedCall } from '../../../marketing/transport/send.ts';
import { merchantWords } from '../../../marketing/words/merchant.ts';
import type { Values } from '../../../marketing/items/placement.ts';

type Call = ListRequest['call'];
export type Answer = Awaited<ReturnType<Call>>;
export type Data = Answer['data'];
type Entry = Data;

/** Entries that are numbered. */
export const numbers = (from: number, to: number): { n: number }[] =>
	Array.from({ length: Math.max(0, to - from) }, (_, index) => ({ n: from + index }));

/** A server that answers what it is asked, and remembers it. More calls than a test can want end it. */
export const recorded = (reply: (values: Values) => Data) => {
	const server = jest.fn(async (values: Values): Promise<Answer> => {
		if (server.mock.calls.length > 3000) throw new Error('The list is read without end');
		return { data: reply(values), requestId: 'request-1' };
	});
	return server;
};

/** All entries of a list that come. */
export async function entriesOf(
	call: Call,
	pages: Pages,
	{ values = {}, limit = Infinity }: { values?: Values; limit?: number } = {},
): Promise<Entry[]> {
	const found: Entry[] = [];
	for await (const { entries } of readPages(pages, { call, values, limit })) found.push(...entries);
	return found;
}

/** A refusal of WeChat Pay. */
export const refused = (status: number) =>
	refusedCall(
		merchantWords,
		{ status, code: 'PARAM_ERROR', message: '分页页码错误', requestId: 'request-1' },
		{},
	);
