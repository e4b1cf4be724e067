import { list } from '../../operation/list';
import { get } from '../../operation/page';
import { neededWhen } from '../../parameters/conditions';
import { choice, id } from '../../parameters/kinds';
import { optional, type Parameter } from '../../parameters/parameter';
import { businessType, PARTNER_TYPES, stockId } from './authorised';

/** WeChat Pay wants the kind of partner beside its ID; the ID says it already. */
const partnerType: Parameter<'partner.type', false, string> = {
	...optional(
		choice('partner.type', PARTNER_TYPES, {
			label: 'Partner Type',
			name: 'partnerType',
			description:
				'What kind of partner to look for. It follows from the AppID or the merchant ID.',
		}),
	),
	absent: 'impliedChoice',
};

const appid = neededWhen(
	partnerType,
	'APPID',
	id('partner.appid', { maxLength: 32, description: 'AppID of the partner' }),
);

const merchantId = neededWhen(
	partnerType,
	'MERCHANT',
	id('partner.merchant_id', {
		label: 'Partner Merchant ID',
		maxLength: 15,
		description: 'Merchant ID of the partner',
	}),
);

export const getAll = list({
	name: 'Get Many',
	action: 'Get many partnerships',
	description: 'List who may send the coupons of a stock',
	endpoint: get('/v3/marketing/partnerships', { page: 'partner/4012381479' }),
	parameters: [businessType, stockId, partnerType, appid, merchantId],
	pages: {
		style: 'number',
		sizeParameter: 'limit',
		maxSize: 50,
		pageParameter: 'offset',
		itemsField: 'data',
		totalField: 'total_count',
	},
	none: { code: 'RESOURCE_NOT_EXISTS', says: '合作关系不存在' },
});
