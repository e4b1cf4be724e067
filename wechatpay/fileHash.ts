/** The hash that WeChat Pay gives beside the address of a file. */
export interface FileHash {
	/** as node:crypto names it */
	kind: string;
	/** lower-case hexadecimal digits */
	value: string;
}

const KINDS: Readonly<Record<number, string>> = { 32: 'md5', 40: 'sha1', 64: 'sha256' };

/**
 * Reads the hash of a file.
 *
 * @param kind such as `SHA1`; `undefined` where the answer does not say it, then its length does
 * @returns `undefined` when it is none, or of another kind than is said
 * @see https://pay.weixin.qq.com/doc/v3/merchant/4012463585
 */
export function readFileHash(value: unknown, kind?: unknown): FileHash | undefined {
	if (typeof value !== 'string' || !/^[\da-f]+$/i.test(value)) return undefined;
	const known = KINDS[value.length];
	const isAsSaid = kind === undefined || String(kind).toLowerCase().replace('-', '') === known;
	return known !== undefined && isAsSaid ? { kind: known, value: value.toLowerCase() } : undefined;
}
