import { MCHID } from '../../simulator/shop.mts';
import { type Example } from './index.mts';

const notify_url = 'https://n8n.example.com/webhook/1/webhook';
const ofMerchant = { mchid: MCHID, notify_url };

/** An address can be asked for once it was set. */
function afterSetting(id: string, set: object, get: object): Example {
	return async (ask) => {
		await ask(id, { ...set });
		return { ...get };
	};
}

export const notificationAddress: Record<string, Example[]> = {
	'productCouponNotifyConfig.get': [
		afterSetting('productCouponNotifyConfig.set', { notify_url }, {}),
	],
	'productCouponNotifyConfig.set': [() => ({ notify_url })],
	'deliveryPlanNotifyConfig.set': [() => ({ sp_mchid: MCHID, notify_url })],
	'busifavorCallback.get': [afterSetting('busifavorCallback.set', ofMerchant, { mchid: MCHID })],
	'busifavorCallback.set': [() => ({ ...ofMerchant })],
	'favorCallback.get': [afterSetting('favorCallback.set', ofMerchant, { mchid: MCHID })],
	'favorCallback.set': [() => ({ ...ofMerchant }), () => ({ ...ofMerchant, switch: true })],
};
