/** characters that WeChat Pay takes */
const LONGEST = 256;

/** Networks that nobody outside can reach: this machine, private ones, those of a link. */
const PRIVATE_IPV4 =
	/^(0|10|127)\.|^169\.254\.|^192\.168\.|^172\.(1[6-9]|2\d|3[01])\.|^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./;
const PRIVATE_IPV6 = /^\[(::1?|f[cd][\da-f]{2}:.*|fe[89ab][\da-f]:.*|::ffff:.*)\]$/;
const PRIVATE_NAME = /(^|\.)(localhost|local|localdomain|internal|lan|home\.arpa|test)$/;

function parsed(address: string): URL | undefined {
	try {
		return new URL(address);
	} catch {
		return undefined;
	}
}

function isPublic(host: string): boolean {
	if (host.startsWith('[')) return !PRIVATE_IPV6.test(host);
	return host.includes('.') && !PRIVATE_IPV4.test(host) && !PRIVATE_NAME.test(host);
}

/**
 * Says why WeChat Pay cannot call an address.
 *
 * @returns completes the sentence "The address … "; `undefined` when WeChat Pay can
 */
export function complaintAboutAddress(address: string): string | undefined {
	const url = parsed(address);
	if (!url) return 'is not a web address';
	if (url.protocol !== 'https:') return 'does not begin with https://';
	if (!isPublic(url.hostname.replace(/\.$/, ''))) return 'is of a host that only you can reach';
	if (url.username || url.password) return 'has a user name or password in it';
	if (address.includes('?') || address.includes('#')) return 'has something behind its path';
	return address.length > LONGEST ? `has more than ${LONGEST} characters` : undefined;
}
