import { describe, expect, test } from '@jest/globals';
import { findOperation, subtitleExpression } from '../../../../marketing/operation/resource.ts';
import { valueOfExpression } from '../../helpers/expression.mts';
import { reading, resource, writing } from '../../helpers/madeUp.mts';
import { expectRefusal } from '../../helpers/refusal.mts';

const cup = resource('Coffee Cup', reading('Get'), writing('Fill'));
const mug = { ...resource('Mug', reading('Get')), name: 'A Mug With a Long Name' };

describe('an operation is found', () => {
	test('by its resource and its name', () => {
		expect(findOperation([cup, mug], 'Mug', 'get')).toBe(mug.operations[0]);
		expect(findOperation([cup, mug], 'Coffee Cup', 'fill')).toBe(cup.operations[1]);
	});

	test.each([
		['Mug', 'fill'],
		['Jar', 'get'],
		['Mug', undefined],
		[undefined, 'get'],
	])('not of %p %p, and both are named', (of, operation) => {
		expectRefusal(
			() => findOperation([cup, mug], of, operation),
			`Operation is “${operation}”, which the resource “${of}” does not have`,
		);
	});
});

describe('the line under the node', () => {
	const subtitle = (of: string, operation: string) =>
		valueOfExpression(subtitleExpression([cup, mug]), { resource: of, operation });

	test('says what is done with what', () => {
		expect(subtitle('Coffee Cup', 'fill')).toBe('Fill: Coffee Cup');
	});

	test('in the short name where there is no room, for n8n cuts it at 28 characters', () => {
		const long = { ...mug, operations: [reading('Get Something')] };
		expect(subtitleExpression([long])).toContain('"Get Something: Mug"');
		expect(subtitle('Mug', 'get')).toBe('Get: A Mug With a Long Name');
		const longer = { ...long, shortName: 'Mug of a Name' };
		expect(subtitleExpression([{ ...longer, operations: [reading('Get Many Things')] }])).toContain(
			'"Get Many Things"',
		);
	});
});
