import { describe, expect, test } from '@jest/globals';
import type { IExecuteFunctions } from 'n8n-workflow';
import { RequestNumbers } from '../../../../marketing/items/requestNumber.ts';

const CALL = { item: 3, call: 0, merchantId: '1900000001', about: { stock_id: '7', openid: 'o1' } };

/** What n8n tells of an execution. */
const told = {
	instance: 'instance-1',
	workflow: 'workflow-1',
	execution: '21',
	node: 'node-1',
	runIndex: 0,
	establishedAt: 1000 as number | undefined,
	/** what nodes left with the execution */
	left: {} as object,
};

function numbersOf(differing: Partial<typeof told> = {}, now = () => 5000): RequestNumbers {
	const { instance, workflow, execution, node, runIndex, establishedAt, left } = {
		...told,
		left: {},
		...differing,
	};
	const context = {
		getInstanceId: () => instance,
		getWorkflow: () => ({ id: workflow }),
		getExecutionId: () => execution,
		getNode: () => ({ id: node }),
		getWorkflowDataProxy: () => ({ $runIndex: runIndex }),
		getContext: () => left,
		// n8n 1 has no such method.
		...(establishedAt !== undefined && { getExecutionContext: () => ({ establishedAt }) }),
	};
	return new RequestNumbers(context as unknown as IExecuteFunctions, now);
}

const made = (differing: Partial<typeof told> = {}, call: Partial<typeof CALL> = {}) =>
	numbersOf(differing).made({ ...CALL, ...call });

describe('a number that is made', () => {
	test('is the same for the same call, in whatever order its values come', () => {
		expect(made()).toMatch(/^[0-9a-f]{32}$/);
		expect(made()).toBe(made());
		expect(made({}, { about: { openid: 'o1', stock_id: '7' } })).toBe(made());
	});

	test('is the same when another execution runs the same one again', () => {
		expect(made({ execution: '22' })).toBe(made());
	});

	test.each([
		[{ instance: 'instance-2' }],
		[{ workflow: 'workflow-2' }],
		[{ establishedAt: 1001 }],
		[{ node: 'node-2' }],
		[{ runIndex: 1 }],
	])('is another one with %j', (differing) => {
		expect(made(differing)).not.toBe(made());
	});

	test.each([
		[{ item: 4 }],
		[{ call: 1 }],
		[{ merchantId: '1900000002' }],
		[{ about: { stock_id: '7', openid: 'o2' } }],
	])('is another one for %j', (call) => {
		expect(made({}, call)).not.toBe(made());
	});
});

describe('where n8n does not say when it established the execution', () => {
	test('the id of the first try stands for it, which stays with the execution', () => {
		const left = {};
		const first = made({ establishedAt: undefined, left });
		const stored = JSON.parse(JSON.stringify(left)) as object;
		expect(made({ establishedAt: undefined, execution: '22', left: stored })).toBe(first);
		expect(made({ establishedAt: undefined, execution: '22' })).not.toBe(first);
	});
});

describe('the number of what is done once', () => {
	const { merchantId, about } = CALL;
	const gift = { endpoint: { method: 'POST', path: '/v3/things' }, merchantId, about };
	const once = (within: 'day' | 'ever', differing: Partial<typeof told> = {}) =>
		numbersOf(differing).once({ ...gift, within });

	// Numbers that were used have to stay what they are in every later version.
	test('stays what it is', () => {
		expect([once('ever'), once('day')]).toEqual([
			'0bb6123b8d7358d60b1ed2ad17091241',
			'4a539e3b76053ecd6d352f5922f6e787',
		]);
	});

	test.each([
		[{ instance: 'instance-2' }],
		[{ workflow: 'workflow-2' }],
		[{ execution: '22' }],
		[{ node: 'node-2' }],
		[{ runIndex: 1 }],
	])('is the same with %j', (differing) => {
		expect(once('ever', differing)).toBe(once('ever'));
		expect(once('day', differing)).toBe(once('day'));
	});

	test('is another one on another day in Beijing, by when the execution began', () => {
		const at = (establishedAt: number) => once('day', { establishedAt });
		const midnight = Date.UTC(2026, 10, 29, 16);
		expect(at(midnight)).toBe(at(midnight + 86_399_999));
		expect(at(midnight - 1)).not.toBe(at(midnight));
		expect(once('ever', { establishedAt: midnight })).toBe(once('ever'));
	});

	test('is that of the first try where n8n does not say when it began', () => {
		const left = {};
		const [first, second] = [0, 86_400_000].map((now) =>
			numbersOf({ establishedAt: undefined, left }, () => now).once({ ...gift, within: 'day' }),
		);
		expect(second).toBe(first);
	});

	test.each([
		[{ endpoint: { method: 'POST', path: '/v3/others' } }],
		[{ merchantId: '1900000002' }],
		[{ about: { stock_id: '8', openid: 'o1' } }],
	])('is another one for %j', (differing) => {
		const other = numbersOf().once({ ...gift, within: 'ever', ...differing });
		expect(other).not.toBe(once('ever'));
	});
});
