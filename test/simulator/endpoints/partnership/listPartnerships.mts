import { authorisedStockNotFound, partnershipNotFound } from '../../refusals.mts';
import { type AuthorizedData, type Partnership } from '../../shop.mts';
import { type Handler } from '../handler.mts';

interface Query {
	limit?: number;
	offset?: number;
	partner?: Partnership['partner'];
	authorized_data: AuthorizedData;
}

/** 查询合作关系列表. Its `offset` is the number of a page, not of an item. */
export const listPartnerships: Handler = ({ query, shop }) => {
	const { limit = 20, offset = 0, partner, authorized_data } = query as unknown as Query;
	const all = shop.partnerships(authorized_data);
	if (!all) throw authorisedStockNotFound();
	const matching = partner ? all.filter((candidate) => isSame(candidate.partner, partner)) : all;
	if (matching.length === 0) throw partnershipNotFound();
	const page = matching.slice(offset * limit, (offset + 1) * limit);
	return {
		data: page.length > 0 ? page : undefined,
		offset,
		limit,
		total_count: offset === 0 || page.length === 0 ? matching.length : undefined,
	};
};

/** Whether a partner is the one asked for; only the ID that belongs to the type decides. */
function isSame(one: Partnership['partner'], asked: Partnership['partner']): boolean {
	if (one.type !== asked.type) return false;
	return asked.type === 'APPID' ? one.appid === asked.appid : one.merchant_id === asked.merchant_id;
}
