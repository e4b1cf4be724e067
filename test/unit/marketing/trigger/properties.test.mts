import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
	IDataObject,
	IHookFunctions,
	INodePropertyCollection,
	INodeProperties,
	NodeHint,
} from 'n8n-workflow';
import { brandEvents, merchantEvents } from '../../../../marketing/trigger/events.ts';
import {
	eventHints,
	optionsOf,
	testEventHint,
	triggerProperties,
} from '../../../../marketing/trigger/properties.ts';
import { projectFolder } from '../../../../scripts/project.mts';
import { sampleOf } from '../../../simulator/notifications/samples.mts';

const withOptions = (options: unknown) =>
	({
		getNodeParameter: (name: string, fallback: unknown) =>
			name === 'options' ? (options ?? fallback) : undefined,
	}) as unknown as IHookFunctions;

describe('options', () => {
	const off = {
		replaceAddress: false,
		confirmProductCoupons: false,
		testMessage: false,
		appid: '',
	};

	test.each([undefined, {}, { replaceAddress: 'true' }, { testMessage: 1 }])(
		'%j: what is not switched on is off',
		(options) => {
			expect(optionsOf(withOptions(options))).toEqual(off);
		},
	);

	test.each(['replaceAddress', 'confirmProductCoupons', 'testMessage'])('%s is on', (name) => {
		expect(optionsOf(withOptions({ [name]: true }))).toEqual({ ...off, [name]: true });
	});

	test('an AppID is taken without the blanks around it', () => {
		expect(optionsOf(withOptions({ appid: ' wx1 ' }))).toEqual({ ...off, appid: 'wx1' });
	});

	test.each([
		['a merchant', merchantEvents, ['confirmProductCoupons', 'replaceAddress', 'testMessage']],
		['a brand', brandEvents, ['appid', 'confirmProductCoupons', 'replaceAddress']],
	] as const)('of %s are those of the panel', (_, events, wanted) => {
		const { options = [] } = triggerProperties(events).find(({ name }) => name === 'options')!;
		const names = (options as Array<INodeProperties | INodePropertyCollection>).map(
			({ name }) => name,
		);
		expect(names).toEqual(wanted);
	});
});

describe('hints before a run', () => {
	const hints = eventHints(merchantEvents);
	const isShown = (hint: number | NodeHint, events: string[], options = {}) => {
		const { displayCondition } = typeof hint === 'number' ? hints[hint]! : hint;
		const expression = String(displayCondition).replace(/^=\{\{|\}\}$/g, '');
		const shown = new Function('$parameter', `return ${expression}`) as (values: object) => boolean;
		return shown({ events, options });
	};

	test('each is about an event of the list, and shown when that is chosen', () => {
		const all = merchantEvents.options.map(({ value }) => String(value));
		hints.forEach((_, index) => {
			expect(all.filter((event) => isShown(index, [event]))).toHaveLength(1);
			expect(isShown(index, all)).toBe(true);
			expect(isShown(index, [])).toBe(false);
		});
	});

	test('what makes a test event is told until Test Message is on', () => {
		expect(isShown(testEventHint(merchantEvents), [])).toBe(true);
		expect(isShown(testEventHint(merchantEvents), [], { testMessage: true })).toBe(false);
	});

	test('a brand is told what concerns its events, and of no test message', () => {
		expect(eventHints(brandEvents)).toHaveLength(2);
		expect(testEventHint(brandEvents).message).not.toContain('Test Message');
	});

	test('the payload that docs/trigger.md offers as test data is what the trigger gives', () => {
		const page = readFileSync(join(projectFolder, 'docs/trigger.md'), 'utf8');
		const [, payload = ''] = /```json\n([^`]*)```/.exec(page) ?? [];
		const [{ resource, ...envelope }] = JSON.parse(payload) as [IDataObject];
		const sample = sampleOf('PRODUCT_COUPON_SP.SEND');
		const { event_type, summary } = sample;
		expect(envelope).toEqual({
			id: expect.any(String),
			create_time: expect.any(String),
			resource_type: 'encrypt-resource',
			event_type,
			summary,
		});
		expect(Object.keys(resource as IDataObject)).toEqual(Object.keys(sample.resource));
	});

	test('that a coupon has to be confirmed is not told when the trigger confirms it', () => {
		const events = ['PRODUCT_COUPON_SP.SEND'];
		expect(isShown(0, events)).toBe(true);
		expect(isShown(0, events, { confirmProductCoupons: true })).toBe(false);
	});
});
