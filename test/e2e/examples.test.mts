import { describe, expect, test } from '@jest/globals';
import { nodeType } from '../../scripts/project.mts';
import type { WorkflowNode } from '../../scripts/n8n/workflow.mts';
import { builtDescription, builtTriggerDescription } from './builtDescription.mts';
import { exampleWorkflows } from './exampleWorkflows.mts';
import { privateValues } from './privateValues.mts';
import { unknownParameters } from './unknownParameters.mts';
import { withoutDefaults } from './withoutDefaults.mts';

const STICKY_NOTE = 'n8n-nodes-base.stickyNote';

/** What n8n adds to the node when it is used as a tool. */
const TOOL_PARAMETERS = ['descriptionType', 'toolDescription'];

const TRIGGER = `${nodeType}Trigger`;

const description = builtDescription();
const triggerDescription = builtTriggerDescription();

describe.each(exampleWorkflows())('examples/$file', ({ text, workflow }) => {
	const ours = workflow.nodes.filter(({ type }) => type.startsWith(nodeType));

	test('holds nothing of the instance that it was made in', () => {
		expect(Object.keys(workflow).sort()).toEqual(['connections', 'name', 'nodes', 'settings']);
		expect(workflow.nodes.filter((node) => node.credentials)).toEqual([]);
	});

	test('holds no IDs and secrets but those of the simulator', () => {
		expect(privateValues(text)).toEqual([]);
	});

	test('explains itself in a sticky note', () => {
		const notes = workflow.nodes.filter(({ type }) => type === STICKY_NOTE);
		expect(notes[0]?.parameters.content).toContain(`## ${workflow.name}\n`);
	});

	test('keeps its notes clear of its nodes', () => {
		const [notes, nodes] = [true, false].map((isNote) =>
			workflow.nodes.filter(({ type }) => (type === STICKY_NOTE) === isNote).map(boxOf),
		) as [Box[], Box[]];
		const overlaps = notes.flatMap((note) => nodes.filter((node) => overlap(note, node)));
		expect(overlaps).toEqual([]);
	});

	test('connects nodes that are there, each by a name of its own', () => {
		const names = workflow.nodes.map(({ name }) => name);
		expect(new Set(names).size).toBe(names.length);
		const connected = Object.entries(workflow.connections).flatMap(([name, outputs]) => [
			name,
			...[...JSON.stringify(outputs).matchAll(/"node":("[^"]*")/g)].map(
				([, target]) => JSON.parse(target ?? '') as string,
			),
		]);
		expect(connected.filter((name) => !names.includes(name))).toEqual([]);
	});

	test('uses our node with parameters that it has', () => {
		const unknown = ours.map((node) =>
			unknownParameters(
				withoutToolParameters(node),
				node.type === TRIGGER ? triggerDescription : description,
			),
		);
		expect(unknown).toEqual(ours.map(() => []));
	});

	test('names what each of our nodes does, and chooses stocks by ID', () => {
		for (const { type, parameters } of ours) {
			if (type === TRIGGER) continue;
			expect(parameters).toMatchObject({
				resource: expect.any(String),
				operation: expect.any(String),
			});
			const isListed = ['cashCouponStock', 'productCouponStock'].includes(
				String(parameters.resource),
			);
			if (!isListed || !('stockId' in parameters)) continue;
			expect(parameters.stockId).toEqual({
				__rl: true,
				mode: 'id',
				value: expect.stringMatching(/^=\{\{/),
			});
		}
	});

	test('does not stop an AI agent when a tool fails', () => {
		const tools = ours.filter(({ type }) => type.endsWith('Tool'));
		expect(tools.filter(({ onError }) => onError !== 'continueRegularOutput')).toEqual([]);
	});
});

test.each([
	'wxd678efh567hg6787',
	'1230000109',
	'PUB_KEY_ID_0114232134912410000000000000',
	'-----BEGIN PRIVATE KEY-----',
	'5157F09EFDC096DE15EBE81A47057A7200000000',
	'key=693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa',
	'a1b2c3d4-0000-4bc4-97a0-0ec200005aaa',
	'1BxiMVs0XRA5nFMdKvBdBZjgmUUqptlbs74OgvE2upms',
	'sk-proj-abcdefgh',
	'hooks.slack.com/services/T000',
	'somebody@company.cn',
])('%s would be refused', (value) => {
	expect(privateValues(`{ "value": "${value}" }`)).not.toEqual([]);
});

test('n8n stores what Disassociate Stores does, and leaves out that a coupon is got', () => {
	const stored = (file: string): Array<Record<string, unknown>> =>
		exampleWorkflows()
			.filter((example) => example.file === file)
			.flatMap(({ workflow }) => workflow.nodes)
			.filter(({ type }) => type === nodeType)
			.map((node) => withoutDefaults(node, description).parameters);
	expect(stored('store-cleanup-form.json')).toMatchObject([
		{ resource: 'productCouponStock', operation: 'disassociateStores', options: { dryRun: true } },
	]);
	const [coupon] = stored('coupon-lookup-notify.json');
	expect(Object.keys(coupon ?? {}).sort()).toEqual(['brandId', 'options', 'productCouponId']);
});

test('a parameter would be refused that the node does not have, or not in this operation', () => {
	const parameters = {
		resource: 'merchantCouponStock',
		operation: 'get',
		stockId: '100088',
		brandId: '120344',
		options: { timeOut: 1000 },
	};
	const node = { name: 'Get', type: nodeType, typeVersion: 1, parameters };
	expect(unknownParameters(node, description)).toEqual(['brandId', 'options.timeOut']);
});

/** Where something is on the canvas, in pixels. */
interface Box {
	name: string;
	left: number;
	top: number;
	right: number;
	bottom: number;
}

function boxOf({ name, position, parameters }: WorkflowNode): Box {
	const [left = 0, top = 0] = position ?? [];
	const { width = 96, height = 96 } = parameters as { width?: number; height?: number };
	return { name, left, top, right: left + width, bottom: top + height };
}

function overlap(a: Box, b: Box): boolean {
	return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function withoutToolParameters(node: WorkflowNode): WorkflowNode {
	const own = Object.entries(node.parameters).filter(([name]) => !TOOL_PARAMETERS.includes(name));
	return { ...node, parameters: Object.fromEntries(own) };
}
