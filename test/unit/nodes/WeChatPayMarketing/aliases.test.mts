import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';

const folder = join(import.meta.dirname, '../../../../nodes/WeChatPayMarketing');

function aliasesOf(name: string): string[] {
	const { alias } = JSON.parse(readFileSync(join(folder, `${name}.node.json`), 'utf8')) as {
		alias: string[];
	};
	return alias;
}

describe('what people type into the node creator finds', () => {
	const ofBoth = ['coupon', 'promotion', 'merchant', '卡券', '营销', '通知'];
	const words = {
		WeChatPayMarketing: [
			...ofBoth,
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
		WeChatPayMarketingTrigger: [...ofBoth, 'webhook', '回调'],
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
