import { describe, expect, test } from '@jest/globals';
import type { Operation } from '../../../marketing/operation/page.ts';
import type { Parameter } from '../../../marketing/parameters/parameter.ts';
import { resources } from '../../../marketing/resources/index.ts';
import { asker } from '../../simulator/asker.mts';
import { examplesOf } from '../examples/index.mts';
import { mappedParameters, rowOf } from '../examples/nodeParameters.mts';
import { run } from '../helpers/engine.mts';
import { useSimulator } from '../helpers/useSimulator.mts';

const simulator = useSimulator();

/** An operation, and one of its values that is an ID, a code, or a number of somebody's own. */
interface Case {
	name: string;
	resource: string;
	operation: Operation;
	parameter: Parameter;
}

const NAMING = /(_id|_no|code|codes|_list|appid|openid|mchid|creator_merchant)$/;

const allCases: Case[] = resources.flatMap(({ value: resource, operations }) =>
	operations.flatMap((operation) =>
		operation.parameters
			.filter(({ field, wire, place }) => {
				const isTyped = ['string', 'resourceLocator'].includes(field.type);
				return isTyped && place !== 'option' && NAMING.test(wire);
			})
			.map((parameter) => {
				const name = `${resource}.${operation.value} ${parameter.wire}`;
				return { name, resource, operation, parameter };
			}),
	),
);

/** Each value in one operation, and those of the till in each. */
const cases = allCases.filter(
	({ resource, parameter }, index) =>
		resource === 'merchantCoupon' ||
		index === allCases.findIndex((other) => other.parameter.wire === parameter.wire),
);

/** Runs the operation with an example of its values, each of these in place of the one in a row of its own. */
async function runWith({ resource, operation, parameter }: Case, given: readonly unknown[]) {
	const page = { resource, operation };
	const { name } = parameter.field;
	for (const example of examplesOf(`${resource}.${operation.value}`)) {
		const row = rowOf(page, await example(asker(simulator()), simulator().shop));
		if (!Object.hasOwn(row, name)) continue;
		const before = simulator().requests.length;
		const { items } = await run({
			credential: simulator().credential,
			parameters: mappedParameters(page, row),
			rows: given.map((one) => ({ ...row, [name]: one as string })),
			onError: 'continueRegularOutput',
		});
		return { items, requests: simulator().requests.slice(before) };
	}
	throw new Error(`No example of ${resource}.${operation.value} has ${name}`);
}

describe('the code of a merchant coupon has every character that WeChat Pay allows', () => {
	const CODE = 'A 1-b_\\c/=|Z';
	const ofMerchants = allCases.filter(
		({ resource, parameter }) =>
			resource.startsWith('merchantCoupon') && /coupon_code(_list)?$/.test(parameter.wire),
	);

	test('in ten operations at least', () => {
		expect(ofMerchants.length).toBeGreaterThanOrEqual(10);
	});

	test.each(ofMerchants)('$name', async (one) => {
		const { requests } = await runWith(one, [CODE]);
		const sent = requests.map(({ path, query, body }) => [
			decodeURIComponent(path),
			JSON.stringify(query),
			body.toString(),
		]);
		expect(sent.flat().join().replaceAll('\\\\', '\\')).toContain(CODE);
	});
});

describe('no ID, code or number is what an expression or a spreadsheet made of one', () => {
	const GIVEN = ['undefined', 'null', 'NaN', '4.20001E+27', 2 ** 53 + 2];

	test('the numbers of orders among them', () => {
		expect(cases.map(({ name }) => name)).toEqual(
			expect.arrayContaining([
				'merchantCoupon.use out_trade_no',
				'merchantCoupon.use transaction_id',
				'merchantCoupon.associateOrder out_trade_no',
			]),
		);
	});

	test.each(cases)('$name', async (one) => {
		const { items, requests } = await runWith(one, GIVEN);
		const { displayName } = one.parameter.field;
		const refused = expect.stringMatching(
			new RegExp(`^${displayName} is .*(not there|a rounded number|lost its digits)`),
		);
		const told = new Set(items.map(({ pairedItem }) => JSON.stringify(pairedItem)));
		expect(told.size).toBe(GIVEN.length);
		expect(items.map(({ json }) => json.error)).toEqual(items.map(() => refused));
		expect(requests).toEqual([]);
	});
});
