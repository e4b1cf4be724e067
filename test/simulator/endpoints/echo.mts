import { bodyParameters } from '../parameters.mts';
import { paramError } from '../refusals.mts';
import { type Endpoint } from './endpoint.mts';

/** Gives the message back. It is one of the few endpoints that demand the Wechatpay-Serial header. */
export const echo: Endpoint = {
	method: 'POST',
	path: '/v3/security/echo',
	limited: false,
	answer({ query, body, headers, publicKeyId }) {
		query.allowOnly();
		const serial = headers['wechatpay-serial']?.toString();
		if (serial !== publicKeyId) {
			const issue = serial === undefined ? '必填' : '不是此商户的微信支付公钥ID';
			throw paramError({ field: 'Wechatpay-Serial', value: serial, issue, location: 'header' });
		}
		const members = bodyParameters(body);
		members.allowOnly('echo_message');
		return { echo_message: members.text('echo_message') };
	},
};
