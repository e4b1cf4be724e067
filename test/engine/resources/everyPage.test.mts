import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeEach, describe, expect, test } from '@jest/globals';
import type {
	IDataObject,
	INodeExecutionData,
	INodeParameters,
	IPairedItemData,
} from 'n8n-workflow';
import type { BatchOperation } from '../../../marketing/operation/batch/members.ts';
import type { ListOperation } from '../../../marketing/operation/list.ts';
import type { Pages } from '../../../marketing/operation/lists/pages.ts';
import { nested } from '../../../marketing/parameters/givenBody.ts';
import type { Parameter } from '../../../marketing/parameters/parameter.ts';
import { brandAccount, brandResources } from '../../../marketing/brand.ts';
import type { Resource } from '../../../marketing/operation/resource.ts';
import { resources } from '../../../marketing/resources/index.ts';
import { type Ask, asker, type AskingAs, draftOf } from '../../simulator/asker.mts';
import { type JsonObject, type ReceivedRequest } from '../../simulator/index.mts';
import { isMultipart, partsOf } from '../../simulator/files/multipart.mts';
import { SAMPLE_IMAGE } from '../../simulator/sampleImage.mts';
import { run, type Outcome, type Run } from '../helpers/engine.mts';
import { examplesOf, type Example } from '../examples/index.mts';
import {
	fixedParameters,
	mappedParameters,
	rowOf,
	valueOf,
	type Page,
} from '../examples/nodeParameters.mts';
import { retryAtOnce } from '../helpers/retryAtOnce.mts';
import { useSimulator } from '../helpers/useSimulator.mts';

const simulator = useSimulator();

/** Who calls in the test that is running. */
let caller: AskingAs = 'merchant';
const ask: Ask = async (id, values, draft) => await asker(simulator(), caller)(id, values, draft);
/** What a test needs is made by a service provider, whoever calls. */
const prepare: Ask = async (id, values) => await asker(simulator())(id, values);

retryAtOnce();

/** Operations of ours are made of the calls of others and have tests of their own. */
const pagesOf = (all: readonly Resource[]) =>
	all.flatMap(({ value: resource, operations: ofResource }) =>
		ofResource
			.filter((operation) => !('removal' in operation))
			.map((operation) => {
				const name = `${resource}.${operation.value}`;
				return { name, page: { resource, operation }, examples: examplesOf(name) };
			}),
	);

/** The nodes, each with who calls and the folder of its output previews. */
const FACES = [
	{ node: 'WeChatPayMarketing', as: 'merchant' as const, pages: pagesOf(resources) },
	{ node: 'WeChatPayBrand', as: 'brand' as const, pages: pagesOf(brandResources) },
];

/** The values of an example as a brand gives them. */
function ofBrand(values: JsonObject): JsonObject {
	const known = Object.entries(values).filter(([wire]) => !brandAccount.implies(wire));
	const { plan_state: state, ...rest } = Object.fromEntries(known);
	return { ...rest, ...(state !== undefined && { plan_state: String(state).slice(5) }) };
}

const made = async (example: Example | undefined): Promise<JsonObject> => {
	if (!example) throw new Error('There is no example of this operation');
	const values = await example(prepare, simulator().shop);
	return caller === 'brand' ? ofBrand(values) : values;
};

/** What uploads take from every row. */
const FILE = {
	field: 'data',
	fileName: SAMPLE_IMAGE.fileName,
	data: SAMPLE_IMAGE.bytes.toString('base64'),
};

const runWith = async (
	what: Omit<Run, 'credential'> & Partial<Pick<Run, 'credential'>>,
): Promise<Outcome> =>
	await run({
		credential: caller === 'brand' ? simulator().brandCredential : simulator().credential,
		files: (what.rows ?? [{}]).map(() => [FILE]),
		...what,
	});

/** The requests to the endpoint itself, not those that prepared or confirmed something. */
const calls = ({ page }: { page: Page }, since = 0): ReceivedRequest[] => {
	const pattern = page.operation.endpoint.path.replace(/\{\w+\}/g, '[^/]+');
	return simulator()
		.requests.slice(since)
		.filter(
			({ method, path }) =>
				method === page.operation.endpoint.method && new RegExp(`^${pattern}$`).test(path),
		);
};

const bodyOf = ({ body }: ReceivedRequest): JsonObject =>
	body.length > 0 ? (JSON.parse(body.toString()) as JsonObject) : {};

/** The request number of a call: in its body, its query or a header. */
const numberOf = (call: ReceivedRequest, name: string): unknown =>
	valueOf({ ...call.query, ...bodyOf(call) }, name) ?? call.headers[name.toLowerCase()];

/** What is sent, in a form that can be compared whoever wrote it. */
async function sent(headers: ReceivedRequest['headers'], body: Buffer | undefined) {
	if (isMultipart(headers)) {
		const { meta, ...parts } = await partsOf(headers, body!);
		return { ...parts, meta: JSON.parse(meta!) as JsonObject };
	}
	return body?.length ? (JSON.parse(body.toString()) as JsonObject) : {};
}

const numberName = ({ operation }: Page): string | undefined =>
	operation.parameters.find(({ absent }) => absent === 'requestNumber')?.wire;

/** What the request number is called in outputs. */
const shortOf = (wire: string): string => wire.split('.').at(-1)!;

const membersOf = ({ operation }: Page) => (operation as Partial<BatchOperation>).batch;

/** The records of the report that the shop has, by another reader of CSV. */
function reportedRows({ operation }: Page, { stock_id, bill_date }: JsonObject): unknown[] {
	const kind = operation.value.includes('Use') ? 'use' : 'refund';
	const day = bill_date as string | undefined;
	const file = simulator().shop.report({ stockId: String(stock_id), kind, day })!;
	const bare = (cell: string) => cell.replace(/^`/, '');
	const columns = (names: string[]) => names.map(bare);
	// The total at the end, a name and a number, each in a line of its own, is no record.
	return parse(file.head, { bom: true, columns, cast: bare, relax_column_count: true }).slice(
		0,
		-2,
	);
}

/** What must come out of an answer, in the words of DESIGN: JSON and number, entries, or a row for each member. */
function expectedItems(
	{ page }: { page: Page },
	values: JsonObject,
	answer: JsonObject,
): unknown[] {
	const { listed, parameters } = page.operation;
	const ids = Object.fromEntries(
		parameters
			.filter(({ identifies }) => identifies)
			.map(({ wire }) => [wire, valueOf(values, wire)])
			.filter(([, value]) => value !== undefined),
	) as JsonObject;
	if (page.operation.kind === 'report') return reportedRows(page, values);
	const number = numberName(page);
	const numbers = number ? { [shortOf(number)]: valueOf(values, number) } : {};
	const batch = membersOf(page);
	if (batch) {
		const change = (batch.truth ?? batch.answer.already) ? { change: batch.mark } : {};
		return (values[batch.members.wire] as Array<string | IDataObject>).map((member) => ({
			[batch.memberId]: typeof member === 'string' ? member : member[batch.memberId],
			[batch.mark]: true,
			...change,
			...ids,
			...numbers,
		}));
	}
	const { change } = page.operation;
	const isEmpty = Object.keys(answer).length === 0;
	const own = isEmpty ? { ...nested(ids as IDataObject), success: true } : answer;
	if (!listed) return [{ ...own, ...(change && { change }), ...numbers }];
	const { itemName } = listed;
	const entries = (answer[listed.field] as JsonObject[]).map((entry) =>
		itemName ? { [itemName]: entry } : entry,
	);
	return listed.withIds ? entries.map((entry) => ({ ...entry, ...ids })) : entries;
}

/** What asks for the first page of a list, and what for the page after this one. */
function placeIn(pages: Pages, page: number, found?: JsonObject): JsonObject | undefined {
	if (pages.style === 'whole') return found ? undefined : {};
	const size = { [pages.sizeParameter]: pages.maxSize };
	if (pages.style === 'token') {
		const next = found?.[pages.nextField];
		return found && !next ? undefined : { ...size, [pages.tokenParameter]: next };
	}
	const isLast = found && ((found[pages.itemsField] ?? []) as unknown[]).length < pages.maxSize;
	const name = pages.style === 'number' ? pages.pageParameter : pages.offsetParameter;
	const place = pages.style === 'index' ? page * pages.maxSize : page;
	return isLast ? undefined : { ...size, [name]: place };
}

/** Asks for all pages of a list without the node; the simulator counts pages unless told. */
async function wholeList(
	{ pages }: ListOperation,
	id: string,
	values: JsonObject,
): Promise<JsonObject> {
	const entries: JsonObject[] = [];
	let place = placeIn(pages, 0);
	for (let page = 1; place; page++) {
		const { json } = await ask(id, { ...values, ...place });
		entries.push(...((json[pages.itemsField] ?? []) as JsonObject[]));
		place = placeIn(pages, page, json);
	}
	return { [pages.itemsField]: entries };
}

/** Keeps what the next call is answered: what was changed cannot be changed again to see it. */
function nextAnswer(): () => JsonObject | undefined {
	let answer: JsonObject | undefined;
	const change = (body: JsonObject) => (answer = body);
	simulator().misbehave({ kind: 'answer', change });
	return () => answer;
}

/** Asks again, without the node: a write under the same number has the answer of the first. */
async function askedAgain(
	{ name, page }: { name: string; page: Page },
	values: JsonObject,
): Promise<JsonObject> {
	if (page.operation.listed) return await wholeList(page.operation as ListOperation, name, values);
	const { json } = await ask(name, values);
	// What only sets a state is done once more, later.
	return 'update_time' in json ? { ...json, update_time: expect.any(String) as never } : json;
}

const NOT_IN_LIST = 'NOT_IN_THE_LIST';
const choicesOf = ({ operation }: Page): Parameter[] =>
	operation.parameters.filter(({ field }) => field.type === 'options');

function without(row: IDataObject, name: string): IDataObject {
	return Object.fromEntries(Object.entries(row).filter(([column]) => column !== name));
}

/** As much of JSON Schema as n8n's editor reads. */
interface Preview {
	type: string;
	properties?: Record<string, Preview>;
	items?: Preview;
}

const NODES = join(import.meta.dirname, '../../../dist/nodes');

function previewOf(node: string, { resource, operation }: Page): Preview {
	const file = join(NODES, node, '__schema__/v1.0.0', resource, `${operation.value}.json`);
	return JSON.parse(readFileSync(file, 'utf8')) as Preview;
}

function typeOf(value: unknown): string {
	if (Array.isArray(value)) return 'array';
	return Number.isInteger(value) ? 'integer' : typeof value;
}

/** Where a value is not what the preview says, by its path. */
function strangersIn(value: unknown, preview: Preview | undefined, path = ''): string[] {
	if (preview?.type !== typeOf(value)) return [`${path} is ${typeOf(value)}`];
	if (Array.isArray(value)) {
		return value.flatMap((entry: unknown) => strangersIn(entry, preview.items, `${path}[]`));
	}
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([name, member]) =>
		strangersIn(member, preview.properties?.[name], `${path}.${name}`),
	);
}

const everyPage = FACES.flatMap(({ pages, ...face }) =>
	pages.map((page) => ({ ...face, ...page })),
);

describe.each(everyPage)('$as: $name', ({ as, node, ...page }) => {
	beforeEach(() => {
		caller = as;
	});

	const { name, examples, page: ofNode } = page;
	const number = numberName(ofNode);

	test('has examples that give every value once', async () => {
		const given = await Promise.all(examples.map(made));
		const silent = ofNode.operation.parameters
			.filter((parameter) => !parameter.ofNode)
			.map(({ wire }) => wire)
			.filter((wire) => given.every((values) => valueOf(values, wire) === undefined));
		expect(silent).toEqual([]);
	});

	test.each(examples.map((example, index) => [index, example] as const))(
		'example %i: every value arrives in its place, and the answer comes out',
		async (_, example) => {
			const values = await made(example);
			const before = simulator().requests.length;
			const row = rowOf(ofNode, values);
			const answered = ofNode.operation.change ? nextAnswer() : () => undefined;
			const { items, error } = await runWith({ parameters: fixedParameters(ofNode, row) });
			expect(error?.message).toBeUndefined();
			const [call] = calls(page, before);
			const wanted = draftOf(name, values, caller);
			expect(call?.signature).toBe('valid');
			expect(call?.path).toBe(wanted.url.split('?')[0]);
			const wantedBody = wanted.body === undefined ? undefined : Buffer.from(wanted.body);
			expect(call && (await sent(call.headers, call.body))).toEqual(
				await sent(wanted.headers ?? {}, wantedBody),
			);
			expect(call?.query).toMatchObject(
				Object.fromEntries(new URL(wanted.url, 'https://localhost').searchParams),
			);
			const answer = answered() ?? (await askedAgain(page, values));
			expect(items.map(({ json }) => json)).toEqual(expectedItems(page, values, answer));
		},
	);

	test('the output preview knows all that comes out, simplified where it can be', async () => {
		for (const example of examples) {
			const row = rowOf(ofNode, await made(example));
			const parameters = { ...fixedParameters(ofNode, row), simplify: true };
			const { items, error } = await runWith({ parameters });
			expect(error?.message).toBeUndefined();
			expect(items.length).toBeGreaterThan(0);
			const preview = previewOf(node, ofNode);
			// Of a report, WeChat Pay alone knows the columns.
			if (ofNode.operation.kind === 'report') expect(preview.properties).toEqual({});
			else for (const { json } of items) expect(strangersIn(json, preview)).toEqual([]);
		}
	});

	test('two items give results that are linked to them', async () => {
		const given = [await made(examples[0]), await made(examples[0])];
		const rows = given.map((values) => rowOf(ofNode, values));
		const { items } = await runWith({
			parameters: mappedParameters(ofNode, rows[0] ?? {}),
			rows,
			onError: 'continueRegularOutput',
		});
		const itemOf = ({ pairedItem }: INodeExecutionData) => (pairedItem as IPairedItemData).item;
		expect([...new Set(items.map(itemOf))].sort()).toEqual([0, 1]);
		expect(items.some(({ json }) => json.error === undefined)).toBe(true);
		// The number of a call that takes the members of several items is made of those of all of them.
		if (number === undefined || ofNode.operation.kind === 'batch') return;
		for (const item of items) {
			const details = item.json.details as IDataObject | undefined;
			const said = item.json[shortOf(number)] ?? details?.[shortOf(number)];
			expect(said).toBe(valueOf(given[itemOf(item)]!, number));
		}
	});

	test('an answer that is not signed by WeChat Pay gives nothing', async () => {
		const row = rowOf(ofNode, await made(examples[0]));
		simulator().misbehave({ kind: 'changedSignature' }, { times: Infinity });
		const { items } = await runWith({
			parameters: fixedParameters(ofNode, row, { maxRetries: 0 }),
			onError: 'continueRegularOutput',
		});
		expect(items.length).toBeGreaterThan(0);
		for (const { json } of items) {
			expect(Object.keys(json).sort()).toEqual(['details', 'error']);
			expect(json.details).toMatchObject({ code: 'UNVERIFIED_SIGNATURE' });
		}
	});

	test('what is required and missing is named before a call', async () => {
		const row = rowOf(ofNode, await made(examples[0]));
		const before = simulator().requests.length;
		const sentOnes = ofNode.operation.parameters.filter((parameter) => !parameter.ofNode);
		for (const { field, isRequired, place, absent, when } of sentOnes) {
			const isMerchant = absent === 'merchantId';
			if (!isRequired || when || isMerchant || place !== 'own') continue;
			const { items, error } = await runWith({
				parameters: mappedParameters(ofNode, row),
				rows: [{ ...row, [field.name]: '' }],
			});
			expect(items).toEqual([]);
			expect(error?.message).toBe(`${field.displayName} is empty [item 0]`);
		}
		expect(simulator().requests).toHaveLength(before);
	});

	const ofCredential = ofNode.operation.parameters.filter(
		({ absent }) => absent === 'brandId' || absent === 'appid',
	);
	if (as === 'merchant' && ofCredential.length > 0) {
		test("an empty Brand ID or AppID is the credential's", async () => {
			const row = rowOf(ofNode, await made(examples[0]));
			const brandId = (row.brandId ?? '') as string;
			const appid = (row.appid ?? 'wx233544546545989') as string;
			const emptied = ofCredential.map(({ field }) => [field.name, ''] as const);
			const before = simulator().requests.length;
			const { items, error } = await runWith({
				credential: { ...simulator().credential, defaultBrandId: brandId, defaultAppid: appid },
				parameters: fixedParameters(ofNode, { ...row, ...Object.fromEntries(emptied) }),
			});
			expect(error).toBeUndefined();
			expect(items.length).toBeGreaterThan(0);
			const [call] = calls(page, before);
			const sentValues = JSON.stringify([call?.path, call?.query, call?.body.toString()]);
			for (const { absent } of ofCredential) {
				expect(sentValues).toContain(absent === 'appid' ? appid : brandId);
			}
		});
	}

	test('a choice that is not in its list is named before a call', async () => {
		const row = rowOf(ofNode, await made(examples[0]));
		const before = simulator().requests.length;
		for (const { field } of choicesOf(ofNode)) {
			const parameters: INodeParameters = fixedParameters(ofNode, {
				...row,
				[field.name]: NOT_IN_LIST,
			});
			const { error } = await runWith({ parameters });
			expect(error?.message).toContain(`${field.displayName} is “${NOT_IN_LIST}”`);
		}
		expect(simulator().requests).toHaveLength(before);
	});

	test('what a choice needs is named when it is missing, and what it does not take when it is given', async () => {
		for (const example of examples) {
			const row = rowOf(ofNode, await made(example));
			const before = simulator().requests.length;
			const { parameters: all } = ofNode.operation;
			for (const { wire, field, place, when, neededUnless, notWith } of all) {
				const isOneOfSeveral = neededUnless && notWith;
				const isGiven = Object.hasOwn(row, field.name);
				// A field of its own is hidden with another choice, and n8n drops what it holds.
				if (!(when && (place === 'added' || isGiven)) && !isOneOfSeveral) continue;
				const group = [wire, ...(neededUnless ?? []).map((other) => other.wire)];
				const hasStandIn = all.some((one) => one.absent && group.includes(one.wire));
				if (isGiven && hasStandIn) continue;
				const changed = isGiven
					? without(row, field.name)
					: { ...row, [field.name]: field.type === 'json' ? '{"mchid": "1900000109"}' : 1 };
				const { error } = await runWith({ parameters: fixedParameters(ofNode, changed) });
				expect(error?.message).toContain(field.displayName);
				expect(error?.message).toMatch(
					/ (is missing|is empty|does not go with|are given at once|does not count together)/,
				);
			}
			expect(simulator().requests).toHaveLength(before);
		}
	});

	if (ofNode.operation.endpoint.method !== 'GET') {
		test('a row that cannot be read: with Stop nothing is sent, with Continue the others are', async () => {
			const given = [await made(examples[0]), await made(examples[0]), await made(examples[0])];
			const rows = given.map((values) => rowOf(ofNode, values));
			const mapped = mappedParameters(ofNode, rows[0] ?? {});
			const options = { ...(mapped.options as INodeParameters) };
			options.timeout = '={{ $itemIndex === 1 ? "soon" : 30000 }}';
			const what = { parameters: { ...mapped, options }, rows };
			const before = simulator().requests.length;
			const { items, error } = await runWith(what);
			expect(items).toEqual([]);
			expect(error?.message).toBe(
				'1 of 3 rows cannot be read, so nothing was sent. The first: Timeout is not a whole number of 1 or more: “soon” [item 1]',
			);
			expect(simulator().requests).toHaveLength(before);
			const { items: all } = await runWith({ ...what, onError: 'continueRegularOutput' });
			expect(calls(page, before).length).toBeGreaterThan(0);
			const unread = all.filter(({ pairedItem }) => (pairedItem as IPairedItemData).item === 1);
			expect(unread.length).toBeGreaterThan(0);
			for (const { json } of unread) expect(json.details).toMatchObject({ outcome: 'notSent' });
		});
	}

	if (number === undefined) return;

	test('an answer that was lost is asked for again under the same number', async () => {
		const values = await made(examples[0]);
		const row = without(rowOf(ofNode, values), 'requestNumber');
		const before = simulator().requests.length;
		simulator().misbehave({ kind: 'resetAfterWork' });
		const { items, error } = await runWith({ parameters: fixedParameters(ofNode, row) });
		expect(error?.message).toBeUndefined();
		const numbers = calls(page, before).map((call) => numberOf(call, number));
		expect(numbers).toEqual([numbers[0], numbers[0]]);
		expect(items.map(({ json }) => json[shortOf(number)])).toEqual(items.map(() => numbers[0]));
	});

	test("n8n's Retry On Fail keeps the number, so that nothing is done twice", async () => {
		const values = await made(examples[0]);
		const row = without(rowOf(ofNode, values), 'requestNumber');
		const before = simulator().requests.length;
		simulator().misbehave({ kind: 'resetAfterWork' });
		const { items, error } = await runWith({
			parameters: fixedParameters(ofNode, row, { maxRetries: 0 }),
			maxTries: 2,
		});
		expect(error?.message).toBeUndefined();
		const numbers = calls(page, before).map((call) => numberOf(call, number));
		// Where a look tells how things are, nothing has to be asked again.
		const isSeen = ofNode.operation.change ?? membersOf(ofNode)?.truth;
		expect(numbers).toEqual(isSeen ? [numbers[0]] : [numbers[0], numbers[0]]);
		expect(items.map(({ json }) => json[shortOf(number)])).toEqual(items.map(() => numbers[0]));
	});
});
