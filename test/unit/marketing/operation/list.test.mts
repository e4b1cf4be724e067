import { describe, expect, test } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';
import { list, type ListOperation } from '../../../../marketing/operation/list.ts';
import { get } from '../../../../marketing/operation/page.ts';
import { id } from '../../../../marketing/parameters/kinds.ts';
import { answering } from '../../helpers/answering.mts';
import { executionOf, refusal, type Given } from '../../helpers/batches.mts';

const shelf = {
	name: 'Get Many',
	action: 'Get many cups',
	description: 'Lists cups',
	endpoint: get('/v3/shelves/{shelf_id}/cups', {}),
	parameters: [id('shelf_id')],
	pages: {
		style: 'token',
		sizeParameter: 'size',
		maxSize: 2,
		tokenParameter: 'token',
		itemsField: 'cups',
		nextField: 'next',
	},
} as const;
const getCups = list(shelf);

/** A shelf of five cups. */
const cups = ['1', '2', '3', '4', '5'].map((cup_id) => ({ cup_id, glaze: { colour: 'red' } }));
const page = ({ token, size }: Record<string, unknown>): IDataObject => {
	const from = Number(token ?? 0);
	const to = from + Number(size);
	return { cups: cups.slice(from, to), ...(to < cups.length && { next: String(to) }) };
};

async function run(
	operation: ListOperation,
	given: Given,
	answer: (values: Record<string, unknown>) => IDataObject | Error = page,
) {
	const server = answering(answer);
	const row = { shelfId: '9', returnAll: true, simplify: true, ...given };
	const rows = await operation.run(executionOf(operation, [row], server));
	return { rows, called: server.called };
}

const entriesOf = (rows: Awaited<ReturnType<typeof run>>['rows']) =>
	rows.map((row) => ('json' in row ? row.json : row.failure.error.message));

describe('a list', () => {
	test('gives an item for each entry, all of them with Return All', async () => {
		const { rows, called } = await run(getCups, {});
		expect(entriesOf(rows)).toEqual(cups);
		expect(rows.map(({ item }) => item)).toEqual([0, 0, 0, 0, 0]);
		expect(called).toEqual([
			{ shelf_id: '9', size: 2, token: undefined },
			{ shelf_id: '9', size: 2, token: '2' },
			{ shelf_id: '9', size: 2, token: '4' },
		]);
	});

	test('is read up to the limit, and asks for no more', async () => {
		const { rows, called } = await run(getCups, { returnAll: false, limit: 3 });
		expect(entriesOf(rows)).toEqual(cups.slice(0, 3));
		expect(called.map(({ size }) => size)).toEqual([2, 1]);
	});

	test('gives what is useful of an entry', async () => {
		const simple = list({ ...shelf, useful: ['glaze.colour'] });
		expect(entriesOf((await run(simple, {})).rows)).toEqual(cups.map(() => ({ colour: 'red' })));
		expect(entriesOf((await run(simple, { simplify: false })).rows)).toEqual(cups);
	});

	test('gives the IDs of the call to entries that say nothing without them', async () => {
		const withIds = list({ ...shelf, withIds: true });
		expect(entriesOf((await run(withIds, {})).rows)).toEqual(
			cups.map((cup) => ({ ...cup, shelf_id: '9' })),
		);
	});

	test('that fails on the way gives a failure and no entries', async () => {
		const { rows } = await run(getCups, {}, (values) =>
			values.token === '2' ? refusal() : page(values),
		);
		expect(rows).toEqual([
			{ item: 0, failure: { error: expect.any(Error), which: { shelf_id: '9' } } },
		]);
	});
});

describe('a refusal that is called an empty list', () => {
	test.each([
		['by its code', { code: 'RESOURCE_NOT_EXISTS', says: '没有' }],
		['by its words', { code: 'OTHER', says: '缺少' }],
	])('%s gives no items', async (_, none) => {
		const empty = list({ ...shelf, none });
		const { rows } = await run(empty, {}, () => refusal(404, 'RESOURCE_NOT_EXISTS'));
		expect(rows).toEqual([]);
	});

	test('is a failure otherwise', async () => {
		const empty = list({ ...shelf, none: { code: 'OTHER', says: '没有' } });
		const { rows } = await run(empty, {}, () => refusal(404, 'RESOURCE_NOT_EXISTS'));
		expect(rows).toMatchObject([{ failure: { error: { code: 'RESOURCE_NOT_EXISTS' } } }]);
	});
});

test('another operation reads it page by page, as far as it wants', async () => {
	const { callsOf, called } = answering(page);
	const read: unknown[][] = [];
	const pages = getCups.entries(callsOf(undefined as never), { shelf_id: '9' });
	for await (const { entries } of pages) {
		read.push(entries);
		if (read.length === 2) break;
	}
	expect(read).toEqual([cups.slice(0, 2), cups.slice(2, 4)]);
	expect(called).toHaveLength(2);
});
