import type { Credential } from '../../../wechatpay/credential.ts';
import { MERCHANT_SCHEME } from '../../../wechatpay/scheme.ts';
import type { KeyPair } from './keys.mts';

export const SCHEME = MERCHANT_SCHEME;
export const MCHID = '1900000001';
export const SERIAL_NO = '5157F09EFDC096DE15EBE81A47057A7232F1B8E1';
export const PUBLIC_KEY_ID = 'PUB_KEY_ID_0000000000000024101100397200000006';
export const MAIN_HOST = 'https://api.mch.weixin.qq.com';
export const BACKUP_HOST = 'https://api2.mch.weixin.qq.com';

/** A checked credential of these two parties. */
export function credentialOf(
	merchant: KeyPair,
	weChatPay: KeyPair,
	baseUrl = MAIN_HOST,
): Credential {
	return {
		scheme: SCHEME,
		callerId: MCHID,
		serialNo: SERIAL_NO,
		privateKey: merchant.privateKey,
		publicKeyId: PUBLIC_KEY_ID,
		publicKey: weChatPay.publicKey,
		baseUrl,
		processes: 1,
	};
}
