import { BASE_URL } from '../words/labels';

/** Why a call gave no data, as n8n classes it. */
export type FailureCause =
	| 'rate-limited'
	| 'temporarily-unavailable'
	| 'credential-invalid'
	| 'configuration-invalid';

/** What holds whenever a condition comes about. */
export interface ConditionFacts {
	/**
	 * whether WeChat Pay was reached: it never heard of the call; it may have carried the call out, although no
	 * answer says so; or it said no
	 */
	reached: 'no' | 'maybe' | 'yes';
	/** whether it may pass by itself, so that the same call is worth another try */
	passes: boolean;
	/** no connection to the host came about, so that WeChat Pay's other host may do better */
	otherHost?: true;
	/** nothing left n8n, so that it counts as no call */
	isUnsent?: true;
	cause?: FailureCause;
	/** what happened and what to do, both without their full stop, where they are always the same */
	words?: { meaning: string; remedy: string };
}

const CHECK_NETWORK = `Check the network of the machine that runs n8n and ${BASE_URL} in the credential, then run the workflow again`;

const CANCELLED = {
	meaning: 'The execution was cancelled while the call was under way',
	remedy: 'Run the workflow again when it is to go on',
};

/** Everything that is decided about a failure, by its condition. */
export const CONDITIONS = {
	// The call never left n8n.
	cancelledBefore: {
		reached: 'no',
		passes: false,
		isUnsent: true,
		words: {
			meaning: 'The execution was cancelled before the call was made',
			remedy: 'Run the workflow again when it is to go on',
		},
	},
	badCredential: { reached: 'no', passes: false, isUnsent: true, cause: 'credential-invalid' },
	unsendable: { reached: 'no', passes: false, isUnsent: true },
	notSent: { reached: 'no', passes: true, isUnsent: true },

	// No answer came.
	unreachable: {
		reached: 'no',
		passes: true,
		otherHost: true,
		cause: 'temporarily-unavailable',
		words: { meaning: 'WeChat Pay could not be reached', remedy: CHECK_NETWORK },
	},
	proxyUnreachable: {
		reached: 'no',
		passes: true,
		cause: 'temporarily-unavailable',
		words: {
			meaning: 'The proxy {host} on the way to WeChat Pay could not be reached',
			remedy:
				'Check the proxy that n8n is told to use (HTTPS_PROXY, HTTP_PROXY or ALL_PROXY in its environment), then run the workflow again',
		},
	},
	untrusted: {
		reached: 'no',
		passes: false,
		cause: 'configuration-invalid',
		words: {
			meaning: 'No secure connection to WeChat Pay came about',
			remedy: `Check ${BASE_URL} in the credential, the clock of the machine that runs n8n, and that n8n trusts the certificate of any proxy on the way`,
		},
	},
	insecure: {
		reached: 'maybe',
		passes: true,
		cause: 'temporarily-unavailable',
		words: {
			meaning: 'The secure connection to WeChat Pay broke',
			remedy: `Run the workflow again. If the message stays: check ${BASE_URL} in the credential, and any proxy on the way`,
		},
	},
	tooSlow: {
		reached: 'maybe',
		passes: true,
		cause: 'temporarily-unavailable',
		words: {
			meaning: 'WeChat Pay did not answer in time',
			remedy: `Run the workflow again, or raise Timeout under Options. If the message stays: ${CHECK_NETWORK}`,
		},
	},
	lost: {
		reached: 'maybe',
		passes: true,
		cause: 'temporarily-unavailable',
		words: { meaning: 'The connection to WeChat Pay was lost', remedy: CHECK_NETWORK },
	},
	cancelledUnderWay: { reached: 'maybe', passes: false, words: CANCELLED },
	cancelledConnecting: { reached: 'no', passes: false, words: CANCELLED },

	// An answer came that says no, or that the work was not done for now.
	tooMany: { reached: 'yes', passes: true, cause: 'rate-limited' },
	unavailable: { reached: 'maybe', passes: true, cause: 'temporarily-unavailable' },
	serverFault: { reached: 'maybe', passes: false },
	badRequest: { reached: 'yes', passes: false },
	unauthorized: { reached: 'yes', passes: false, cause: 'credential-invalid' },
	forbidden: { reached: 'yes', passes: false, cause: 'configuration-invalid' },
	notFound: { reached: 'yes', passes: false },
	refused: { reached: 'yes', passes: false },
	refusedMember: { reached: 'yes', passes: false },

	// An answer came of which nothing is used.
	unverified: { reached: 'maybe', passes: true, cause: 'configuration-invalid' },
	unexpected: { reached: 'maybe', passes: false },
	unmentioned: { reached: 'maybe', passes: false },

	// A file came that is not used, or not kept.
	forgedFile: { reached: 'maybe', passes: true },
	unusableFile: { reached: 'maybe', passes: false },
	notStored: { reached: 'maybe', passes: false },
} as const satisfies Record<string, ConditionFacts>;

/** What can go wrong on the way of a call. A failure is classed once, where it is caught. */
export type Condition = keyof typeof CONDITIONS;

/** Those whose words are always the same. */
export type WordedCondition = {
	[Name in Condition]: (typeof CONDITIONS)[Name] extends { words: unknown } ? Name : never;
}[Condition];

const NO_HOST = 'its host name was not found';
const NO_ROUTE = 'no network leads to its host';

/** Why no connection came about, by Node's code. */
export const WHY_UNREACHABLE: Readonly<Record<string, string>> = {
	ECONNREFUSED: 'the connection was refused',
	ENOTFOUND: NO_HOST,
	EAI_AGAIN: NO_HOST,
	EHOSTUNREACH: NO_ROUTE,
	ENETUNREACH: NO_ROUTE,
	/** our own code: Node's is ETIMEDOUT both for this and for an answer that does not come */
	CONNECT_ETIMEDOUT: 'no connection came about in time',
};

/**
 * What Node says of a certificate that it refuses, before anything is sent.
 *
 * @see https://nodejs.org/api/tls.html#x509-certificate-error-codes
 */
export const REFUSED_CERTIFICATE: ReadonlySet<string> = new Set([
	'CERT_CHAIN_TOO_LONG',
	'CERT_HAS_EXPIRED',
	'CERT_NOT_YET_VALID',
	'CERT_REJECTED',
	'CERT_REVOKED',
	'CERT_SIGNATURE_FAILURE',
	'CERT_UNTRUSTED',
	'CRL_HAS_EXPIRED',
	'CRL_NOT_YET_VALID',
	'CRL_SIGNATURE_FAILURE',
	'DEPTH_ZERO_SELF_SIGNED_CERT',
	'ERROR_IN_CERT_NOT_AFTER_FIELD',
	'ERROR_IN_CERT_NOT_BEFORE_FIELD',
	'ERROR_IN_CRL_LAST_UPDATE_FIELD',
	'ERROR_IN_CRL_NEXT_UPDATE_FIELD',
	'ERR_TLS_CERT_ALTNAME_FORMAT',
	'ERR_TLS_CERT_ALTNAME_INVALID',
	'HOSTNAME_MISMATCH',
	'INVALID_CA',
	'INVALID_PURPOSE',
	'PATH_LENGTH_EXCEEDED',
	'SELF_SIGNED_CERT_IN_CHAIN',
	'UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY',
	'UNABLE_TO_DECRYPT_CERT_SIGNATURE',
	'UNABLE_TO_DECRYPT_CRL_SIGNATURE',
	'UNABLE_TO_GET_CRL',
	'UNABLE_TO_GET_ISSUER_CERT',
	'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
	'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/** Refusals whose code says more than their status, whatever that is. */
const OF_CODE: Readonly<Partial<Record<string, Condition>>> = {
	SYSTEM_ERROR: 'unavailable',
	RATELIMIT_EXCEEDED: 'tooMany',
	FREQUENCY_LIMITED: 'tooMany',
	FREQUENCY_LIMIT_EXCEED: 'tooMany',
};

const OF_STATUS: Readonly<Partial<Record<number, Condition>>> = {
	400: 'badRequest',
	401: 'unauthorized',
	403: 'forbidden',
	404: 'notFound',
	500: 'unavailable',
	502: 'unavailable',
	503: 'unavailable',
	504: 'unavailable',
};

/**
 * @param status HTTP status; that of a refused member of a good answer is one of success
 * @param code WeChat Pay's
 */
export function conditionOfRefusal({ status, code }: { status: number; code: string }): Condition {
	if (status < 300) return 'refusedMember';
	if (status === 429) return 'tooMany';
	return OF_CODE[code] ?? OF_STATUS[status] ?? (status >= 500 ? 'serverFault' : 'refused');
}
