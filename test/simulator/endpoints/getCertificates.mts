import { noCertificates } from '../refusals.mts';
import { type Endpoint } from './endpoint.mts';

/** The platform certificates, of which an account that works with the public key has none. */
export const getCertificates: Endpoint = {
	method: 'GET',
	path: '/v3/certificates',
	limited: false,
	answer({ query }) {
		query.allowOnly();
		throw noCertificates();
	},
};
