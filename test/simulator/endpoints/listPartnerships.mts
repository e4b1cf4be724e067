import { type Parameters } from '../parameters.mts';
import { authorisedStockNotFound, partnershipNotFound } from '../refusals.mts';
import { type AuthorizedData, type Partnership } from '../shop.mts';
import { type Endpoint } from './endpoint.mts';

/** 查询合作关系列表. Its `offset` is the number of a page, not of an item. */
export const listPartnerships: Endpoint = {
	method: 'GET',
	path: '/v3/marketing/partnerships',
	limited: false,
	answer({ query, shop }) {
		query.allowOnly('limit', 'offset', 'partner', 'authorized_data');
		const limit = query.integer('limit', 20, 1, 50);
		const offset = query.integer('offset', 0, 0, Number.MAX_SAFE_INTEGER);
		const isWanted = query.has('partner') ? readPartner(query.jsonObject('partner')) : () => true;
		const stock = readAuthorizedData(query.jsonObject('authorized_data'));

		const all = shop.partnerships(stock);
		if (!all) throw authorisedStockNotFound();
		const matching = all.filter(({ partner }) => isWanted(partner));
		if (matching.length === 0) throw partnershipNotFound();
		const page = matching.slice(offset * limit, (offset + 1) * limit);
		return {
			data: page.length > 0 ? page : undefined,
			offset,
			limit,
			total_count: offset === 0 || page.length === 0 ? matching.length : undefined,
		};
	},
};

/** Whether a partner is the one asked for; only the ID that belongs to the type decides. */
function readPartner(values: Parameters): (partner: Partnership['partner']) => boolean {
	values.allowOnly('type', 'appid', 'merchant_id');
	const type = values.oneOf('type', ['APPID', 'MERCHANT']);
	if (type === 'APPID') {
		const appid = values.text('appid', 32);
		values.optionalText('merchant_id', 15);
		return (partner) => partner.type === type && partner.appid === appid;
	}
	const merchantId = values.text('merchant_id', 15);
	values.optionalText('appid', 32);
	return (partner) => partner.type === type && partner.merchant_id === merchantId;
}

function readAuthorizedData(values: Parameters): AuthorizedData {
	values.allowOnly('business_type', 'stock_id');
	return {
		business_type: values.oneOf('business_type', ['FAVOR_STOCK', 'BUSIFAVOR_STOCK']),
		stock_id: values.text('stock_id', 20),
	};
}
