import { describe, expect, test } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';
import { get, post, type Operation } from '../../../../marketing/operation/page.ts';
import { single } from '../../../../marketing/operation/single.ts';
import { id, requestNumber, text } from '../../../../marketing/parameters/kinds.ts';
import { answering } from '../../helpers/answering.mts';
import { executionOf, refusal, type Given } from '../../helpers/batches.mts';

const words = { name: 'Fill', action: 'Fill cup', description: 'Fills a cup' };
const cupId = id('cup_id');
const drink = text('drink');
const of = { ...words, parameters: [cupId, drink, requestNumber('out_request_no')] } as const;
const fill = single({ ...of, endpoint: post('/v3/cups/{cup_id}/fill', {}) });
const look = single({
	...words,
	parameters: [cupId],
	endpoint: get('/v3/cups/{cup_id}', {}),
	useful: ['state', 'drink.name'],
});

async function run(
	operation: Operation,
	rows: readonly Given[],
	answer: (values: IDataObject) => IDataObject | Error,
) {
	const server = answering((values) => answer(values as IDataObject));
	const found = await operation.run(executionOf(operation, rows, server));
	return { rows: found, called: server.called };
}

const cup = { cupId: '7', drink: 'tea' };

describe('a call for each input item', () => {
	test('gives the answer and the number under which it was made', async () => {
		const { rows, called } = await run(fill, [cup, { ...cup, cupId: '8' }], ({ cup_id }) => ({
			filled: cup_id,
		}));
		expect(called).toEqual([
			{ cup_id: '7', drink: 'tea', out_request_no: 'made-0-0' },
			{ cup_id: '8', drink: 'tea', out_request_no: 'made-1-0' },
		]);
		expect(rows).toEqual([
			{ item: 0, json: { filled: '7', out_request_no: 'made-0-0' } },
			{ item: 1, json: { filled: '8', out_request_no: 'made-1-0' } },
		]);
	});

	test('gives the IDs of the call and success when the answer is empty', async () => {
		expect((await run(fill, [cup], () => ({}))).rows).toEqual([
			{ item: 0, json: { cup_id: '7', success: true, out_request_no: 'made-0-0' } },
		]);
	});

	test('names by its IDs and its number what failed', async () => {
		const error = refusal();
		expect((await run(fill, [cup], () => error)).rows).toEqual([
			{
				item: 0,
				failure: { error, which: { cup_id: '7', out_request_no: 'made-0-0' } },
			},
		]);
	});
});

test('what is useful comes out, unless Simplify is off', async () => {
	const answer = () => ({ state: 'FULL', drink: { name: 'tea', sugar: 0 } });
	const simple = await run(look, [{ cupId: '7', simplify: true }], answer);
	expect(simple.rows).toEqual([{ item: 0, json: { state: 'FULL', name: 'tea' } }]);
	const whole = await run(look, [{ cupId: '7', simplify: false }], answer);
	expect(whole.rows).toEqual([{ item: 0, json: answer() }]);
});

describe('calls about the same thing', () => {
	/** How many calls are under way at once at most. */
	async function widest(operation: Operation): Promise<number> {
		let underWay = 0;
		let most = 0;
		const { callsOf } = answering(() => ({}));
		const slow: typeof callsOf = (fields) => {
			const calls = callsOf(fields);
			return Object.assign(Object.create(calls), {
				async call(...all: Parameters<typeof calls.call>) {
					most = Math.max(most, ++underWay);
					for (let tick = 0; tick < 5; tick++) await Promise.resolve();
					underWay--;
					return await calls.call(...all);
				},
			});
		};
		await operation.run(
			executionOf(operation, Array(3).fill({ ...cup, simplify: true }), { callsOf: slow }),
		);
		return most;
	}

	test('are made one after the other when they change it', async () => {
		expect(await widest(fill)).toBe(1);
	});

	test('are made side by side when they only read, or make a new thing', async () => {
		expect(await widest(look)).toBe(3);
		const create = single({ ...of, endpoint: post('/v3/{cup_id}', {}), creates: true });
		expect(await widest(create)).toBe(3);
	});
});

test('only what changes something counts its rows', () => {
	const rows = [0, 1].map((item) => ({ item, json: {} }));
	expect(fill.summary?.(rows)).toBe('2 of 2 were done.');
	const filling = single({
		...of,
		endpoint: post('/v3/{cup_id}', {}),
		done: 'filled',
	});
	expect(filling.summary?.(rows)).toBe('2 of 2 were filled.');
	expect(look.summary).toBeUndefined();
});
