import { asObject, parseObject } from './losslessJson';

/** What WeChat Pay adds to a refusal, under its own names; a member that it does not give is empty. */
export interface RefusalDetail {
	/** the parameter that it is about: a JSON pointer for members of the body, else a name */
	field: string;
	/** what the parameter held, as text */
	value: string;
	/** what is wrong with it, in WeChat Pay's words */
	issue: string;
	/** where the parameter stands, such as `body` or `query` */
	location: string;
	/** of a signature that was not accepted: what WeChat Pay made its own message of */
	sign_information?: {
		method: string;
		/** path and query */
		url: string;
	};
}

/** What WeChat Pay says about a call that it refused. */
export interface Refusal {
	/** HTTP status */
	status: number;
	/** `code` of the body; empty when the body is not WeChat Pay's */
	code: string;
	/** `message` of the body, mostly Chinese */
	message: string;
	/** the `Request-ID` header; empty when there is none */
	requestId: string;
	detail?: RefusalDetail;
}

/** Codes are capitals, or a number of nine digits. Gateways have a `code`, too: a shorter number, or words. */
const CODE = /^([A-Z][A-Z\d]*(_[A-Z\d]+)*|2\d{8})$/;
/** What looks like a signature, in whatever an answer repeats of its request. */
const SIGNATURE = /[A-Za-z\d+/%]{100,}={0,2}/g;

function text(value: unknown): string {
	const isScalar = ['string', 'number', 'boolean'].includes(typeof value);
	return isScalar ? String(value).replace(SIGNATURE, '…') : '';
}

function readDetail(value: unknown): RefusalDetail | undefined {
	const detail = asObject(value);
	if (!detail) return undefined;
	const signed = asObject(detail.sign_information);
	return {
		field: text(detail.field),
		value: text(detail.value),
		// Of a signature, the issue stands one step deeper.
		issue: text(detail.issue ?? asObject(detail.detail)?.issue),
		location: text(detail.location),
		...(signed && { sign_information: { method: text(signed.method), url: text(signed.url) } }),
	};
}

/**
 * Reads an answer outside 2xx. Nothing but its code, message and detail is believed, and these only when
 * there is a code as WeChat Pay writes them.
 *
 * @param status HTTP status
 * @param body the text of the answer, JSON or not
 * @param requestId the `Request-ID` header, empty when there is none
 * @returns never throws; `code` and `message` are empty when the body is not WeChat Pay's
 * @see https://pay.weixin.qq.com/docs/partner/development/interface-rules/basic-rules.html
 */
export function readRefusal(status: number, body: string, requestId: string): Refusal {
	const { code: given, message, detail } = parseObject(body) ?? {};
	const code = text(given);
	if (!CODE.test(code)) {
		return { status, code: '', message: '', requestId };
	}
	const read = readDetail(detail);
	return { status, code, message: text(message), requestId, ...(read && { detail: read }) };
}
