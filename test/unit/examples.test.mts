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

	test('is in six examples', () => {
		expect([...new Set(telling.map(({ file }) => file))]).toEqual([
			'cash-coupon-budget.json',
			'closed-stores.json',
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

	test('is in five examples', () => {
		expect(writing.map(({ file }) => file)).toEqual([
			'cash-coupon-sales.json',
			'cash-coupon-use-report.json',
			'closed-stores.json',
			'coupon-received.json',
			'store-cleanup-google-sheets.json',
		]);
	});

	test.each(writing)('$file $name: leaves long IDs as they are', ({ node }) => {
		expect(node.parameters.options).toEqual({ cellFormat: 'RAW' });
	});
});

describe('closed-stores.json', () => {
	const { workflow } = examples.find(({ file }) => file === 'closed-stores.json')!;
	const node = (name: string) => workflow.nodes.find((one) => one.name === name)!;

	/** What a node makes of the items that others gave. */
	function made(name: string, items: Record<string, object[]>): object {
		const [, expression = ''] = /^=\{\{ (.*) \}\}$/s.exec(
			String(node(name).parameters.jsonOutput),
		)!;
		const of = (other: string) => ({ all: () => items[other]!.map((json) => ({ json })) });
		return new Function('$', `return ${expression}`)(of) as object;
	}

	const closed = [
		{ store_id: '1', store_reference_id: '0001', branch_name: '海岸城店' },
		{ store_id: '2' },
		{ store_id: '3', store_reference_id: '0003' },
	];
	const onStock = (stock_id: string, ...stores: string[]) =>
		stores.map((store_id) => ({ store_id, stock_id }));

	test('finds the closed stores that are on a stock, with what they are called', () => {
		const there = [...onStock('A', '1', '2', '9'), ...onStock('B', '1', '8')];
		expect(
			made('Closed and on a Stock', { 'Closed Stores': closed, 'Stores of Stocks': there }),
		).toEqual({
			stores: [
				{ store_id: '1', stock_id: 'A', store_reference_id: '0001', branch_name: '海岸城店' },
				{ store_id: '2', stock_id: 'A', store_reference_id: '', branch_name: '' },
				{ store_id: '1', stock_id: 'B', store_reference_id: '0001', branch_name: '海岸城店' },
			],
		});
	});

	test('finds none on a stock that has none of them', () => {
		const there = onStock('A', '8', '9');
		expect(
			made('Closed and on a Stock', { 'Closed Stores': closed, 'Stores of Stocks': there }),
		).toEqual({ stores: [] });
	});

	test('takes a moment for thousands of stores', () => {
		const many = Array.from({ length: 10_000 }, (_, index) => String(index));
		const all = many.map((store_id) => ({ store_id }));
		const found = made('Closed and on a Stock', {
			'Closed Stores': all,
			'Stores of Stocks': onStock('A', ...many),
		}) as { stores: object[] };
		expect(found.stores).toHaveLength(10_000);
	});

	test('says which stores would go, by the numbers of the chain where they have some', () => {
		const rows = onStock('A', '1', '2').map((row) => ({ ...row, change: 'disassociated' }));
		const said = made('Changes', { 'Dry Run': rows, 'Split Stores': closed });
		expect(said).toMatchObject({
			disassociated: 2,
			trouble: [],
			text: '2 closed stores would be taken off.\nStock A, 2: 0001 2',
		});
	});

	test('does nothing when a list cannot be read: its nodes stop the execution', () => {
		const reading = ['Closed Stores', 'Stocks', 'Stores of Stocks'].map(node);
		expect(reading.map(({ onError }) => onError)).toEqual([undefined, undefined, undefined]);
		expect(node('Closed Stores').parameters).toMatchObject({
			resource: 'brandStore',
			operation: 'getAll',
			returnAll: true,
			filters: { storeState: 'CLOSED' },
		});
	});

	test('asks before it takes anything off: only a dry run stands before the approval', () => {
		const taking = workflow.nodes.filter(
			({ parameters }) => parameters.operation === 'disassociateStores',
		);
		expect(taking.map(({ name, parameters }) => [name, parameters.options])).toEqual([
			['Dry Run', { dryRun: true }],
			['Disassociate Stores', {}],
		]);
		expect(behind(workflow, node('Approved?'))).toMatchObject([{ name: 'Stores Again' }]);
	});
});
