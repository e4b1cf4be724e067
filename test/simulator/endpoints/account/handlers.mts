import { type JsonObject } from '../../json.mts';
import { noCertificates } from '../../refusals.mts';
import { type Handler } from '../handler.mts';

/** An account that works with the public key has no platform certificates. */
export const getCertificates: Handler = () => {
	throw noCertificates();
};

/** Gives the message back. */
export const echo: Handler = ({ body }) => ({
	echo_message: (body as JsonObject)['echo_message'],
});
