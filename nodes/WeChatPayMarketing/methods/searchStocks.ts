import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';
import { toId } from '../actions/inputValues';
import { nodeError } from '../actions/nodeError';
import { placed } from '../actions/placing';
import { stocksEndpoint, stocksPages } from '../actions/productCouponStock/getAll.operation';
import type { CallValues } from '../transport/pages';
import { readTokenPages } from '../transport/pages';
import { Session } from '../transport/session';
import { realTiming } from '../transport/timing';

/** Somebody waits in front of the list, so it gives up sooner than a workflow does. */
const SETTINGS = { timeout: 10_000, maxRetries: 1 };

function toListItem({ stock_id, remark, state, store_scope }: IDataObject): INodeListSearchItems {
	const label = [remark, stock_id].filter(Boolean).join(' – ');
	return { name: `${label} (${String(state)}, ${String(store_scope)})`, value: String(stock_id) };
}

async function search(
	context: ILoadOptionsFunctions,
	filter: string,
	page: string | undefined,
): Promise<INodeListSearchResult> {
	const session = new Session(context, realTiming, undefined);
	const call = async (values: CallValues) =>
		await session.call(placed(stocksEndpoint, values), SETTINGS, 0);
	const coupon = {
		brand_id: toId(context.getNodeParameter('brandId', ''), 'Brand ID'),
		product_coupon_id: toId(context.getNodeParameter('productCouponId', ''), 'Product Coupon ID'),
	};
	if (filter === '') {
		const { data } = await call({ ...coupon, page_size: stocksPages.maxSize, page_token: page });
		const stocks = (data.stock_list ?? []) as IDataObject[];
		const next = data.next_page_token as string | undefined;
		return { results: stocks.map(toListItem), paginationToken: next };
	}
	// WeChat Pay cannot search by text, so all stocks of the coupon are read and looked through.
	const stocks = await readTokenPages(call, stocksPages, coupon, Infinity);
	const words = filter.toLowerCase();
	return {
		results: stocks.map(toListItem).filter(({ name }) => name.toLowerCase().includes(words)),
	};
}

/**
 * Lists the stocks of the brand and the product coupon that are chosen in the node, page by page; with a
 * search text those whose remark, ID, state or store scope has it.
 *
 * @param paginationToken the one that came with the page before
 * @throws NodeApiError or NodeOperationError saying what to do
 */
export async function searchStocks(
	this: ILoadOptionsFunctions,
	filter = '',
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	try {
		return await search(this, filter, paginationToken);
	} catch (error) {
		throw nodeError(this.getNode(), error as Error);
	}
}
