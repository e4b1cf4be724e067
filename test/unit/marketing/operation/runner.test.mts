import { describe, expect, test } from '@jest/globals';
import type {
	IDataObject,
	IExecuteFunctions,
	NodeExecutionHint,
	NodeOperationError,
} from 'n8n-workflow';
import { merchantAccount } from '../../../../marketing/account.ts';
import { NotBegunError, type Row } from '../../../../marketing/items/row.ts';
import { onceWithin } from '../../../../marketing/items/settings.ts';
import { rowSummary } from '../../../../marketing/items/summary.ts';
import type { Operation } from '../../../../marketing/operation/page.ts';
import { run } from '../../../../marketing/operation/runner.ts';
import { InputError } from '../../../../marketing/parameters/inputError.ts';
import { requestNumber } from '../../../../marketing/parameters/kinds.ts';
import { Shared } from '../../../../marketing/transport/shared.ts';
import { refusal } from '../../helpers/batches.mts';
import { reading, resource, writing } from '../../helpers/madeUp.mts';
import { VirtualTime } from '../../helpers/virtualTime.mts';

const shared = new Shared(new VirtualTime());

/** Runs an operation of which these rows come, over so many input items. */
async function outcomeOf(
	operation: Operation,
	{ items = 2, continues = false, chosen = operation.value } = {},
) {
	const hints: NodeExecutionHint[] = [];
	const context = {
		getInputData: () => Array.from({ length: items }, (_, index) => ({ json: { index } })),
		continueOnFail: () => continues,
		getExecutionCancelSignal: () => undefined,
		getExecutionId: () => '1',
		getNode: () => ({ id: 'a', name: 'Node', type: 'node', typeVersion: 1, parameters: {} }),
		getNodeParameter: (name: string) => (name === 'resource' ? 'cup' : chosen),
		addExecutionHints: (...all: NodeExecutionHint[]) => hints.push(...all),
	} as unknown as IExecuteFunctions;
	const ran = run(context, merchantAccount, shared, [resource('cup', operation)]);
	const came = await ran.then(
		(output) => ({ output, error: undefined }),
		(error: NodeOperationError) => ({ output: undefined, error }),
	);
	return { ...came, hints: hints.map(({ message }) => message) };
}

const get = (rows: Row[]): Operation => ({ ...reading('Get'), run: async () => rows });
const fill = (rows: Row[]): Operation => ({
	...writing('Fill', requestNumber('out_request_no')),
	run: async () => rows,
	summary: (all) => rowSummary(all, 'filled'),
	nameOf: ({ failure }) => `Cup ${String(failure.which['cup_id'])}`,
});

const done = (item: number, json: IDataObject = { full: true }): Row => ({ item, json });
const failed = (item: number, error: Error): Row => ({
	item,
	failure: { error, which: { cup_id: String(item) } },
});
const empty = new InputError('Cup ID', 'is empty', 'Fill it in.');

describe('every row comes out, linked to its input item', () => {
	test('as a result, with its file', async () => {
		const binary = { data: { data: '', mimeType: 'text/csv' } };
		const { output, error } = await outcomeOf(get([done(0), { ...done(1, {}), binary }]));
		expect(error).toBeUndefined();
		expect(output).toEqual([
			{ json: { full: true }, pairedItem: { item: 0 } },
			{ json: {}, binary, pairedItem: { item: 1 } },
		]);
	});

	test('as an error item, when On Error continues', async () => {
		const { output } = await outcomeOf(get([done(0), failed(1, empty)]), { continues: true });
		expect(output?.[1]).toEqual({
			json: {
				error: 'Cup ID is empty',
				details: expect.objectContaining({
					cup_id: '1',
					outcome: 'notSent',
					description: 'Fill it in.',
				}),
			},
			pairedItem: { item: 1 },
		});
	});
});

describe('when On Error stops, one error tells', () => {
	test('what failed, of an operation that only reads', async () => {
		const { error } = await outcomeOf(get([done(0), failed(1, empty)]));
		expect(error).toMatchObject({
			message: 'Cup ID is empty [item 1]',
			description: 'Fill it in.',
		});
	});

	test('what came of all rows, and which was the first that was not done', async () => {
		const rows = [done(0), failed(1, refusal()), failed(2, refusal())];
		const { error } = await outcomeOf(fill(rows), { items: 3 });
		expect(error?.message).toMatch(
			/^1 of 3 were filled, 2 refused\. The first that was not: Cup 1: .*\[item 1\]$/,
		);
		expect(error?.description).toContain('To keep the rows that were done as output');
	});

	test('about none that was only not begun because of another one', async () => {
		const rows = [failed(0, new NotBegunError()), failed(1, refusal()), done(2)];
		const { error } = await outcomeOf(fill(rows), { items: 3 });
		expect(error?.message).toMatch(/Cup 1: .*\[item 1\]$/);
	});

	test('that nothing was sent, because rows cannot be read', async () => {
		const rows = [failed(0, new NotBegunError()), failed(1, empty), failed(2, empty)];
		const { error } = await outcomeOf(fill(rows), { items: 3 });
		expect(error).toMatchObject({
			message:
				'2 of 3 rows cannot be read, so nothing was sent. The first: Cup ID is empty [item 1]',
			description: expect.stringContaining('Nothing was sent, so nothing was changed.'),
		});
	});
});

test.each([
	[[], 'For later ones, map a column of your own numbers to Request Number under Options.'],
	[[onceWithin], 'For later ones, set Once Within under Options, or map a column'],
])(
	'a stop in the middle tells what protects what has its settings %#',
	async (settings, advice) => {
		const operation = { ...fill([done(0), failed(1, refusal())]), settings };
		expect((await outcomeOf(operation)).error?.description).toContain(
			`The Retry button of this execution does nothing twice. Before a new execution, take the rows that were done out of the input. ${advice}`,
		);
	},
);

describe('what an operation throws becomes the failure of every item', () => {
	const broken: Operation = {
		...reading('Get'),
		run: async () => {
			throw empty;
		},
	};

	test('so that none comes out as if it had been done', async () => {
		const { output } = await outcomeOf(broken, { continues: true });
		expect(output?.map(({ json, pairedItem }) => [json['error'], pairedItem])).toEqual([
			['Cup ID is empty', { item: 0 }],
			['Cup ID is empty', { item: 1 }],
		]);
		expect((await outcomeOf(broken)).error).toMatchObject({ message: 'Cup ID is empty [item 0]' });
	});

	test('one that there is not, too', async () => {
		const { error } = await outcomeOf(broken, { chosen: 'explode' });
		expect(error?.message).toBe(
			'Operation is “explode”, which the resource “cup” does not have [item 0]',
		);
	});
});

test('the output panel says what came of several rows, and nothing of one that needs no words', async () => {
	const { hints } = await outcomeOf(fill([done(0), failed(1, refusal())]), { continues: true });
	expect(hints).toEqual(['0 calls to WeChat Pay. 1 of 2 were filled, 1 refused.']);
	expect((await outcomeOf(fill([done(0)]), { items: 1 })).hints).toEqual([]);
});
