/** The main entry: the nearest access point. */
export const MAIN_ORIGIN = 'https://api.mch.weixin.qq.com';
/** The backup entry: a remote access point with the same paths and the same signatures. */
export const BACKUP_ORIGIN = 'https://api2.mch.weixin.qq.com';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

function parseUrl(value: string): URL | undefined {
	try {
		return new URL(value);
	} catch {
		return undefined;
	}
}

/** What keeps an address from being the origin that calls go to. */
export type OriginFlaw = 'noAddress' | 'notHttps' | 'hasUser' | 'hasPath';

/**
 * @param value the base URL as typed in; empty means WeChat Pay's main host
 * @returns its origin, or what is wrong with it
 */
export function parseOrigin(value: string): { origin: string } | { flaw: OriginFlaw } {
	if (value === '') return { origin: MAIN_ORIGIN };
	const url = parseUrl(value);
	if (!url) return { flaw: 'noAddress' };
	if (url.protocol !== 'https:' && !(url.protocol === 'http:' && LOOPBACK.has(url.hostname))) {
		return { flaw: 'notHttps' };
	}
	if (url.username || url.password) return { flaw: 'hasUser' };
	const hasPath = url.pathname !== '/' || url.search !== '' || url.hash !== '';
	return hasPath ? { flaw: 'hasPath' } : { origin: url.origin };
}

/**
 * Whether a request to this address may carry the merchant's signature: only WeChat Pay's own hosts and
 * the host of the base URL, with their scheme and port, and no user name in the address.
 *
 * @param baseUrl origin of the base URL
 */
export function mayBeSigned(url: URL, baseUrl: string): boolean {
	if (url.username || url.password) return false;
	// Not url.origin: that of a blob: address is the origin of the address inside it.
	return [MAIN_ORIGIN, BACKUP_ORIGIN, baseUrl].includes(`${url.protocol}//${url.host}`);
}
