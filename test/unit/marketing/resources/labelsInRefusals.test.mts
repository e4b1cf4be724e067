import { describe, expect, test } from '@jest/globals';
import { GivenFields } from '../../../../marketing/items/givenFields.ts';
import type { NodeParameters } from '../../../../marketing/items/nodeParameters.ts';
import type { Operation } from '../../../../marketing/operation/page.ts';
import { leavesOf, type BodyLeaf } from '../../../../marketing/parameters/body.ts';
import { GivenObject } from '../../../../marketing/parameters/givenObject.ts';
import { InputError } from '../../../../marketing/parameters/inputError.ts';
import type { Parameter } from '../../../../marketing/parameters/parameter.ts';
import { readObject } from '../../../../marketing/parameters/readValues.ts';
import { resources } from '../../../../marketing/resources/index.ts';

const pages = resources.flatMap(({ value: resource, operations }) =>
	operations.map((operation) => ({ name: `${resource}.${operation.value}`, operation })),
);

/** Values of which every kind of parameter refuses some. */
const BAD = [
	'no',
	'x'.repeat(3000),
	'#N/A',
	'5/1/2027',
	'[1, {',
	-1,
	1.5,
	true,
	{ a: 1 },
	[{}],
	{},
];

const partsOf = ({ body }: Operation): BodyLeaf[] =>
	leavesOf([...(body?.choices ?? []), ...(body?.parts ?? [])], {});

const parametersOf = (operation: Operation): Parameter[] => [
	...operation.parameters,
	...operation.settings,
	...partsOf(operation).flatMap(({ leaf }) => ('part' in leaf ? [] : [leaf])),
];

/** All sentences of a refusal, those of the members of a list among them. */
function told(refusing: () => unknown): string[] {
	const errors: unknown[] = [];
	try {
		const read = refusing();
		for (const member of Array.isArray(read) ? read : [read]) {
			if (member instanceof InputError) errors.push(member);
			else if (typeof member === 'object' && member !== null && 'error' in member) {
				errors.push(member.error);
			}
		}
	} catch (error) {
		errors.push(error);
	}
	return errors.map((error) => {
		expect(error).toBeInstanceOf(InputError);
		return `${(error as InputError).message}. ${(error as InputError).remedy}`;
	});
}

function refusalsOfFields(operation: Operation): string[] {
	const nothing = { value: () => undefined, isExpression: () => false };
	const source = new GivenFields(nothing as unknown as NodeParameters, operation, 0);
	return [...operation.parameters, ...operation.settings].flatMap((parameter) => {
		const { when = [], neededWhen, read } = parameter;
		const conditions = neededWhen ? [...when, neededWhen] : when;
		const leaf = { path: parameter.wire, leaf: parameter, isRequired: true, when };
		return [
			...told(() => source.missing(parameter)),
			...conditions.flatMap((condition) => [
				...told(() => source.missing(parameter, condition)),
				...told(() =>
					source.unchosen(leaf, [condition], {
						[condition.choice.field.name]: condition.values[0],
					}),
				),
			]),
			...BAD.flatMap((value) => told(() => read(value))),
		];
	});
}

function refusalsOfColumns(operation: Operation, namedBy: 'label' | 'column'): string[] {
	return partsOf(operation).flatMap((bodyLeaf) => {
		const { path, leaf, when } = bodyLeaf;
		const source = new GivenObject({}, { namedBy, prefix: path.slice(0, -leaf.wire.length) });
		const because = 'part' in leaf ? undefined : leaf.neededWhen;
		const chosen = when.map(({ choice, values }) => [choice.field.name, values[0]]);
		const [name = '', ...inner] = leaf.wire.split('.').reverse();
		expect(inner).toEqual([]);
		return [
			...told(() => source.missing(leaf)),
			...(because ? told(() => source.missing(leaf, because)) : []),
			...told(() => source.unchosen(bodyLeaf, when, Object.fromEntries(chosen) as never)),
			...BAD.flatMap((value) =>
				told(() => readObject([leaf], { [name]: value } as never, { namedBy })),
			),
		];
	});
}

/** A message without columns in backticks, what was given, and the names and examples of JSON. */
function own(message: string): string {
	return message
		.replace(/`[^`]*`/g, '')
		.replace(/“[^”]*”/g, '')
		.replace(/, entry \d+: \S+/g, '')
		.replace(/(for example|An example:) [[{].*[\]}]\.?/g, '');
}

/** WeChat Pay's names and n8n's names of what has a label, and values of choices that have another name. */
function rawNames(operation: Operation): string[] {
	const parameters = parametersOf(operation);
	const names = [
		...parameters.flatMap(({ wire, field }) => [wire, wire.split('.').at(-1) ?? '', field.name]),
		...partsOf(operation).flatMap(({ path, leaf }) => [path, leaf.wire]),
	];
	const values = parameters.flatMap(({ field: { options = [] } }) =>
		options.flatMap((option) =>
			'value' in option && option.value !== option.name ? [String(option.value)] : [],
		),
	);
	// A plain word is in a message as that.
	return [...names, ...values].filter((name) => /[_.A-Z]/.test(name));
}

describe.each(pages)('what $name refuses', ({ operation }) => {
	const raw = new Set(rawNames(operation));
	const withRawNames = (messages: readonly string[]) =>
		messages.filter((message) =>
			(own(message).match(/[\w.]*\w/g) ?? []).some((word) => raw.has(word)),
		);

	test('in its fields is told by labels alone', () => {
		const messages = refusalsOfFields(operation);
		expect(messages.length).toBeGreaterThan(operation.parameters.length);
		expect(withRawNames(messages)).toEqual([]);
	});

	if (!operation.body) return;

	test.each(['label', 'column'] as const)(
		'in its columns is told by labels alone: %s',
		(namedBy) => {
			const messages = refusalsOfColumns(operation, namedBy);
			expect(messages.length).toBeGreaterThan(partsOf(operation).length);
			expect(withRawNames(messages)).toEqual([]);
		},
	);
});
