import { describe, expect, test } from '@jest/globals';
import type { WorkflowNode } from '../../scripts/n8n/workflow.mts';
import { exampleWorkflows } from '../e2e/exampleWorkflows.mts';

const examples = exampleWorkflows();
type Example = (typeof examples)[number]['workflow'];

/** The nodes behind an output of a node. */
function behind({ nodes, connections }: Example, { name }: WorkflowNode, output = 0) {
	const { main = [] } = (connections[name] ?? {}) as { main?: Array<Array<{ node: string }>> };
	const names = (main[output] ?? []).map(({ node }) => node);
	return nodes.filter((node) => names.includes(node.name));
}

const isTelling = ({ type, parameters }: WorkflowNode): boolean =>
	type.endsWith('.httpRequest') && /webhookUrl|notifyUrl/.test(String(parameters.url));

const isWriting = ({ type, parameters }: WorkflowNode): boolean =>
	type.endsWith('.googleSheets') && parameters.operation !== undefined;

test.each(examples)('$file: dates that n8n makes are of Beijing', ({ workflow }) => {
	expect(workflow.settings).toMatchObject({ timezone: 'Asia/Shanghai' });
});

test.each(examples)('$file: an empty request number stays empty, and is refused', ({ text }) => {
	expect(text).not.toMatch(/"requestNumber": "[^"]*\|\|/);
});

describe('what tells WeCom', () => {
	const telling = examples.flatMap(({ file, workflow }) =>
		workflow.nodes.filter(isTelling).map((node) => ({ file, workflow, node, name: node.name })),
	);

	test('is in five examples', () => {
		expect([...new Set(telling.map(({ file }) => file))]).toEqual([
			'cash-coupon-budget.json',
			'coupon-lookup-notify.json',
			'coupon-received.json',
			'coupon-watch.json',
			'stores-every-night.json',
		]);
	});

	test.each(telling)(
		'$file $name: says the kind of its message, and a refusal ends the execution as failed',
		({ workflow, node }) => {
			expect(node.parameters.jsonBody).toMatch(/^=\{\{ \{ msgtype: 'text', text: \{ content: /);
			const [check, ...others] = behind(workflow, node);
			expect(others).toEqual([]);
			expect(check?.parameters.conditions).toMatchObject({
				conditions: [
					{
						leftValue: '={{ $json.errcode ?? 0 }}',
						rightValue: 0,
						operator: { type: 'number', operation: 'equals' },
					},
				],
			});
			expect(behind(workflow, check!, 1)).toMatchObject([
				{
					type: 'n8n-nodes-base.stopAndError',
					parameters: { errorMessage: expect.stringContaining('$json.errmsg') },
				},
			]);
		},
	);
});

describe('what writes into Google Sheets', () => {
	const writing = examples.flatMap(({ file, workflow }) =>
		workflow.nodes.filter(isWriting).map((node) => ({ file, node, name: node.name })),
	);

	test('is in four examples', () => {
		expect(writing.map(({ file }) => file)).toEqual([
			'cash-coupon-sales.json',
			'cash-coupon-use-report.json',
			'coupon-received.json',
			'store-cleanup-google-sheets.json',
		]);
	});

	test.each(writing)('$file $name: leaves long IDs as they are', ({ node }) => {
		expect(node.parameters.options).toEqual({ cellFormat: 'RAW' });
	});
});
