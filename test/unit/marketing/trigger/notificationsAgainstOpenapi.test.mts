import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { brandEvents, merchantEvents } from '../../../../marketing/trigger/events.ts';
import { readNotifications } from '../../../simulator/api/notifications.mts';
import { newValidator } from '../../../simulator/api/requestCheck.mts';
import { closed } from '../../../simulator/api/schema.mts';
import { sampleOf, SAMPLES } from '../../../simulator/notifications/samples.mts';

const described = readNotifications();
const PREVIEW = join(
	import.meta.dirname,
	'../../../../nodes/WeChatPayMarketing/__schema__/v1.0.0.json',
);
const TEST_MESSAGE = 'SECURITY_ECHO.SUCCESS';

const sorted = (names: string[]) => [...names].sort();
const events = sorted(described.map(({ event_type }) => event_type));

/** The paths of all members of an object, as deep as it goes. */
function pathsOf(value: unknown, at = ''): string[] {
	if (Array.isArray(value)) return value.flatMap((one) => pathsOf(one, at));
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([name, member]) => {
		const path = at === '' ? name : `${at}.${name}`;
		return [path, ...pathsOf(member, path)];
	});
}

interface Preview {
	properties?: Record<string, Preview>;
	items?: Preview;
}

function pathsIn({ properties = {}, items }: Preview, at = ''): string[] {
	if (items) return pathsIn(items, at);
	return Object.entries(properties).flatMap(([name, member]) => {
		const path = at === '' ? name : `${at}.${name}`;
		return [path, ...pathsIn(member, path)];
	});
}

describe('the notifications that openapi/ describes', () => {
	test('are those that the trigger names, and the test message', () => {
		const named = merchantEvents.options.map(({ value }) => value as string);
		const others = named.filter((value) => value !== 'other');
		expect(events).toEqual(sorted([...others, TEST_MESSAGE]));
	});

	test('are those that the simulator has samples of', () => {
		expect(events).toEqual(sorted(SAMPLES.map(({ event_type }) => event_type)));
	});

	test.each(described)('$event_type: the sample is one', ({ event_type, ...page }) => {
		const sample = SAMPLES.find((one) => one.event_type === event_type)!;
		const ajv = newValidator();
		const fits = ajv.validate(closed(page.resource), sample.resource);
		expect(ajv.errorsText(ajv.errors)).toBe('No errors');
		expect(fits).toBe(true);
		expect(sample.summary).toBe(page.nameZh);
		expect(sample.original_type).toBe(page.originalType);
	});

	test.each(described)(
		'$event_type: without a required member it is none',
		({ resource, ...page }) => {
			const sample = SAMPLES.find(({ event_type }) => event_type === page.event_type)!;
			const ajv = newValidator();
			expect(resource.required).not.toEqual([]);
			for (const name of resource.required ?? []) {
				const others = { ...sample.resource };
				delete others[name];
				expect(ajv.validate(closed(resource), others)).toBe(false);
			}
		},
	);

	test('the output preview of the trigger has every member of each', () => {
		const shown = pathsIn(JSON.parse(readFileSync(PREVIEW, 'utf8')) as Preview);
		for (const { resource } of SAMPLES) {
			expect(shown).toEqual(expect.arrayContaining(pathsOf({ resource })));
		}
		for (const { resource } of described) {
			const paths = pathsIn({ properties: { resource: resource as Preview } });
			expect(shown).toEqual(expect.arrayContaining(paths));
		}
	});
});

describe('what openapi/ describes for brands', () => {
	const ofBrand = readNotifications(['brand', 'delivery-plan']);

	test('is what the trigger of brands names', () => {
		const named = brandEvents.options.map(({ value }) => value as string);
		const others = named.filter((value) => value !== 'other');
		expect(sorted(ofBrand.map(({ event_type }) => event_type))).toEqual(sorted(others));
	});

	test.each(ofBrand)('$event_type: the sample is one', ({ event_type, ...page }) => {
		const sample = sampleOf(event_type);
		const ajv = newValidator();
		ajv.validate(closed(page.resource), sample.resource);
		expect(ajv.errorsText(ajv.errors)).toBe('No errors');
		expect(sample.original_type).toBe(page.originalType);
	});
});
