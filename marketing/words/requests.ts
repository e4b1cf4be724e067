import type { UnsignableReason, UnsignableRequestError } from '../../wechatpay/signedOptions';
import type { Labels } from './labels';

/** A request that the credential does not sign. The message says why and what to do. */
export class NotSignedError extends Error {
	constructor(message: string) {
		super(message);
		this.name = 'NotSignedError';
	}
}

/** Makes what is told of requests that are not signed. */
export function requestWords({
	fields,
}: Labels): (error: UnsignableRequestError) => NotSignedError {
	const messages: Record<UnsignableReason, string> = {
		noAddress: '"{}" is not a web address.',
		otherHost: `Requests to {} are not signed: this credential is only for WeChat Pay and for the ${fields.baseUrl} in it.`,
		form: 'WeChat Pay takes JSON, not form data. Set the body content type to JSON.',
		noMeta:
			'An upload can only be signed when it has one part "meta", of text. Add it, with filename and sha256 of the file as JSON.',
		noText:
			'The body can only be signed when it is JSON, text or a Buffer. Set the body content type to JSON.',
	};
	return ({ reason, seen }) => new NotSignedError(messages[reason].replace('{}', () => seen));
}
