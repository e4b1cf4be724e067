import { describe, expect, test } from '@jest/globals';
import {
	addressKindsOf,
	EVENT_OPTIONS,
	EVENT_SUBTITLE,
	isChosen,
} from '../../../../marketing/trigger/events.ts';

describe('a notification starts the workflow', () => {
	test.each<[string, string[], boolean]>([
		['COUPON.USE', ['COUPON.USE', 'COUPON.SEND'], true],
		['COUPON.USE', ['COUPON.SEND'], false],
		['COUPON.USE', ['other'], false],
		['COUPON.USE', [], false],
		['SOMETHING.NEW', ['other'], true],
		['SOMETHING.NEW', ['COUPON.USE'], false],
		['SECURITY_ECHO.SUCCESS', ['COUPON.USE'], false],
	])('%s when %j are chosen: %p', (eventType, chosen, starts) => {
		expect(isChosen(eventType, chosen, false)).toBe(starts);
		const isEcho = eventType === 'SECURITY_ECHO.SUCCESS';
		expect(isChosen(eventType, chosen, true)).toBe(starts || isEcho);
	});

	test('“other” is no event of WeChat Pay', () => {
		expect(isChosen('other', ['COUPON.USE'], false)).toBe(false);
	});
});

test('the addresses that events are sent to are each named once', () => {
	expect(
		addressKindsOf(['PRODUCT_COUPON_SP.SEND', 'COUPON.USE', 'PRODUCT_COUPON_SP.IMAGE_GENERATION']),
	).toEqual(['cashCoupons', 'productCoupons']);
	expect(addressKindsOf(['other'])).toEqual([]);
	expect(addressKindsOf(['COUPON.SEND', 'DELIVERY_PLAN.CHANGE'])).toEqual([
		'deliveryPlans',
		'merchantCoupons',
	]);
});

test('the list is sorted by name', () => {
	const names = EVENT_OPTIONS.map(({ name }) => name);
	expect(names).toEqual([...names].sort());
	expect(names).toContain('Other');
});

test('the subtitle names the chosen events, and one that it does not know by its type', () => {
	const expression = EVENT_SUBTITLE.replace(/^=\{\{|\}\}$/g, '');
	// n8n works it out so.
	const subtitle = new Function('$parameter', `return ${expression}`) as (values: object) => string;
	expect(subtitle({ events: ['COUPON.USE', 'other', 'OLD.EVENT'] })).toBe(
		'Cash Coupon Used, Other, OLD.EVENT',
	);
});
