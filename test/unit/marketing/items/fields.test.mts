import { describe, expect, jest, test } from '@jest/globals';
import { Fields, type FieldFacts } from '../../../../marketing/items/fields.ts';
import type { Files } from '../../../../marketing/items/files.ts';
import type { NodeParameters } from '../../../../marketing/items/nodeParameters.ts';
import { get, post } from '../../../../marketing/operation/page.ts';
import { single } from '../../../../marketing/operation/single.ts';
import { InputError } from '../../../../marketing/parameters/inputError.ts';
import {
	choice,
	flag,
	id,
	integer,
	requestNumber,
	text,
} from '../../../../marketing/parameters/kinds.ts';
import { when } from '../../../../marketing/parameters/conditions.ts';
import {
	option,
	optional,
	type Parameter,
	type StandIn,
} from '../../../../marketing/parameters/parameter.ts';

const brandId = id('brand_id');
const state = optional(choice('state', [{ name: 'Sending', value: 'SENDING' }]));
const size = optional(integer('size'));
const remark = optional(text('remark'));
const define = choice('define', [
	{ name: 'Fields', value: 'fields' },
	{ name: 'JSON', value: 'json' },
]);
const body = when(define, 'json', text('body'));
const merchant: Parameter<'belong_merchant', true, string> = {
	...id('belong_merchant'),
	absent: 'merchantId',
};
/** What the account of these tests does not have to be told. */
const IMPLIED = 'sp_mchid';
const provider: Parameter<typeof IMPLIED, true, string> = {
	...id(IMPLIED),
	absent: 'merchantId',
};
const shopId: Parameter<'shop_id', true, string> = { ...id('shop_id'), absent: 'brandId' };
const number = requestNumber('out_request_no');
const isLoud = option(flag('is_loud'));
const parameters = [brandId, state, size, remark, define, body, merchant, shopId, number, isLoud];

const words = { name: 'Get', action: 'Get thing', description: 'Gets a thing', parameters };
const reading = single({ ...words, endpoint: get('/v3/things', { page: '1' }) });
const writing = single({ ...words, endpoint: post('/v3/things', { page: '1' }) });

/** What the fields hold; a function throws or gives the value, as an expression does. */
function inputOf(
	fields: Record<string, unknown>,
	{
		operation = reading,
		expressions = [] as string[],
		ofCredential = { merchantId: '1900000001' } as Partial<Record<StandIn, string>>,
	} = {},
): Fields {
	const facts: FieldFacts = {
		parameters: {
			value: (name: string) => {
				const value = fields[name];
				return typeof value === 'function' ? (value as () => unknown)() : value;
			},
			isExpression: (name: string) => expressions.includes(name),
			isMemberExpression: (collection: string, name: string) =>
				expressions.includes(`${collection}.${name}`),
		} as unknown as NodeParameters,
		operation,
		item: () => ({}),
		files: {} as Files,
		implies: (wire) => wire === IMPLIED,
		merchantId: async () => '1900000001',
		standIns: {
			value: async (what) => ofCredential[what],
			label: (what) => `Usual ${what}`,
		},
		numbers: {
			made: ({ item, call }) => `made-${item}-${call}`,
			once: ({ within }) => `once-${within}`,
		},
	};
	return new Fields(facts, 4);
}

function complaint(read: () => unknown): string {
	try {
		read();
	} catch (error) {
		expect(error).toBeInstanceOf(InputError);
		return `${(error as InputError).message} | ${(error as InputError).remedy}`;
	}
	return 'nothing was refused';
}

describe('a field of its own', () => {
	test('is read', () => {
		expect(inputOf({ brandId: ' 120344' }).required(brandId)).toBe('120344');
	});

	test.each(['', ' \u200b\n'])('%p is empty', (given) => {
		expect(complaint(() => inputOf({ brandId: given }).required(brandId))).toBe(
			'Brand ID is empty | Fill it in.',
		);
		const ofRow = inputOf({ brandId: given }, { expressions: ['brandId'] });
		expect(complaint(() => ofRow.required(brandId))).toBe(
			'Brand ID is empty | Fill it in, or leave out the row.',
		);
	});

	test.each([undefined, null])('%p of an expression is a column that is not there', (given) => {
		const input = inputOf({ brandId: given }, { expressions: ['brandId'] });
		expect(complaint(() => input.required(brandId))).toBe(
			'Brand ID has an expression that gives nothing | Check the name of the column in the expression, or leave out the rows that have none.',
		);
	});

	test('names what n8n cannot work out', async () => {
		const throwing = () => {
			throw new Error('Paired item data is not available');
		};
		const input = inputOf({ brandId: throwing }, { expressions: ['brandId'] });
		expect(complaint(() => input.required(brandId))).toBe(
			'Brand ID has an expression that n8n cannot work out: Paired item data is not available | Correct the expression, or leave out the rows for which it has no value.',
		);
		expect(await input.describe([brandId])).toEqual({});
	});
});

describe('a field under a condition', () => {
	test.each(['json', ' json\u200e', '="json"'])('counts when the choice is %p', async (given) => {
		const values = await inputOf({ define: given, body: '{}' }).values([define, body]);
		expect(values).toEqual({ define: 'json', body: '{}' });
		await expect(inputOf({ define: given, body: '' }).values([define, body])).rejects.toThrow(
			'Body is empty',
		);
	});

	test('does not count otherwise, and is not even worked out', async () => {
		const thrower = jest.fn(() => {
			throw new Error('no');
		});
		const values = await inputOf({ define: 'fields', body: thrower }).values([define, body]);
		expect(values).toEqual({ define: 'fields', body: undefined });
		expect(thrower).not.toHaveBeenCalled();
	});
});

describe('a member of Filters', () => {
	test('is read', () => {
		expect(inputOf({ filters: { state: 'SENDING', size: '5' } }).read(state)).toBe('SENDING');
		expect(inputOf({ filters: { state: 'SENDING', size: '5' } }).read(size)).toBe(5);
		expect(inputOf({ filters: { size: 5 } }).read(state)).toBeUndefined();
	});

	test.each([{}, undefined, null, '', ' '])('there is none in %p', (filters) => {
		expect(inputOf({ filters }).read(state)).toBeUndefined();
	});

	test('the collection may be JSON text', () => {
		expect(inputOf({ filters: ' {"state":"SENDING"}' }).read(state)).toBe('SENDING');
	});

	test.each([['text'], ['[1]'], ['"5"'], [7], [true], [['state']]])(
		'%p is no collection, so it is not dropped',
		(filters) => {
			expect(complaint(() => inputOf({ filters }).read(state))).toMatch(
				/^Filters is not a set of fields: “.*” \| Add its fields/,
			);
		},
	);

	test('a stranger is named', () => {
		expect(complaint(() => inputOf({ filters: { State: 'SENDING' } }).read(state))).toBe(
			'Filters has no field “State” | Take it out, or use one of State (state), Size (size), Remark (remark).',
		);
	});

	test('text that is empty is not given, a number that is empty is refused', () => {
		expect(inputOf({ filters: { state: '' } }).read(state)).toBeUndefined();
		expect(inputOf({ filters: { remark: ' ' } }).read(remark)).toBeUndefined();
		expect(complaint(() => inputOf({ filters: { size: '' } }).read(size))).toMatch(
			/^Size is empty \| Fill it in, take it out of Filters/,
		);
	});

	test.each([undefined, null])('%p of an expression is never dropped', (given) => {
		const input = inputOf({ filters: { state: given } }, { expressions: ['filters'] });
		expect(complaint(() => input.read(state))).toMatch(
			/^State has an expression that gives nothing \| .*the name of the column/,
		);
	});

	test('stands in Additional Fields when the call changes something', () => {
		const input = inputOf({ additionalFields: { state: 'SENDING' } }, { operation: writing });
		expect(input.read(state)).toBe('SENDING');
	});
});

describe('what is sent when nothing was given', () => {
	test('the merchant of the credential', async () => {
		expect(await inputOf({ belongMerchant: '' }).values([merchant])).toEqual({
			belong_merchant: '1900000001',
		});
		expect(await inputOf({ belongMerchant: '19' }).values([merchant])).toEqual({
			belong_merchant: '19',
		});
	});

	test('but not for a column that is not there', async () => {
		const input = inputOf({}, { expressions: ['belongMerchant'] });
		await expect(input.values([merchant])).rejects.toThrow('has an expression that gives nothing');
		const numbered = inputOf({ options: { requestNumber: null } }, { expressions: ['options'] });
		expect(complaint(() => numbered.read(number))).toMatch(
			/^Request Number has an expression that gives nothing/,
		);
	});

	test('what the credential has for a brand, or nothing but a refusal that names both', async () => {
		const ofCredential = { brandId: '120344' };
		expect(await inputOf({ shopId: ' ' }, { ofCredential }).values([shopId])).toEqual({
			shop_id: '120344',
		});
		expect(await inputOf({ shopId: '7' }, { ofCredential }).values([shopId])).toEqual({
			shop_id: '7',
		});
		await expect(inputOf({ shopId: ' ' }).values([shopId])).rejects.toMatchObject({
			message: 'Shop ID is empty',
			remedy: 'Fill it in, or enter Usual brandId in the credential, which an empty field means.',
		});
		expect(await inputOf({}).values([optional(shopId)])).toEqual({ shop_id: undefined });
	});

	test('a request number is still to be made', async () => {
		expect(await inputOf({}).values([number])).toEqual({ out_request_no: undefined });
		expect(inputOf({ options: { requestNumber: '' } }).read(number)).toBeUndefined();
	});
});

test('what the signature says is neither asked for nor filled in, and names no row', async () => {
	const input = inputOf({ brandId: '1', spMchid: '1900000009' });
	expect(await input.values([brandId, provider])).toEqual({ brand_id: '1' });
	expect(await input.describe([brandId, provider])).toEqual({ brand_id: '1' });
});

test('settings of calls', () => {
	expect(inputOf({}).settings()).toEqual({
		timeout: 30_000,
		maxRetries: 3,
		requestsPerSecond: undefined,
	});
	const options = { timeout: '5000', maxRetries: 0, requestsPerSecond: 0 };
	expect(inputOf({ options }).settings()).toEqual({
		timeout: 5000,
		maxRetries: 0,
		requestsPerSecond: Infinity,
	});
});

test('what names a row is shown as it was given, and never throws', async () => {
	const thrower = jest.fn(() => {
		throw new Error('no');
	});
	const given = { brandId: ' 1E5\n', belongMerchant: thrower };
	expect(await inputOf(given).describe([brandId, merchant])).toEqual({ brand_id: '1E5' });
	expect(await inputOf({ brandId: null }).describe([brandId])).toEqual({ brand_id: '' });
	expect(await inputOf({ options: { requestNumber: 'a b' } }).describe([number])).toEqual({});
});

describe('what names a row, and was not given, is shown', () => {
	const ofCredential = { brandId: '120344' };

	test('as the credential has it', async () => {
		expect(await inputOf({ shopId: '' }, { ofCredential }).describe([shopId])).toEqual({
			shop_id: '120344',
		});
		expect(await inputOf({ shopId: '7' }, { ofCredential }).describe([shopId])).toEqual({
			shop_id: '7',
		});
	});

	test('as empty where the credential has nothing, or an expression gives nothing', async () => {
		expect(await inputOf({ shopId: '' }).describe([shopId])).toEqual({ shop_id: '' });
		const ofExpression = inputOf({}, { ofCredential, expressions: ['shopId'] });
		expect(await ofExpression.describe([shopId])).toEqual({ shop_id: '' });
	});
});
