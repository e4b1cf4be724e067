import { ownMember } from '../../wechatpay/losslessJson';

/** A call without an answer, as n8n's request helper tells it. */
export interface NoAnswer {
	/** Node's code of the condition, such as `ECONNRESET` */
	code: string;
	/** host and port of the proxy that could not be reached */
	proxy?: string;
}

/** What is told about it. */
interface NetworkCondition {
	/** what happened, a sentence without its full stop */
	meaning: string;
	/** what to do, a sentence without its full stop */
	remedy: string;
}

const CHECK_NETWORK =
	'Check the network of the machine that runs n8n and API Base URL in the credential, then run the workflow again';

const CHECK_PROXY =
	'Check the proxy that n8n is told to use (HTTPS_PROXY, HTTP_PROXY or ALL_PROXY in its environment), then run the workflow again';

const NO_HOST = 'its host name was not found';
const NO_ROUTE = 'no network leads to its host';

/** Why no connection came about, by code. Nothing was sent then. */
const UNREACHABLE: Readonly<Record<string, string>> = {
	ECONNREFUSED: 'the connection was refused',
	ENOTFOUND: NO_HOST,
	EAI_AGAIN: NO_HOST,
	EHOSTUNREACH: NO_ROUTE,
	ENETUNREACH: NO_ROUTE,
	/** our own code: Node's is ETIMEDOUT both for this and for an answer that does not come */
	CONNECT_ETIMEDOUT: 'no connection came about in time',
};

const LOST: NetworkCondition = {
	meaning: 'The connection to WeChat Pay was lost',
	remedy: CHECK_NETWORK,
};

const TOO_SLOW: NetworkCondition = {
	meaning: 'WeChat Pay did not answer in time',
	remedy: `Run the workflow again, or raise Timeout under Options. If the message stays: ${CHECK_NETWORK}`,
};

const NOT_SECURE: NetworkCondition = {
	meaning: 'No secure connection to WeChat Pay came about',
	remedy:
		'Check API Base URL in the credential, the clock of the machine that runs n8n, and that n8n trusts the certificate of any proxy on the way',
};

const UNDER_WAY: Readonly<Record<string, NetworkCondition>> = {
	ECONNABORTED: TOO_SLOW,
	ETIMEDOUT: TOO_SLOW,
	ERR_CANCELED: {
		meaning: 'The execution was cancelled while the call was under way',
		remedy: 'Run the workflow again when it is to go on',
	},
};

/** The many codes of TLS, such as `CERT_HAS_EXPIRED` and `UNABLE_TO_VERIFY_LEAF_SIGNATURE`. */
export const TLS_CODE = /CERT|TLS|SSL|VERIFY|EPROTO/;

/** Whether no connection came about. */
export function isUnreachable(code: string): boolean {
	return Object.hasOwn(UNREACHABLE, code);
}

/** Whether the condition came about before anything of the call was sent. */
export function isBeforeSending(code: string): boolean {
	return isUnreachable(code) || TLS_CODE.test(code);
}

/** What happened and what to do, in English. */
export function networkCondition({ code, proxy }: NoAnswer): NetworkCondition {
	const reason = ownMember(UNREACHABLE, code);
	if (reason === undefined) {
		return ownMember(UNDER_WAY, code) ?? (TLS_CODE.test(code) ? NOT_SECURE : LOST);
	}
	return proxy === undefined
		? { meaning: `WeChat Pay could not be reached: ${reason}`, remedy: CHECK_NETWORK }
		: {
				meaning: `The proxy ${proxy} on the way to WeChat Pay could not be reached: ${reason}`,
				remedy: CHECK_PROXY,
			};
}
