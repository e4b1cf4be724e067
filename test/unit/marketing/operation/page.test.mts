import { describe, expect, test } from '@jest/globals';
import { batch } from '../../../../marketing/operation/batch/batch.ts';
import type { Change } from '../../../../marketing/operation/change.ts';
import { list } from '../../../../marketing/operation/list.ts';
import { del, get, patch, post } from '../../../../marketing/operation/page.ts';
import { single } from '../../../../marketing/operation/single.ts';
import { id, requestNumber } from '../../../../marketing/parameters/kinds.ts';
import { storeIds } from '../../../../marketing/parameters/storeIds.ts';

const words = { name: 'Do', action: 'Do thing', description: 'Does a thing' };
const write = post('/v3/things/{thing_id}', {});
const thingId = id('thing_id');
const number = requestNumber('out_request_no');
const change: Change = { as: 'done', look: 'a look', isSo: async () => true };

/** The compiler is the test: an unused `@ts-expect-error` does not compile. */
describe('a page does not compile', () => {
	test('when a placeholder of its path is not filled', () => {
		single({
			...words,
			endpoint: get('/v3/things/{thing_id}', {}),
			// @ts-expect-error No required parameter fills {thing_id} of the path
			parameters: [id('other_id')],
		});
	});

	test.each([post, patch, del])(
		'when it writes and nothing makes that safe to repeat',
		(method) => {
			single({
				...words,
				endpoint: method('/v3/things/{thing_id}', {}),
				// @ts-expect-error A call that writes needs what makes it safe to repeat
				parameters: [thingId],
			});
		},
	);

	test('when its batch writes and nothing makes that safe to repeat', () => {
		batch({
			...words,
			endpoint: write,
			// @ts-expect-error A call that writes needs what makes it safe to repeat
			parameters: [thingId],
			members: storeIds,
			memberId: 'store_id',
			atMost: 200,
			mark: 'done',
			answer: {},
			words: { one: 'store', many: 'stores', done: 'done', already: 'were done' },
		});
	});

	test('when it lists with a call that writes', () => {
		list({
			...words,
			// @ts-expect-error POST is no GET
			endpoint: write,
			parameters: [thingId],
			pages: { style: 'whole', itemsField: 'data' },
		});
	});
});

test.each([
	['it reads', single({ ...words, endpoint: get('/v3/things', {}), parameters: [] })],
	['its call has a number', single({ ...words, endpoint: write, parameters: [thingId, number] })],
	[
		'it sets a state',
		single({ ...words, endpoint: write, parameters: [thingId], setsState: true }),
	],
	['a look settles it', single({ ...words, endpoint: write, parameters: [thingId], change })],
])('a page compiles when %s', (_, { value }) => {
	expect(value).toBe('do');
});

test.each([
	['Get Many', 'getAll'],
	['Associate Stores', 'associateStores'],
	['Pre-Send for Product', 'preSendForProduct'],
])('%s is called %s in workflows', (name, value) => {
	const page = { ...words, name, endpoint: get('/v3/things', {}), parameters: [] };
	expect(single(page).value).toBe(value);
});

test('an endpoint says its quota and its official page', () => {
	expect(get('/v3/a', { perSecond: 20, page: 'partner/1' })).toEqual({
		method: 'GET',
		path: '/v3/a',
		quota: { calls: 20, per: 'second' },
		documentationUrl: 'https://pay.weixin.qq.com/doc/v3/partner/1',
	});
	expect(post('/v3/a', { perMinute: 5, page: 'https://pay.weixin.qq.com/old' })).toMatchObject({
		quota: { calls: 5, per: 'minute' },
		documentationUrl: 'https://pay.weixin.qq.com/old',
	});
	expect(del('/v3/a', { mayBeUnsigned: true })).toMatchObject({ mayBeUnsigned: true });
	expect(patch('/v3/a', {}).quota).toBeUndefined();
});
