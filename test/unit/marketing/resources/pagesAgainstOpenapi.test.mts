import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { BatchOperation } from '../../../../marketing/operation/batch/members.ts';
import type { Operation } from '../../../../marketing/operation/page.ts';
import { leavesOf, type BodyPart } from '../../../../marketing/parameters/body.ts';
import type { Parameter } from '../../../../marketing/parameters/parameter.ts';
import { brandResources } from '../../../../marketing/brand.ts';
import type { Resource } from '../../../../marketing/operation/resource.ts';
import { resources } from '../../../../marketing/resources/index.ts';
import { brandFace, merchantFace } from '../../../../scripts/docs/faces.mts';
import { projectFolder } from '../../../../scripts/project.mts';
import { readBrandOperations } from '../../../simulator/api/brandOperations.mts';
import { readOperations, type Operation as Described } from '../../../simulator/api/operations.mts';
import type { Schema } from '../../../simulator/api/schema.mts';

const described = readOperations();
const describedForBrands = readBrandOperations();
const pagesOf = (all: readonly Resource[]) =>
	all.flatMap(({ value: resource, operations }) =>
		operations
			.filter(({ value }) => value !== 'setStores')
			.map((operation) => ({ name: `${resource}.${operation.value}`, operation })),
	);
const pages = pagesOf(resources);
const everyPage = [
	...pages.map((page) => ({ as: 'merchant', ...page, among: described })),
	...pagesOf(brandResources).map((page) => ({
		as: 'brand',
		...page,
		among: describedForBrands,
	})),
];

function descriptionOf(name: string, among: readonly Described[]): Described {
	const found = among.filter(({ id }) => id === name);
	expect([name, found.length]).toEqual([name, 1]);
	return found[0] as Described;
}

/** Values that the node gives by itself: those of paging. */
function pagingNames(operation: Operation): string[] {
	if (!('pages' in operation)) return [];
	const { sizeParameter, tokenParameter, pageParameter, offsetParameter } =
		operation.pages as Partial<Record<string, string>>;
	return [sizeParameter, tokenParameter, pageParameter, offsetParameter].filter(
		(name) => name !== undefined,
	);
}

interface DocumentedLeaf {
	path: string;
	schema: Schema;
	/** required by itself and by everything above it */
	isRequired: boolean;
}

/** The leaves of a schema; lists are leaves. */
function documentedLeaves(schema: Schema, path: string, isRequired: boolean): DocumentedLeaf[] {
	if (schema.type !== 'object' || !schema.properties) return [{ path, schema, isRequired }];
	return Object.entries(schema.properties).flatMap(([name, member]) =>
		documentedLeaves(
			member,
			path === '' ? name : `${path}.${name}`,
			isRequired && (schema.required ?? []).includes(name),
		),
	);
}

function leavesOfDescription({ parameters, body }: Described): DocumentedLeaf[] {
	return [
		...parameters.flatMap(({ name, schema, required }) => documentedLeaves(schema, name, required)),
		...(body ? documentedLeaves(body.schema, '', true) : []),
	];
}

interface OfferedLeaf {
	parameter: Parameter;
	isRequired: boolean;
}

/** What the page offers, by WeChat Pay's names; a parameter that takes an object stands for its members. */
function offered(operation: Operation): Map<string, OfferedLeaf> {
	const leaves = new Map<string, OfferedLeaf>();
	for (const parameter of operation.parameters) {
		if (parameter.ofNode) continue;
		const isRequired = (parameter.isRequired && !parameter.when) || parameter.absent !== undefined;
		leaves.set(parameter.wire, { parameter, isRequired });
	}
	for (const parameter of operation.body?.choices ?? []) {
		leaves.set(parameter.wire, { parameter, isRequired: true });
	}
	for (const { path, leaf, isRequired } of leavesOf(operation.body?.parts ?? [], {})) {
		if ('part' in leaf) continue;
		leaves.set(path, { parameter: leaf, isRequired: isRequired || leaf.absent !== undefined });
	}
	return leaves;
}

function listPaths(operation: Operation): string[] {
	return listsOf(operation.body?.parts ?? []).map(({ path }) => path);
}

/** The lists of objects in a body. */
function listsOf(parts: readonly BodyPart[]) {
	return leavesOf(parts, {}).flatMap(({ path, leaf }) => ('part' in leaf ? [{ path, leaf }] : []));
}

/** Checks how long a list of texts may be; one that is sent in batches may have any length. */
function checkLength(
	name: string,
	{ path, schema }: DocumentedLeaf,
	{ parameter }: OfferedLeaf,
	operation: Operation,
): void {
	if (schema.maxItems === undefined) return;
	const { batch } = operation as Partial<BatchOperation>;
	if (batch?.members.wire === path) {
		expect([name, batch.atMost]).toEqual([name, schema.maxItems]);
		return;
	}
	if (schema.items?.type !== 'string' || schema.items.enum) return;
	const texts = Array.from({ length: schema.maxItems + 1 }, (_, index) => `${10_000_000 + index}`);
	expect([name, path, takes(parameter, texts.slice(1))]).toEqual([name, path, true]);
	expect([name, path, takes(parameter, texts)]).toEqual([name, path, false]);
}

/** Checks the entries of the lists of objects in a body, and of lists inside them. */
function checkLists(name: string, parts: readonly BodyPart[], documented: DocumentedLeaf[]): void {
	for (const { path, leaf } of listsOf(parts)) {
		const where = `${name} ${path}[]`;
		const { schema } = documented.find((one) => one.path === path)!;
		expect([where, leaf.maxItems]).toEqual([where, schema.maxItems ?? Infinity]);
		const members = documentedLeaves(schema.items!, '', true);
		const offers = leavesOf(leaf.members, {});
		expect([where, offers.map((offer) => offer.path).sort()]).toEqual([
			where,
			members.map((member) => member.path).sort(),
		]);
		for (const member of members) {
			const offer = offers.find((one) => one.path === member.path)!;
			expect([where, member.path, offer.isRequired]).toEqual([
				where,
				member.path,
				member.isRequired,
			]);
			if (!('part' in offer.leaf)) {
				checkRules(where, member, { parameter: offer.leaf, isRequired: offer.isRequired });
			}
		}
		checkLists(where, leaf.members, members);
	}
}

function isOffered(path: string, offers: Map<string, OfferedLeaf>, lists: string[]): boolean {
	const segments = path.split('.');
	return segments.some((_, index) => {
		const above = segments.slice(0, index + 1).join('.');
		return offers.has(above) || lists.includes(above);
	});
}

function takes(parameter: Parameter, value: unknown): boolean {
	try {
		const read = parameter.read(value);
		return (
			!Array.isArray(read) ||
			read.every((member) => !(typeof member === 'object' && member !== null && 'error' in member))
		);
	} catch {
		return false;
	}
}

/** A text of just so many characters, an address where one is asked for, or an example that goes on with 0. */
function textOf(length: number, { format, examples: [example] = [] }: Schema): string {
	if (example !== undefined) return String(example).padEnd(length, '0');
	return (format === 'uri' ? 'https://' : '').padEnd(length, 'a');
}

/** Whether a text has the documented form, where there is one. */
function hasForm(text: string, { pattern = '' }: Schema): boolean {
	return new RegExp(pattern, 'u').test(text);
}

function checkRules(
	name: string,
	{ path, schema }: DocumentedLeaf,
	{ parameter }: OfferedLeaf,
): void {
	const isPlain = schema.type === 'string' && !schema.enum && parameter.field.type === 'string';
	const where = `${name} ${path}`;
	if (isPlain && schema.maxLength !== undefined && schema.maxLength < 2000) {
		expect([where, takes(parameter, textOf(schema.maxLength + 1, schema))]).toEqual([where, false]);
		const longest = textOf(schema.maxLength, schema);
		if (hasForm(longest, schema)) expect([where, takes(parameter, longest)]).toEqual([where, true]);
		for (const example of schema.examples ?? []) {
			expect([where, example, takes(parameter, example)]).toEqual([where, example, true]);
		}
	}
	if (isPlain && schema.minLength !== undefined && schema.minLength > 1) {
		expect([where, takes(parameter, textOf(schema.minLength - 1, schema))]).toEqual([where, false]);
		expect([where, takes(parameter, textOf(schema.minLength, schema))]).toEqual([where, true]);
	}
	if (schema.type === 'integer') {
		if (schema.minimum !== undefined) {
			expect([where, takes(parameter, schema.minimum)]).toEqual([where, true]);
			expect([where, takes(parameter, schema.minimum - 1)]).toEqual([where, false]);
		}
		if (schema.maximum !== undefined) {
			expect([where, takes(parameter, schema.maximum)]).toEqual([where, true]);
			expect([where, takes(parameter, schema.maximum + 1)]).toEqual([where, false]);
		}
		expect([where, takes(parameter, '1.5')]).toEqual([where, false]);
	}
	const choices = schema.enum ?? schema.items?.enum;
	if (choices) {
		for (const choice of choices)
			expect([where, choice, takes(parameter, choice)]).toEqual([where, choice, true]);
		expect([where, takes(parameter, 'NOT_IN_THE_LIST')]).toEqual([where, false]);
	}
}

describe.each(everyPage)('$as: $name', ({ name, operation, among }) => {
	const description = descriptionOf(name, among);
	const offers = offered(operation);
	const lists = listPaths(operation);
	const paging = pagingNames(operation);
	// Of an upload, the node itself writes what describes the file.
	const byNode = description.body?.isMultipart ? ['meta.filename', 'meta.sha256'] : paging;
	const documented = leavesOfDescription(description).filter(({ path }) => !byNode.includes(path));

	test('offers every documented value, and nothing else', () => {
		const missing = documented
			.map(({ path }) => path)
			.filter((path) => !isOffered(path, offers, lists));
		expect(missing).toEqual([]);
		const names = documented.map(({ path }) => path);
		const strangers = [...offers.keys(), ...lists].filter(
			(path) => !names.some((known) => known === path || known.startsWith(`${path}.`)),
		);
		expect(strangers).toEqual([]);
	});

	test('requires what is required', () => {
		const lax = documented
			.filter(({ path, isRequired }) => isRequired && offers.get(path)?.isRequired === false)
			.map(({ path }) => path)
			.filter((path) => !operation.body || !path.includes('.'));
		expect(lax).toEqual([]);
	});

	test('knows lists, lengths and ranges', () => {
		for (const leaf of documented) {
			const offer = offers.get(leaf.path);
			if (!offer) continue;
			checkRules(name, leaf, offer);
			checkLength(name, leaf, offer, operation);
		}
		checkLists(name, operation.body?.parts ?? [], documented);
		const takesNothing = description.parameters.length === 0 && !description.body;
		expect(documented.length > 0).toBe(!takesNothing);
	});

	test('has the documented quota and page', () => {
		expect(operation.endpoint.quota).toEqual(description.quota);
		expect(operation.endpoint.documentationUrl).toBe(description.documentation);
	});
});

test('no endpoint has two pages', () => {
	const endpoints = pages.map(
		({ operation: { endpoint } }) => `${endpoint.method} ${endpoint.path}`,
	);
	expect(new Set(endpoints).size).toBe(endpoints.length);
});

test('an endpoint has one name, in openapi/ and among the pages, and none is missing in either', () => {
	expect(described).toHaveLength(106);
	const inPages = pages.map(
		({ name, operation: { endpoint } }) => `${endpoint.method} ${endpoint.path}: ${name}`,
	);
	expect(described.map(({ method, path, id }) => `${method} ${path}: ${id}`).sort()).toEqual(
		inPages.sort(),
	);
});

test.each([merchantFace, brandFace])(
	'each operation of $node has its preview and its place in the docs',
	(face) => {
		const previews = join(projectFolder, 'nodes', face.node, '__schema__/v1.0.0');
		const index = readFileSync(join(projectFolder, 'docs', face.index), 'utf8');
		for (const { name, value: resource, operations } of face.resources) {
			const path = `${face.folder}/${name.toLowerCase().replaceAll(' ', '-')}.md`;
			const page = readFileSync(join(projectFolder, 'docs', path), 'utf8');
			for (const operation of operations) {
				expect(page).toContain(`\n## ${operation.name}\n`);
				const anchor = operation.name.toLowerCase().replaceAll(' ', '-');
				expect(index).toContain(`[${operation.name}](${path}#${anchor})`);
				const file = join(previews, resource, `${operation.value}.json`);
				expect([file, existsSync(file)]).toEqual([file, true]);
			}
		}
	},
);
