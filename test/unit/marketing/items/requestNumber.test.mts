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
