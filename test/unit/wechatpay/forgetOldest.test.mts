import { expect, test } from '@jest/globals';
import { forgetOldest } from '../../../wechatpay/forgetOldest.ts';

test.each([
	['a Set', new Set(['first', 'second', 'third'])],
	[
		'a Map',
		new Map([
			['first', 1],
			['second', 2],
			['third', 3],
		]),
	],
])('of %s goes what was put in first, one too many', (_, kept) => {
	forgetOldest(kept, 3);
	expect([...kept.keys()]).toEqual(['first', 'second', 'third']);
	forgetOldest(kept, 2);
	expect([...kept.keys()]).toEqual(['second', 'third']);
});

test('where nothing is kept, nothing goes', () => {
	const kept = new Set<string>();
	forgetOldest(kept, 0);
	expect(kept.size).toBe(0);
});
