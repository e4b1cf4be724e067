import { createHash, type KeyObject } from 'node:crypto';

const CAPACITY = 32;
const keys = new Map<string, KeyObject>();

/**
 * Parses a key once and keeps the result: parsing costs more than a signature does.
 *
 * @param kind keeps keys of different fields apart
 * @param text the key as pasted; only its SHA-256 digest is kept as the name of the entry
 * @param parse makes the key; what it throws is passed on and nothing is kept
 */
export function cachedKey(
	kind: 'privateKey' | 'publicKey',
	text: string,
	parse: (text: string) => KeyObject,
): KeyObject {
	const name = createHash('sha256').update(`${kind}:${text}`).digest('base64');
	const known = keys.get(name);
	if (known) return known;
	const key = parse(text);
	if (keys.size >= CAPACITY) {
		const oldest = keys.keys().next().value;
		if (oldest !== undefined) keys.delete(oldest);
	}
	keys.set(name, key);
	return key;
}
