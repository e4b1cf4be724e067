import { CallError } from './callError';
import {
	CONDITIONS,
	REFUSED_CERTIFICATE,
	WHY_UNREACHABLE,
	type WordedCondition,
} from './conditions';

/** What Node's network, n8n's HTTP client and n8n's errors may tell about a condition. */
type Thrown = Partial<
	Record<
		| 'address'
		| 'cause'
		| 'code'
		| 'errors'
		| 'hostname'
		| 'httpCode'
		| 'isAxiosError'
		| 'port'
		| 'request'
		| 'syscall',
		unknown
	>
>;

function isThrown(value: unknown): value is Thrown {
	return typeof value === 'object' && value !== null;
}

/** An error, its cause, the cause of that … n8n wraps what its HTTP client wrapped. */
function chainOf(error: unknown): Thrown[] {
	const chain: Thrown[] = [];
	let next = error;
	while (isThrown(next) && chain.length < 8) {
		chain.push(next);
		const { cause, errors } = next;
		next = cause ?? (Array.isArray(errors) ? (errors as unknown[])[0] : undefined);
	}
	return chain;
}

/** Codes of a network: Node's `E…` and `HPE_…`, TLS, and the HTTP client's. */
const NETWORK_CODE = /^(E[A-Z]|HPE_|UND_ERR_)|TLS|SSL/;
/** Codes of values that cannot be sent, and of keys that cannot sign. */
const OWN_CODE = /^ERR_(INVALID|HTTP_INVALID|UNESCAPED|OSSL|CRYPTO)/;

function isOfNetwork(code: unknown): code is string {
	if (typeof code !== 'string') return false;
	return REFUSED_CERTIFICATE.has(code) || (NETWORK_CODE.test(code) && !OWN_CODE.test(code));
}

function codeOf(chain: Thrown[]): string | undefined {
	return [...chain.map(({ code }) => code), ...chain.map(({ httpCode }) => httpCode)].find(
		isOfNetwork,
	);
}

function portOf({ port, protocol }: URL): string {
	return port || (protocol === 'http:' ? '80' : '443');
}

/** Where a connection was tried, when that is not the host of the call: a proxy then. */
function proxyOf(chain: Thrown[], url: URL): string | undefined {
	for (const { syscall, address, port, hostname } of chain) {
		if (syscall === 'getaddrinfo' && typeof hostname === 'string' && hostname !== url.hostname) {
			return hostname;
		}
		if (syscall === 'connect' && port !== undefined && String(port) !== portOf(url)) {
			return `${String(address).includes(':') ? `[${String(address)}]` : String(address)}:${String(port)}`;
		}
	}
	return undefined;
}

/** Calls of the system before there is a connection, and codes that only they give. */
const CONNECTING_CALLS: unknown[] = ['connect', 'getaddrinfo'];
const CONNECTING_CODES = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'];
/** An answer that does not come: one code is the HTTP client's, the other one Node's. */
const TIMEOUT_CODES = ['ECONNABORTED', 'ETIMEDOUT'];

/**
 * Whether a request that was given up had no connection yet. The HTTP client has one code for every request that
 * takes too long, and one for every request that is cancelled; but Node gives the socket the timeout of the request
 * as soon as it is connected, and a request behind a proxy gets its socket only then.
 *
 * @see https://nodejs.org/api/http.html#requestsettimeouttimeout-callback
 */
function isUnconnected({ request }: Thrown): boolean {
	if (typeof request !== 'object' || request === null || !('socket' in request)) return false;
	const socket = request.socket as { timeout?: number; secureConnecting?: boolean } | null;
	return !socket || socket.timeout === undefined || socket.secureConnecting === true;
}

function isConnecting(code: string, chain: Thrown[]): boolean {
	if (chain.some(({ syscall }) => CONNECTING_CALLS.includes(syscall))) return true;
	return (
		CONNECTING_CODES.includes(code) || (TIMEOUT_CODES.includes(code) && chain.some(isUnconnected))
	);
}

function conditionOf(code: string): WordedCondition {
	if (code === 'ERR_CANCELED') return 'cancelledUnderWay';
	if (TIMEOUT_CODES.includes(code)) return 'tooSlow';
	if (REFUSED_CERTIFICATE.has(code)) return 'untrusted';
	return /TLS|SSL|EPROTO/.test(code) ? 'insecure' : 'lost';
}

/**
 * A call without an answer.
 *
 * @param code Node's code of the condition
 * @param proxy host and port of the proxy that could not be reached
 */
export function unansweredCall(condition: WordedCondition, code: string, proxy = ''): CallError {
	const { meaning, remedy } = CONDITIONS[condition].words;
	const isUnreachable = condition === 'unreachable' || condition === 'proxyUnreachable';
	const why = isUnreachable ? `: ${WHY_UNREACHABLE[code] ?? 'no connection came about'}` : '';
	return new CallError(`${meaning.replace('{host}', proxy)}${why}`, {
		condition,
		code,
		remedy: `${remedy} (${code}).`,
	});
}

/**
 * Classes what n8n's request helper threw.
 *
 * @param url where the call was to go
 * @returns what is told of a call without an answer; `undefined` when the call never left n8n
 */
export function noAnswerOf(error: unknown, url: string): CallError | undefined {
	const chain = chainOf(error);
	const known = codeOf(chain);
	const isOfClient = chain.some(({ isAxiosError }) => isAxiosError === true);
	if (known === undefined && !isOfClient) return undefined;
	const code = known ?? 'NO_ANSWER';
	if (code === 'ERR_CANCELED' && chain.some(isUnconnected)) {
		return unansweredCall('cancelledConnecting', code);
	}
	if (!isConnecting(code, chain)) return unansweredCall(conditionOf(code), code);
	const proxy = proxyOf(chain, new URL(url));
	return unansweredCall(
		proxy === undefined ? 'unreachable' : 'proxyUnreachable',
		TIMEOUT_CODES.includes(code) ? 'CONNECT_ETIMEDOUT' : code,
		proxy,
	);
}
