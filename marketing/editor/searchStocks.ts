import type { IDataObject, INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';
import { readTokenPages } from '../operation/lists/pages';
import type { Values } from '../items/placement';
import { brandId, productCouponId } from '../parameters/common';
import { getAll, pages } from '../resources/productCouponStock/getAll';
import { withText, type Editor, type Search } from './listSearch';

/** Which stocks a list shows. */
interface Shown {
	/** what WeChat Pay can choose by itself */
	values?: Values;
	/** what the answer tells */
	fits?: (stock: IDataObject) => boolean;
}

function toListItem({ stock_id, remark, state, store_scope }: IDataObject): INodeListSearchItems {
	const label = [remark, stock_id].filter(Boolean).join(' – ');
	return { name: `${label} (${String(state)}, ${String(store_scope)})`, value: String(stock_id) };
}

async function search(
	{ values, fits = () => true }: Shown,
	editor: Editor,
	filter: string,
	page: string | undefined,
): Promise<INodeListSearchResult> {
	const call = async (ofPage: Values) => await editor.call(getAll, ofPage);
	const wanted = {
		brand_id: editor.read(brandId),
		product_coupon_id: editor.read(productCouponId),
		...values,
	};
	if (filter !== '') {
		// WeChat Pay cannot search by text, so all stocks of the coupon are read and looked through.
		const stocks = await readTokenPages(call, pages, wanted, Infinity);
		return { results: withText(stocks.filter(fits).map(toListItem), filter) };
	}
	let token = page;
	let stocks: IDataObject[];
	do {
		const { data } = await call({ ...wanted, page_size: pages.maxSize, page_token: token });
		stocks = ((data.stock_list ?? []) as IDataObject[]).filter(fits);
		const next = data.next_page_token as string | undefined;
		token = next === token ? undefined : next;
		// The editor takes a page without entries for the end of the list.
	} while (stocks.length === 0 && token);
	return { results: stocks.map(toListItem), paginationToken: token };
}

/**
 * Makes a list of the stocks of the brand and the product coupon that are chosen in the node, page by page;
 * with a search text those whose remark, ID, state or store scope has it.
 */
function listOf(shown: Shown): Search {
	return async (editor, filter, token) => await search(shown, editor, filter, token);
}

/** All stocks of the product coupon. @see listOf */
export const searchStocks = listOf({});

/** Stocks that coupons can be sent of. @see listOf */
export const searchSendingStocks = listOf({ values: { state: 'SENDING' } });

/** Stocks that have stores of their own; the stores of those in a bundle are the bundle's. @see listOf */
export const searchStoreStocks = listOf({
	fits: ({ store_scope, stock_bundle_info }) =>
		store_scope === 'SPECIFIC' && stock_bundle_info === undefined,
});

/** Stocks whose codes the brand uploads. @see listOf */
export const searchUploadStocks = listOf({
	fits: ({ coupon_code_mode }) => coupon_code_mode === 'UPLOAD',
});
