import { PARTNERS, PARTNERSHIP_STOCKS } from '../../simulator/shop.mts';
import { type Example } from './index.mts';

const authorized_data = PARTNERSHIP_STOCKS.many;

export const partnership: Record<string, Example[]> = {
	'partnership.list': [
		() => ({ authorized_data }),
		() => ({ authorized_data, partner: { type: 'APPID', appid: PARTNERS.appid } }),
		() => ({ authorized_data, partner: { type: 'MERCHANT', merchant_id: PARTNERS.merchantId } }),
	],
};
