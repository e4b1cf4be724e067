import { describe, expect, test } from '@jest/globals';
import { firstNumber } from '../../../../../marketing/operation/lists/firstNumber.ts';
import { numbers, recorded, refused, type Data } from '../../../helpers/lists.mts';

const SIZE = 10;
const pages = { itemsField: 'data', totalField: 'total_count' };

interface Server {
	/** number of its first page */
	first: 0 | 1;
	length: number;
	/** what page 0 is where the first one is page 1 */
	zero?: 'refused' | 'empty' | 'first';
	/** what a page behind the end is */
	behind?: 'refused' | 'empty';
}

/** Finds the first number of a server's list, and tells which pages it asked for. */
async function found(
	{ first, length, zero = 'refused', behind = 'empty' }: Server,
	enough = Infinity,
) {
	const asked: number[] = [];
	const server = recorded(({ number }): Data => {
		const page = Number(number) - first;
		asked.push(Number(number));
		if (page < 0 && zero === 'refused') throw refused(400);
		const shown = page < 0 && zero === 'first' ? 0 : page;
		if (shown * SIZE >= length && shown > 0 && behind === 'refused') throw refused(400);
		const data = shown < 0 ? [] : numbers(shown * SIZE, Math.min(length, (shown + 1) * SIZE));
		return { data, total_count: length };
	});
	const number = await firstNumber(async (of) => await server({ number: of }), pages, enough);
	return { number, asked };
}

const lengths = [0, 1, 9, 10, 11, 20, 35];

describe('a list begins with page 0', () => {
	test.each(lengths)('of %i entries', async (length) => {
		expect((await found({ first: 0, length })).number).toBe(0);
		expect((await found({ first: 0, length, behind: 'refused' })).number).toBe(0);
	});

	test('which is all that is asked for when it has enough', async () => {
		expect(await found({ first: 0, length: 10 })).toEqual({ number: 0, asked: [0] });
		expect(await found({ first: 0, length: 35 }, 10)).toEqual({ number: 0, asked: [0] });
	});
});

describe('a list begins with page 1', () => {
	test.each(lengths)('of %i entries, and page 0 is refused', async (length) => {
		expect((await found({ first: 1, length })).number).toBe(1);
	});

	test.each(lengths.filter((length) => length > 0))(
		'of %i entries, and page 0 is empty',
		async (length) => {
			expect((await found({ first: 1, length, zero: 'empty' })).number).toBe(1);
		},
	);

	test('of 35 entries, and page 0 gives the first one', async () => {
		expect((await found({ first: 1, length: 35, zero: 'first' })).number).toBe(1);
	});
});

describe('what does not show it is no beginning:', () => {
	test('page 0 is refused, and page 1, too', async () => {
		const refusing = async () => {
			throw refused(400);
		};
		await expect(firstNumber(refusing, pages, Infinity)).rejects.toMatchObject({
			condition: 'badRequest',
		});
	});

	test('page 0 is refused once, of a list that begins with it', async () => {
		const server = recorded(({ number }): Data => {
			if (number === 0) throw refused(400);
			const from = Number(number) * SIZE;
			return { data: numbers(from, Math.min(35, from + SIZE)), total_count: 35 };
		});
		const finding = firstNumber(async (number) => await server({ number }), pages, Infinity);
		await expect(finding).rejects.toMatchObject({ condition: 'badRequest' });
	});

	test('it is refused for another reason', async () => {
		const failing = async () => {
			throw refused(403);
		};
		await expect(firstNumber(failing, pages, Infinity)).rejects.toMatchObject({ httpCode: '403' });
	});
});
