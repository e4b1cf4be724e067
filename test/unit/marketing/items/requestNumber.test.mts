import { expect, test } from '@jest/globals';
import type { IExecuteFunctions } from 'n8n-workflow';
import { requestNumberOf } from '../../../../marketing/items/requestNumber.ts';

/** The number of a call; what is not said is the same for all. */
function numberOf({ execution = '1', node = 'a', round = 0, item = 0, call = 0 } = {}): string {
	const context = {
		getNode: () => ({ id: node }),
		getExecutionId: () => execution,
		getWorkflowDataProxy: () => ({ $runIndex: round }),
	} as unknown as IExecuteFunctions;
	return requestNumberOf(context)(item, call);
}

test('a call that is made again has the number that it had', () => {
	expect(numberOf()).toMatch(/^[0-9a-f]{32}$/);
	expect(numberOf()).toBe(numberOf());
});

test('every other call has another one', () => {
	const numbers = [
		numberOf(),
		numberOf({ execution: '2' }),
		numberOf({ node: 'b' }),
		numberOf({ round: 1 }),
		numberOf({ item: 1 }),
		numberOf({ call: 1 }),
		numberOf({ item: 1, call: 1 }),
		numberOf({ round: 11 }),
		numberOf({ round: 1, item: 1 }),
	];
	expect(new Set(numbers).size).toBe(numbers.length);
});
