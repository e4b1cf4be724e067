import { list } from '../../operation/list';
import { get } from '../../operation/page';
import type { Values } from '../../items/placement';
import { InputError } from '../../parameters/inputError';
import { choice, id } from '../../parameters/kinds';
import { optional } from '../../parameters/parameter';
import { businessType, PARTNER_TYPES, stockId } from './authorised';

const partnerType = choice('partner.type', PARTNER_TYPES, {
	label: 'Partner Type',
	name: 'partnerType',
	description: 'What kind of partner to look for. It follows from the AppID or the merchant ID.',
});

const appid = id('partner.appid', { maxLength: 32, description: 'AppID of the partner' });

const merchantId = id('partner.merchant_id', {
	label: 'Partner Merchant ID',
	maxLength: 15,
	description: 'Merchant ID of the partner',
});

/** WeChat Pay wants the kind of partner beside its ID; the ID says it already. */
function withPartnerType(values: Values): Values {
	const { 'partner.type': type, 'partner.appid': app, 'partner.merchant_id': merchant } = values;
	if (app === undefined && merchant === undefined && type === undefined) return values;
	if (app !== undefined && merchant !== undefined && type === undefined) {
		throw new InputError(
			'Partner Merchant ID',
			'and AppID are both given',
			'Take one of them out of Filters: a partner is either an AppID or a merchant.',
		);
	}
	const known = type ?? (app === undefined ? 'MERCHANT' : 'APPID');
	const [label, own] = known === 'APPID' ? ['AppID', app] : ['Partner Merchant ID', merchant];
	if (own === undefined) {
		throw new InputError(
			label,
			'is missing',
			`Add it to Filters, because Partner Type is ${known === 'APPID' ? 'AppID' : 'Merchant'}.`,
		);
	}
	return { ...values, 'partner.type': known };
}

export const getAll = list({
	name: 'Get Many',
	action: 'Get many partnerships',
	description: 'List who may send the coupons of a stock',
	endpoint: get('/v3/marketing/partnerships', { page: 'partner/4012381479' }),
	parameters: [businessType, stockId, optional(partnerType), optional(appid), optional(merchantId)],
	pages: {
		style: 'number',
		sizeParameter: 'limit',
		maxSize: 50,
		pageParameter: 'offset',
		itemsField: 'data',
		totalField: 'total_count',
	},
	none: { code: 'RESOURCE_NOT_EXISTS', says: '合作关系不存在' },
	complete: withPartnerType,
});
