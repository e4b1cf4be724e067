import type { NoAnswer } from './networkConditions';

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
const NETWORK_CODE = /^(E[A-Z]|HPE_|UND_ERR_)|CERT|TLS|SSL|VERIFY/;
/** Codes of values that cannot be sent, and of keys that cannot sign. */
const OWN_CODE = /^ERR_(INVALID|HTTP_INVALID|UNESCAPED|OSSL|CRYPTO)/;

function codeOf(chain: Thrown[]): string {
	const codes = [...chain.map(({ code }) => code), ...chain.map(({ httpCode }) => httpCode)];
	const found = codes.find(
		(code): code is string =>
			typeof code === 'string' && NETWORK_CODE.test(code) && !OWN_CODE.test(code),
	);
	return found ?? '';
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

/**
 * Reads what n8n's request helper threw.
 *
 * @param url where the call was to go
 * @returns the condition of the network; `undefined` when the call never left n8n
 */
export function noAnswerOf(error: unknown, url: string): NoAnswer | undefined {
	const chain = chainOf(error);
	const code = codeOf(chain);
	const ofClient = chain.find(({ isAxiosError }) => isAxiosError === true);
	if (!ofClient && code === '') return undefined;
	const isConnecting = chain.some(({ syscall }) => syscall === 'connect');
	return {
		code: code === 'ETIMEDOUT' && isConnecting ? 'CONNECT_ETIMEDOUT' : code || 'NO_ANSWER',
		proxy: proxyOf(chain, new URL(url)),
	};
}
