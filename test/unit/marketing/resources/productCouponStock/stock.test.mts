import { expect, test } from '@jest/globals';
import { simplified } from '../../../../../marketing/items/simplify.ts';
import { usefulOfStock } from '../../../../../marketing/resources/productCouponStock/stock.ts';
import { usefulOfBundle } from '../../../../../marketing/resources/productCouponStockBundle/bundle.ts';

const period = {
	available_begin_time: '2026-12-01T00:00:00+08:00',
	available_end_time: '2026-12-31T23:59:59+08:00',
};
const rule = { coupon_available_period: { ...period, available_days: 30 } };

test.each(['single_usage_rule', 'sequential_usage_rule', 'progressive_bundle_usage_rule'])(
	'what is useful of a stock shows its period, which stands in %s',
	(name) => {
		expect(simplified({ stock_id: '1', [name]: rule }, usefulOfStock)).toEqual({
			stock_id: '1',
			...period,
		});
	},
);

test('what is useful of a bundle shows the periods of its stocks', () => {
	const stock_list = [
		{ stock_id: '1', progressive_bundle_usage_rule: rule },
		{ stock_id: '2', progressive_bundle_usage_rule: rule },
	];
	expect(simplified({ stock_list }, usefulOfBundle)).toMatchObject({
		stock_ids: ['1', '2'],
		available_begin_times: [period.available_begin_time, period.available_begin_time],
		available_end_times: [period.available_end_time, period.available_end_time],
	});
});

test('Simplify gives ten values at most', () => {
	const names = usefulOfStock.map((one) =>
		typeof one === 'string' ? one.slice(one.lastIndexOf('.') + 1) : one[1],
	);
	expect(new Set(names).size).toBe(10);
});
