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

/**
 * @param value the API Base URL as typed in; empty means WeChat Pay's main host
 * @returns its origin, or a complaint that completes the sentence "API Base URL …"
 */
export function parseOrigin(value: string): { origin: string } | { complaint: string } {
	if (value === '') return { origin: MAIN_ORIGIN };
	const url = parseUrl(value);
	if (!url) return { complaint: 'is not a web address' };
	if (url.protocol !== 'https:' && !(url.protocol === 'http:' && LOOPBACK.has(url.hostname))) {
		return { complaint: 'does not begin with https://' };
	}
	if (url.username || url.password) return { complaint: 'contains a user name or password' };
	if (url.pathname !== '/' || url.search || url.hash) {
		return { complaint: 'has something behind the host name' };
	}
	return { origin: url.origin };
}

/**
 * Whether a request to this address may carry the merchant's signature: only WeChat Pay's own hosts and
 * the host of the base URL, with their scheme and port, and no user name in the address.
 *
 * @param baseUrl origin of the credential's base URL
 */
export function mayBeSigned(url: URL, baseUrl: string): boolean {
	if (url.username || url.password) return false;
	// Not url.origin: that of a blob: address is the origin of the address inside it.
	return [MAIN_ORIGIN, BACKUP_ORIGIN, baseUrl].includes(`${url.protocol}//${url.host}`);
}
