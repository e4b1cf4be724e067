import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import type { INodeProperties, INodeTypeDescription } from 'n8n-workflow';
import { WeChatPayBrand } from '../../../../nodes/WeChatPayBrand/WeChatPayBrand.node.ts';
import { WeChatPayBrandTrigger } from '../../../../nodes/WeChatPayBrand/WeChatPayBrandTrigger.node.ts';
import { WeChatPayMarketing } from '../../../../nodes/WeChatPayMarketing/WeChatPayMarketing.node.ts';
import { WeChatPayMarketingTrigger } from '../../../../nodes/WeChatPayMarketing/WeChatPayMarketingTrigger.node.ts';

const ROOT = join(import.meta.dirname, '../../../..');

function literalOf(description: object): string {
	return inspect(description, {
		depth: Infinity,
		maxArrayLength: Infinity,
		maxStringLength: Infinity,
		// Text with line ends is one literal, too.
		breakLength: Infinity,
	});
}

/** The same of the trigger. */
function triggerFileOf({ outputs, ...description }: INodeTypeDescription, name: string): string {
	expect(outputs).toEqual(['main']);
	return `import {
	NodeConnectionTypes,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { activate, deactivate, isActivated } from '../../marketing/trigger/lifecycle';
import { receive } from '../../marketing/trigger/receiving';

export class ${name} implements INodeType {
	description: INodeTypeDescription = {
		outputs: [NodeConnectionTypes.Main],
		${literalOf(description).slice(1)};

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await isActivated(this);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await activate(this);
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return await deactivate(this);
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this);
	}
}
`;
}

/** The node as its file would be if nothing in it was built: n8n's rules read only what is written out. */
function fileOf(
	{ inputs, outputs, ...description }: INodeTypeDescription,
	name = 'WeChatPayMarketing',
): string {
	expect([inputs, outputs]).toEqual([['main'], ['main']]);
	const literal = literalOf(description);
	return `import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { run } from '../../marketing/operation/runner';

export class ${name} implements INodeType {
	description: INodeTypeDescription = {
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		${literal.slice(1)};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return [await run(this)];
	}
}
`;
}

interface Complaint {
	ruleId: string | null;
	line: number;
	message: string;
}

/** Lints a text as the node's file with the project's configuration, which is n8n's. */
async function lint(source: string, node = 'WeChatPayMarketing'): Promise<Complaint[]> {
	const file = `nodes/${node.replace('Trigger', '')}/${node}.node.ts`;
	const eslint = spawn(
		process.execPath,
		['node_modules/eslint/bin/eslint.js', '--stdin', '--stdin-filename', file, '--format', 'json'],
		// Under NODE_ENV test the rules see made-up file names.
		{ cwd: ROOT, stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, NODE_ENV: '' } },
	);
	eslint.stdin.end(source);
	const [result] = JSON.parse(await text(eslint.stdout)) as [{ messages: Complaint[] }];
	return result.messages;
}

const description = () => new WeChatPayMarketing().description;

/** All fields, those in collections among them. */
function allFields(properties: readonly INodeProperties[]): INodeProperties[] {
	return properties.flatMap((property) => [
		property,
		...(property.type === 'collection' ? allFields(property.options as INodeProperties[]) : []),
	]);
}

describe('what the pages build', () => {
	test("passes n8n's own rules", async () => {
		expect(await lint(fileOf(description()))).toEqual([]);
	});

	test('of a brand passes them, too', async () => {
		const name = 'WeChatPayBrand';
		expect(await lint(fileOf(new WeChatPayBrand().description, name), name)).toEqual([]);
	});

	test.each([WeChatPayMarketingTrigger, WeChatPayBrandTrigger])(
		'of a trigger passes them, too: %p',
		async (Trigger) => {
			const trigger = triggerFileOf(new Trigger().description, Trigger.name);
			expect(await lint(trigger, Trigger.name)).toEqual([]);
		},
	);

	test('would not pass with a slip in it', async () => {
		const slip = description();
		const field = allFields(slip.properties).find(({ name }) => name === 'returnAll');
		Object.assign(field ?? {}, { description: 'return everything' });
		expect(await lint(fileOf(slip))).toContainEqual(
			expect.objectContaining({
				ruleId: 'n8n-nodes-base/node-param-description-boolean-without-whether',
			}),
		);
	});

	test('weighs 165 KB at most', () => {
		expect(Buffer.byteLength(JSON.stringify(description()))).toBeLessThanOrEqual(165 * 1024);
	});
});

describe('the lists', () => {
	const lists = allFields(description().properties).filter(({ type }) => type === 'options');

	test.each(lists.map((field) => [field.displayName, field] as const))(
		'%s is in alphabetical order',
		(_, { options = [] }) => {
			const names = options.map(({ name }) => name);
			expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en')));
		},
	);

	test.each(
		allFields(description().properties)
			.filter(({ type }) => type === 'collection')
			.map((field) => [JSON.stringify(field.displayOptions?.show), field] as const),
	)('members of the collection of %s are in alphabetical order', (_, { options = [] }) => {
		const names = options.map((option) => ('displayName' in option ? option.displayName : ''));
		expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en')));
	});

	test('an operation that takes away is never the one that is chosen beforehand', () => {
		const chosen = lists.filter(({ name }) => name === 'operation').map((field) => field.default);
		const takingAway = /^(deactivate|delete|disassociate|return|send|set|terminate|use)/;
		expect(chosen.filter((operation) => takingAway.test(String(operation)))).toEqual([]);
	});
});

describe('under the node on the canvas', () => {
	const [, json = '{}'] = /^=\{\{ \((\{.*\})\)\[/.exec(description().subtitle ?? '') ?? [];
	const subtitles = JSON.parse(json) as Record<string, string>;
	const operations = description()
		.properties.filter(({ name }) => name === 'operation')
		.flatMap(({ displayOptions, options = [] }) =>
			options.map((option) => [
				`${String(displayOptions?.show?.resource?.[0])}.${'value' in option ? String(option.value) : ''}`,
			]),
		);

	test.each(operations)('%s has a line that n8n does not cut', (operation) => {
		expect(subtitles[operation]).toMatch(/^.{3,28}$/);
	});

	test('there are no others', () => {
		expect(Object.keys(subtitles).sort()).toEqual(operations.flat().sort());
	});
});

describe('the words', () => {
	const fields = allFields(description().properties);

	test('every field says what it is, but for those that are plain', () => {
		const silent = fields
			.filter(({ description: words, type }) => words === undefined && type !== 'collection')
			.map(({ name }) => name);
		expect([...new Set(silent)].sort()).toEqual(['operation', 'resource']);
	});

	test('are English', () => {
		expect(JSON.stringify(description())).not.toMatch(/\p{Script=Han}/u);
	});
});
