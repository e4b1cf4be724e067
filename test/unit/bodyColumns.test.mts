import { describe, expect, test } from '@jest/globals';
import type { DeepBody } from '../../nodes/WeChatPayMarketing/operation/deepBody.ts';
import { leavesOf, type Choices } from '../../nodes/WeChatPayMarketing/parameters/body.ts';
import { resources } from '../../nodes/WeChatPayMarketing/resources/index.ts';

/** Every way in which the fields above the columns can be chosen, and that they are not known. */
function choicesOf({ choices = [] }: DeepBody): Choices[] {
	const all = choices.reduce<Choices[]>(
		(chosen, { field }) =>
			chosen.flatMap((one) =>
				(field.options ?? []).map((option) => ({
					...one,
					[field.name]: 'value' in option ? String(option.value) : undefined,
				})),
			),
		[{}],
	);
	return [...all, {}];
}

const bodies = resources.flatMap(({ value: resource, operations }) =>
	operations.flatMap(({ value, body }) =>
		body
			? choicesOf(body).map((choices) => ({
					name: [`${resource}.${value}`, ...Object.values(choices)].join(' '),
					body,
					choices,
				}))
			: [],
	),
);

/** Characters of a name that the editor shows in a row. */
const LONGEST_NAME = 28;

describe.each(bodies)('the columns of $name', ({ body, choices }) => {
	const names = leavesOf(body.parts, choices).map(({ leaf }) =>
		'part' in leaf ? leaf.label : leaf.field.displayName,
	);

	test('have names of their own that are not cut', () => {
		expect(names.length).toBeGreaterThan(0);
		const again = names.filter((name, index) => names.indexOf(name) !== index);
		expect(again).toEqual([]);
		expect(names.filter(({ length }) => length > LONGEST_NAME)).toEqual([]);
	});
});
