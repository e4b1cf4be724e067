import { describe, expect, test } from '@jest/globals';
import type { Calls } from '../../../../marketing/items/calls.ts';
import {
	SendingStocks,
	stockStateOf,
	type StockLook,
	type StockState,
} from '../../../../marketing/operation/stocks.ts';
import { CallError } from '../../../../marketing/transport/callError.ts';

const calls = {} as Calls;
const paths = {
	state: 'state',
	sending: 'SENDING',
	left: [
		['rule.max', 'sent.total'],
		['rule.max_a_day', 'sent.today'],
	],
	codes: { mode: 'mode', uploaded: 'UPLOAD', available: 'codes.available' },
} as const;

describe('what an answer says of a stock', () => {
	const answer = {
		state: 'SENDING',
		rule: { max: 100, max_a_day: 20 },
		sent: { total: 60, today: 5 },
		codes: { available: 3 },
	};

	test.each([
		[answer, 15],
		[{ ...answer, sent: { total: 97, today: 5 } }, 3],
		[{ ...answer, mode: 'UPLOAD' }, 3],
		[{ ...answer, rule: { max: 100 } }, 40],
		[{ ...answer, sent: {} }, 20],
		[{ state: 'SENDING' }, Infinity],
	])('%j: %d coupons are left', (data, left) => {
		expect(stockStateOf(data, paths)).toEqual({ state: 'SENDING', isSending: true, left });
	});

	test('a stock in another state, or in none that is said, does not send', () => {
		expect(stockStateOf({ state: 'PAUSED' }, paths)).toMatchObject({ isSending: false });
		expect(stockStateOf({}, paths)).toMatchObject({ state: '', isSending: false });
	});
});

function stocksIn(state: Partial<StockState> | Error, stopsOnFailure = false) {
	const looked: unknown[] = [];
	const look: StockLook = {
		ids: ['stock_id'],
		async read(_, { stock_id }) {
			looked.push(stock_id);
			if (state instanceof Error) throw state;
			return { state: 'SENDING', isSending: true, left: Infinity, ...state };
		},
	};
	return { stocks: new SendingStocks(look, stopsOnFailure), looked };
}

const refusal = (code: string, httpCode = '403') =>
	new CallError('no', { condition: 'refused', code, remedy: '', reason: '不行', httpCode });
const refused = async (): Promise<never> => {
	throw refusal('RULE_LIMIT');
};

describe('a refusal', () => {
	test('of a stock that sends: it is looked at once, and the calls go on', async () => {
		const { stocks, looked } = stocksIn({});
		const stock = stocks.of({ stock_id: '1' });
		await expect(stock.send(calls, { stock_id: '1' }, refused)).rejects.toMatchObject({
			code: 'RULE_LIMIT',
		});
		await expect(stock.send(calls, { stock_id: '1' }, refused)).rejects.toThrow();
		expect(looked).toEqual(['1']);
		expect(await stock.send(calls, {}, async () => 'sent')).toBe('sent');
	});

	test('of a stock that does not send ends its calls, and no others', async () => {
		const { stocks } = stocksIn({ state: 'PAUSED', isSending: false });
		const stock = stocks.of({ stock_id: '1' });
		await expect(stock.send(calls, { stock_id: '1' }, refused)).rejects.toThrow();
		let isCalled = false;
		const call = async () => void (isCalled = true);
		await expect(stock.send(calls, { stock_id: '1' }, call)).rejects.toMatchObject({
			code: 'STOCK_ENDED',
			message: expect.stringContaining('PAUSED'),
		});
		expect(isCalled).toBe(false);
		await stocks.of({ stock_id: '2' }).send(calls, {}, call);
		expect(isCalled).toBe(true);
	});

	test('calls that begin during the look wait for it', async () => {
		const { stocks } = stocksIn({ isSending: false });
		const stock = stocks.of({ stock_id: '1' });
		const first = stock.send(calls, { stock_id: '1' }, refused);
		await Promise.resolve();
		await Promise.resolve();
		const second = stock.send(calls, {}, async () => 'sent');
		await expect(first).rejects.toMatchObject({ code: 'RULE_LIMIT' });
		await expect(second).rejects.toMatchObject({ code: 'STOCK_ENDED' });
	});

	test('NOT_ENOUGH ends the calls of the stock without a look', async () => {
		const { stocks, looked } = stocksIn({});
		const stock = stocks.of({ stock_id: '1' });
		const usedUp = async () => {
			throw refusal('NOT_ENOUGH');
		};
		await expect(stock.send(calls, {}, usedUp)).rejects.toMatchObject({ code: 'NOT_ENOUGH' });
		await expect(stock.send(calls, {}, async () => 'sent')).rejects.toMatchObject({
			code: 'STOCK_ENDED',
			message: expect.stringContaining('NOT_ENOUGH “不行”'),
		});
		expect(looked).toEqual([]);
	});

	test('that stops the run needs no look', async () => {
		const { stocks, looked } = stocksIn({}, true);
		const stock = stocks.of({ stock_id: '1' });
		await expect(stock.send(calls, {}, refused)).rejects.toMatchObject({ code: 'RULE_LIMIT' });
		expect(looked).toEqual([]);
	});

	test('of the signature, or a lost answer, is not about the stock', async () => {
		const { stocks, looked } = stocksIn({});
		const stock = stocks.of({ stock_id: '1' });
		const failures = [
			refusal('SIGN_ERROR', '401'),
			new CallError('lost', { condition: 'lost', code: 'ECONNRESET', remedy: '' }),
		];
		for (const failure of failures) {
			const call = async () => {
				throw failure;
			};
			await expect(stock.send(calls, {}, call)).rejects.toBe(failure);
		}
		expect(looked).toEqual([]);
	});

	test('a stock that cannot be read says nothing, and the calls go on', async () => {
		const { stocks } = stocksIn(new Error('away'));
		const stock = stocks.of({ stock_id: '1' });
		await expect(stock.send(calls, {}, refused)).rejects.toMatchObject({ code: 'RULE_LIMIT' });
		expect(await stock.send(calls, {}, async () => 'sent')).toBe('sent');
	});
});

describe('a dry run', () => {
	const predicted = async (state: Partial<StockState>, rows: number) => {
		const { stocks, looked } = stocksIn(state);
		const ofRows = Array.from({ length: rows }, () => stocks.of({ stock_id: '1' }));
		const said = await Promise.all(ofRows.map((stock) => stock.predict(calls, { stock_id: '1' })));
		expect(looked).toEqual(['1']);
		return [...new Set(said)];
	};

	test('says what would come of the rows, by one look at the stock', async () => {
		expect(await predicted({}, 3)).toEqual(['would be sent']);
		expect(await predicted({ left: 3 }, 3)).toEqual(['would be sent']);
		expect(await predicted({ left: 300 }, 1000)).toEqual([
			'the stock has 300 coupons left for 1,000 rows',
		]);
		expect(await predicted({ state: 'STOPPED', isSending: false }, 2)).toEqual([
			'the state of the stock is STOPPED, so nothing would be sent',
		]);
	});
});
