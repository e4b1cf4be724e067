import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';

const nodes = join(import.meta.dirname, '../../../nodes');

function aliasesOf(name: string): string[] {
	const file = join(nodes, name.replace('Trigger', ''), `${name}.node.json`);
	const { alias } = JSON.parse(readFileSync(file, 'utf8')) as {
		alias: string[];
	};
	return alias;
}

describe('what people type into the node creator finds', () => {
	const ofAll = ['coupon', 'promotion', '卡券', '营销', '通知'];
	const ofMerchant = [...ofAll, 'merchant'];
	const ofBrand = [...ofAll, 'brand', '品牌直连'];
	const words = {
		WeChatPayMarketing: [
			...ofMerchant,
			'send coupon',
			'redeem coupon',
			'discount',
			'loyalty',
			'gift',
			'refund',
			'投放计划',
			'补差',
			'合作关系',
			'图片',
		],
		WeChatPayMarketingTrigger: [...ofMerchant, 'webhook', '回调'],
		WeChatPayBrand: [...ofBrand, 'send coupon', 'redeem coupon', 'store', '门店', '投放计划'],
		WeChatPayBrandTrigger: [...ofBrand, 'webhook', '回调'],
	};
	const cases = Object.entries(words).flatMap(([name, typed]) =>
		typed.map((word) => [name, word] as const),
	);

	// n8n looks for the letters of what is typed, in their order, in each alias.
	test.each(cases)('%s: %s', (name, word) => {
		expect(aliasesOf(name).filter((alias) => alias.startsWith(word))).not.toEqual([]);
	});

	test.each(Object.keys(words))('%s has each alias once', (name) => {
		const aliases = aliasesOf(name);
		expect(aliases).toEqual([...new Set(aliases)]);
	});
});
