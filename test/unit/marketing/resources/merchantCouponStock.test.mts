import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { merchantCouponStock } from '../../../../marketing/resources/merchantCouponStock/index.ts';

const root = join(import.meta.dirname, '../../../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

const SINCE = '2025-12-15';

test.each([
	['README.md', 'product coupons or cash coupons'],
	['docs/README.zh-CN.md', '商品券或代金券'],
	['docs/which-coupon.md', 'In their place'],
	['docs/which-coupon.zh-CN.md', '可以改用'],
])(
	'%s says since when merchant coupons are closed, and what is in their place',
	(path, instead) => {
		expect(read(path)).toContain(SINCE);
		expect(read(path)).toContain(instead);
		expect(read(path)).toContain('merchant/4014075726');
	},
);

test('so does the list of resources', () => {
	expect(merchantCouponStock.description).toContain(SINCE);
	expect(merchantCouponStock.description).toContain('use product or cash coupons');
});
