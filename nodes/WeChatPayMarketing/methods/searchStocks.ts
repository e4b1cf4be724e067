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
import type { Parameter } from '../parameters/parameter';
import { getAll, pages } from '../resources/productCouponStock/getAll';
import { Session } from '../transport/session';
import { realTiming } from '../transport/timing';

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
	return toValue(context.getNodeParameter(field.name, ''), { timezone: context.getTimezone() });
}

async function search(
	context: ILoadOptionsFunctions,
	filter: string,
	page: string | undefined,
): Promise<INodeListSearchResult> {
	const session = new Session(context, realTiming, undefined);
	const call = async (values: Values) => await session.call(placed(getAll, values), SETTINGS, 0);
	const coupon = {
		brand_id: read(context, brandId),
		product_coupon_id: read(context, productCouponId),
	};
	if (filter === '') {
		const { data } = await call({ ...coupon, page_size: pages.maxSize, page_token: page });
		const stocks = (data.stock_list ?? []) as IDataObject[];
		const next = data.next_page_token as string | undefined;
		return { results: stocks.map(toListItem), paginationToken: next };
	}
	// WeChat Pay cannot search by text, so all stocks of the coupon are read and looked through.
	const stocks = await readTokenPages(call, pages, coupon, Infinity);
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
