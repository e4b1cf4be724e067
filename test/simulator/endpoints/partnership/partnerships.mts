import { authorisedStockNotFound, breaksRule, partnershipNotFound } from '../../refusals.mts';
import { type AuthorizedData, type Partnership } from '../../shop.mts';
import { type Call, type Handler } from '../handler.mts';
import { beijingTime } from '../productCoupon/beijingTime.mts';

interface Query {
	limit?: number;
	offset?: number;
	partner?: Partnership['partner'];
	authorized_data: AuthorizedData;
}

/** 查询合作关系列表. Its `offset` is the number of a page, not of an item. */
export const getAllPartnerships: Handler = ({ query, shop }) => {
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

/** What a change of a partnership is about. */
interface Wanted {
	partner: Partnership['partner'];
	authorized_data: AuthorizedData;
}

const isInForce = ({ terminate_time }: Partnership) => terminate_time === undefined;

function found({ shop, body }: Call) {
	const { partner, authorized_data } = body as unknown as Wanted;
	const all = shop.partnerships(authorized_data);
	if (!all) throw authorisedStockNotFound();
	const known = all.find((one) => isSame(one.partner, partner));
	const others = all.filter((one) => one !== known);
	return { partner, authorized_data, known, others };
}

/** 建立合作关系 */
export const buildPartnership: Handler = (call) => {
	const { partner, authorized_data, known, others } = found(call);
	if (known && isInForce(known)) throw breaksRule('委托营销合作关系已存在');
	const time = beijingTime(call.now);
	const built: Partnership = {
		partner,
		authorized_data,
		build_time: time,
		create_time: known?.create_time ?? time,
		update_time: time,
	};
	call.shop.replacePartnerships(authorized_data, [built, ...others]);
	return { ...built, state: 'ESTABLISHED' };
};

/** 终止合作关系. The partnership stays in the list. */
export const terminatePartnership: Handler = (call) => {
	const { authorized_data, known, others } = found(call);
	if (!known || !isInForce(known)) throw partnershipNotFound();
	const terminate_time = beijingTime(call.now);
	const ended = { ...known, terminate_time, update_time: terminate_time };
	call.shop.replacePartnerships(authorized_data, [ended, ...others]);
	return { terminate_time };
};
