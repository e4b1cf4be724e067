import { expect, test } from '@jest/globals';
import { simplified } from '../../../../marketing/items/simplify.ts';
import { nested } from '../../../../marketing/parameters/givenBody.ts';
import { resources } from '../../../../marketing/resources/index.ts';

const operations = resources.flatMap(({ name, operations }) =>
	operations.map((operation) => ({
		name: `${name}: ${operation.name}`,
		useful: operation.useful ?? [],
	})),
);

test.each(operations)('$name gives ten values of an answer at most', ({ useful }) => {
	const paths = useful.map((one) => (typeof one === 'string' ? one : one[0]));
	const answer = nested(Object.fromEntries(paths.map((path) => [path, 'value'])));
	const names = Object.keys(simplified(answer, useful));
	expect(names.length).toBeLessThanOrEqual(10);
	if (useful.length > 0) expect(names.length).toBeGreaterThan(0);
});
