import { idsOn } from '../../operation/lists/entries';
import { post } from '../../operation/page';
import type { Values } from '../../items/placement';
import { single } from '../../operation/single';
import { atLeastOneOf } from '../../parameters/conditions';
import { InputError } from '../../parameters/inputError';
import { codeList } from '../../parameters/kinds';
import { optional, type Parameter } from '../../parameters/parameter';
import { valuesOf } from '../../parameters/readList';
import { getItems } from './getItems';
import { ofStock } from './stock';

/** Goods IDs, which WeChat Pay takes as one text with commas. */
function goodsIds<const Wire extends string>(
	wire: Wire,
	words: { label: string; name: string; description: string },
): Parameter<Wire, false, string> {
	const ids = codeList(wire, {
		...words,
		example: 'goods_1, goods_2',
		each: { maxLength: 128, pattern: /^[^,]+$/, patternWords: 'free of commas' },
	});
	const read: Parameter<Wire, false, string>['read'] = (given) =>
		valuesOf(ids.read(given)).join(',');
	return optional({ ...ids, read });
}

const added = goodsIds('add_goods_id_list', {
	label: 'Add Goods IDs',
	name: 'addGoodsIdList',
	description: 'Goods that are to be on the stock: one, several separated by commas, or a list',
});

const deleted = goodsIds('delete_goods_id_list', {
	label: 'Delete Goods IDs',
	name: 'deleteGoodsIdList',
	description: 'Goods that are to go off the stock. At least one must remain on it.',
});

function idsIn(list: unknown): string[] {
	return typeof list === 'string' ? list.split(',') : [];
}

/** @throws InputError when goods are in both lists */
function refuseDoubled(values: Values): void {
	const ids = idsIn(values.add_goods_id_list);
	const doubled = idsIn(values.delete_goods_id_list).find((id) => ids.includes(id));
	if (doubled === undefined) return;
	throw new InputError(
		'Delete Goods IDs',
		`has ${doubled}, which Add Goods IDs has, too`,
		'Take it out of one of the two.',
	);
}

export const updateItems = single({
	name: 'Update Items',
	action: 'Update items of cash coupon stock',
	description: 'Change the goods that coupons of a stock can be used for',
	hint: 'The goods of the stock of each input item will be changed. Coupons that users have can then be used for the new goods only.',
	endpoint: post('/v3/marketing/favor/stocks/{stock_id}/modify-goods-id', {
		page: 'merchant/4017164667',
	}),
	parameters: [...ofStock, ...atLeastOneOf(added, deleted)],
	check: refuseDoubled,
	change: {
		as: 'updated',
		look: 'the list of WeChat Pay',
		async isSo(calls, { add_goods_id_list, delete_goods_id_list, ...stock }) {
			const there = await idsOn(getItems.entries(calls, stock), 'goods_id');
			return (
				idsIn(add_goods_id_list).every((id) => there.has(id)) &&
				!idsIn(delete_goods_id_list).some((id) => there.has(id))
			);
		},
	},
});
