import { bodyParameters } from '../parameters.mts';
import { keyIdMissing } from '../refusals.mts';
import { type Endpoint } from './endpoint.mts';

/** Gives the message back. It is one of the few endpoints that demand the Wechatpay-Serial header. */
export const echo: Endpoint = {
	method: 'POST',
	path: '/v3/security/echo',
	limited: false,
	answer({ query, body, headers }) {
		query.allowOnly();
		if (headers['wechatpay-serial'] === undefined) throw keyIdMissing();
		const members = bodyParameters(body);
		members.allowOnly('echo_message');
		return { echo_message: members.text('echo_message') };
	},
};
