import { newNumber } from '../../simulator/examples.mts';
import { PARTNERS, PARTNERSHIP_STOCKS } from '../../simulator/shop.mts';
import { type Example } from './index.mts';

const authorized_data = PARTNERSHIP_STOCKS.many;

let partners = 0;
/** A partnership that there is not yet. */
const withAppid = () => ({
	partner: { type: 'APPID', appid: `wxpartner${String((partners += 1)).padStart(6, '0')}` },
	authorized_data: PARTNERSHIP_STOCKS.none,
	'Idempotency-Key': newNumber('partnership'),
});
const withMerchant = () => ({
	...withAppid(),
	partner: { type: 'MERCHANT', merchant_id: String(1_600_000_000 + (partners += 1)) },
});

/** One that there is. */
const built = (example: typeof withAppid | typeof withMerchant): Example => {
	return async (ask) => {
		const values = example();
		await ask('partnership.build', values);
		return { ...values, 'Idempotency-Key': newNumber('partnership') };
	};
};

export const partnership: Record<string, Example[]> = {
	'partnership.build': [withAppid, withMerchant],
	'partnership.terminate': [built(withAppid), built(withMerchant)],
	'partnership.getAll': [
		() => ({ authorized_data }),
		() => ({ authorized_data, partner: { type: 'APPID', appid: PARTNERS.appid } }),
		() => ({ authorized_data, partner: { type: 'MERCHANT', merchant_id: PARTNERS.merchantId } }),
	],
};
