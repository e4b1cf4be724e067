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
	'notificationAddress.getForProductCoupons': [
		afterSetting('notificationAddress.setForProductCoupons', { notify_url }, {}),
	],
	'notificationAddress.setForProductCoupons': [() => ({ notify_url })],
	'notificationAddress.setForDeliveryPlans': [() => ({ sp_mchid: MCHID, notify_url })],
	'notificationAddress.getForMerchantCoupons': [
		afterSetting('notificationAddress.setForMerchantCoupons', ofMerchant, { mchid: MCHID }),
	],
	'notificationAddress.setForMerchantCoupons': [() => ({ ...ofMerchant })],
	'notificationAddress.getForCashCoupons': [
		afterSetting('notificationAddress.setForCashCoupons', ofMerchant, { mchid: MCHID }),
	],
	'notificationAddress.setForCashCoupons': [
		() => ({ ...ofMerchant }),
		() => ({ ...ofMerchant, switch: true }),
	],
};
