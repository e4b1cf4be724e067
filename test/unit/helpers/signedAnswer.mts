import { createSign, type KeyObject } from 'node:crypto';
import { PUBLIC_KEY_ID } from './credential.mts';

/**
 * An answer as n8n's request helper gives it, signed by WeChat Pay.
 *
 * @param now milliseconds since 1970
 */
export function signedAnswer(privateKey: KeyObject, now: number, text = '{"id":"1"}') {
	const timestamp = String(Math.floor(now / 1000));
	const body = Buffer.from(text);
	const message = Buffer.concat([Buffer.from(`${timestamp}\nnonce\n`), body, Buffer.from('\n')]);
	return {
		statusCode: 200,
		headers: {
			'wechatpay-timestamp': timestamp,
			'wechatpay-nonce': 'nonce',
			'wechatpay-serial': PUBLIC_KEY_ID,
			'wechatpay-signature': createSign('RSA-SHA256').update(message).sign(privateKey, 'base64'),
			'request-id': '0A-0',
		},
		body,
	};
}
