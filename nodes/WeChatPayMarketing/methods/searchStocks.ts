import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';
import { nodeError } from '../operation/nodeError';
import { readTokenPages } from '../operation/pages';
import { placed, type Values } from '../operation/placement';
import { brandId, productCouponId } from '../parameters/common';
import { isNothing } from '../parameters/givenText';
import { InputError } from '../parameters/inputError';
import type { Parameter } from '../parameters/parameter';
import { getAll, pages } from '../resources/productCouponStock/getAll';
import { Session } from '../transport/session';
import { realTiming } from '../transport/timing';

/** Which stocks a list shows. */
interface Shown {
	/** what WeChat Pay can choose by itself */
	values?: Values;
	/** what the answer tells */
	fits?: (stock: IDataObject) => boolean;
}

/** Somebody waits in front of the list, so it gives up sooner than a workflow does. */
const SETTINGS = { timeout: 10_000, maxRetries: 1 };

function toListItem({ stock_id, remark, state, store_scope }: IDataObject): INodeListSearchItems {
	const label = [remark, stock_id].filter(Boolean).join(' – ');
	return { name: `${label} (${String(state)}, ${String(store_scope)})`, value: String(stock_id) };
}

function read(
	context: ILoadOptionsFunctions,
	{ field, read: toValue }: Parameter<string, true, string>,
): string {
	const given = context.getNodeParameter(field.name, '');
	if (isNothing(given)) throw new InputError(field.displayName, 'is empty', 'Fill it in first.');
	return toValue(given, { timezone: context.getTimezone() });
}

async function search(
	context: ILoadOptionsFunctions,
	{ values, fits = () => true }: Shown,
	filter: string,
	page: string | undefined,
): Promise<INodeListSearchResult> {
	const session = new Session(context, realTiming, undefined);
	const call = async (ofPage: Values) => await session.call(placed(getAll, ofPage), SETTINGS, 0);
	const wanted = {
		brand_id: read(context, brandId),
		product_coupon_id: read(context, productCouponId),
		...values,
	};
	if (filter !== '') {
		// WeChat Pay cannot search by text, so all stocks of the coupon are read and looked through.
		const stocks = await readTokenPages(call, pages, wanted, Infinity);
		const words = filter.toLowerCase();
		const results = stocks.filter(fits).map(toListItem);
		return { results: results.filter(({ name }) => name.toLowerCase().includes(words)) };
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
 * with a search text those whose remark, ID, state or store scope has it. It takes the text and the token that
 * came with the page before, and throws NodeApiError or NodeOperationError saying what to do.
 */
function listOf(shown: Shown) {
	return async function (
		this: ILoadOptionsFunctions,
		filter = '',
		paginationToken?: string,
	): Promise<INodeListSearchResult> {
		try {
			return await search(this, shown, filter, paginationToken);
		} catch (error) {
			throw nodeError(this.getNode(), error as Error);
		}
	};
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
