import { describe, expect, test } from '@jest/globals';
import { brandEvents, merchantEvents } from '../../../../marketing/trigger/events.ts';

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
		expect(merchantEvents.isChosen(eventType, chosen, false)).toBe(starts);
		const isEcho = eventType === 'SECURITY_ECHO.SUCCESS';
		expect(merchantEvents.isChosen(eventType, chosen, true)).toBe(starts || isEcho);
	});

	test('“other” is no event of WeChat Pay', () => {
		expect(merchantEvents.isChosen('other', ['COUPON.USE'], false)).toBe(false);
	});
});

test('the addresses that events are sent to are each named once', () => {
	expect(
		merchantEvents.addressKinds([
			'PRODUCT_COUPON_SP.SEND',
			'COUPON.USE',
			'PRODUCT_COUPON_SP.IMAGE_GENERATION',
		]),
	).toEqual(['cashCoupons', 'productCoupons']);
	expect(merchantEvents.addressKinds(['other'])).toEqual([]);
	expect(merchantEvents.addressKinds(['COUPON.SEND', 'DELIVERY_PLAN.CHANGE'])).toEqual([
		'deliveryPlans',
		'merchantCoupons',
	]);
});

test.each([merchantEvents, brandEvents])('the list is sorted by name', ({ options }) => {
	const names = options.map(({ name }) => name);
	expect(names).toEqual([...names].sort());
	expect(names).toContain('Other');
});

test('the subtitle names the chosen events, and one that it does not know by its type', () => {
	const expression = merchantEvents.subtitle.replace(/^=\{\{|\}\}$/g, '');
	// n8n works it out so.
	const subtitle = new Function('$parameter', `return ${expression}`) as (values: object) => string;
	expect(subtitle({ events: ['COUPON.USE', 'other', 'OLD.EVENT'] })).toBe(
		'Cash Coupon Used, Other, OLD.EVENT',
	);
});

test('a brand is told of its own events; those of a service provider are others', () => {
	expect(brandEvents.options.map(({ value }) => value)).toEqual([
		'DELIVERY_PLAN.CHANGE',
		'other',
		'PRODUCT_COUPON.SEND',
	]);
	expect(brandEvents.isChosen('PRODUCT_COUPON_SP.SEND', ['PRODUCT_COUPON.SEND'], false)).toBe(
		false,
	);
	expect(brandEvents.isChosen('PRODUCT_COUPON.USE', ['other'], false)).toBe(true);
	expect(brandEvents.addressKinds(['PRODUCT_COUPON.SEND', 'DELIVERY_PLAN.CHANGE'])).toEqual([
		'deliveryPlans',
		'productCoupons',
	]);
});
