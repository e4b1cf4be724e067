import { describe, expect, test } from '@jest/globals';
import type { IHookFunctions, INodePropertyCollection, INodeProperties } from 'n8n-workflow';
import { EVENT_OPTIONS } from '../../../../marketing/trigger/events.ts';
import {
	eventHints,
	optionsOf,
	triggerProperties,
} from '../../../../marketing/trigger/properties.ts';

const withOptions = (options: unknown) =>
	({
		getNodeParameter: (name: string, fallback: unknown) =>
			name === 'options' ? (options ?? fallback) : undefined,
	}) as unknown as IHookFunctions;

describe('options', () => {
	const off = { replaceAddress: false, confirmProductCoupons: false, testMessage: false };

	test.each([undefined, {}, { replaceAddress: 'true' }, { testMessage: 1 }])(
		'%j: what is not switched on is off',
		(options) => {
			expect(optionsOf(withOptions(options))).toEqual(off);
		},
	);

	test.each(['replaceAddress', 'confirmProductCoupons', 'testMessage'])('%s is on', (name) => {
		expect(optionsOf(withOptions({ [name]: true }))).toEqual({ ...off, [name]: true });
	});

	test('are those of the panel', () => {
		const { options = [] } = triggerProperties.find(({ name }) => name === 'options')!;
		const names = (options as Array<INodeProperties | INodePropertyCollection>).map(
			({ name }) => name,
		);
		expect(names.sort()).toEqual(Object.keys(off).sort());
	});
});

describe('hints before a run', () => {
	const isShown = (index: number, events: string[], options = {}) => {
		const expression = String(eventHints[index]?.displayCondition).replace(/^=\{\{|\}\}$/g, '');
		const shown = new Function('$parameter', `return ${expression}`) as (values: object) => boolean;
		return shown({ events, options });
	};

	test('each is about an event of the list, and shown when that is chosen', () => {
		const all = EVENT_OPTIONS.map(({ value }) => String(value));
		eventHints.forEach((_, index) => {
			expect(all.filter((event) => isShown(index, [event]))).toHaveLength(1);
			expect(isShown(index, all)).toBe(true);
			expect(isShown(index, [])).toBe(false);
		});
	});

	test('that a coupon has to be confirmed is not told when the trigger confirms it', () => {
		const events = ['PRODUCT_COUPON_SP.SEND'];
		expect(isShown(0, events)).toBe(true);
		expect(isShown(0, events, { confirmProductCoupons: true })).toBe(false);
	});
});
