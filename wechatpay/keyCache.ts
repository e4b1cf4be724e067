import { createHash, type KeyObject } from 'node:crypto';
import { forgetOldest } from './forgetOldest';

const CAPACITY = 32;

/** Parsed keys: parsing one costs more than a signature does. */
export class KeyCache {
	private readonly keys = new Map<string, KeyObject>();

	/**
	 * Parses a key once and keeps the result.
	 *
	 * @param kind keeps keys of different fields apart
	 * @param text the key as pasted; only its SHA-256 digest is kept as the name of the entry
	 * @param parse makes the key; what it throws is passed on and nothing is kept
	 */
	key(
		kind: 'privateKey' | 'publicKey',
		text: string,
		parse: (text: string) => KeyObject,
	): KeyObject {
		const name = createHash('sha256').update(`${kind}:${text}`).digest('base64');
		const known = this.keys.get(name);
		if (known) return known;
		const key = parse(text);
		this.keys.set(name, key);
		forgetOldest(this.keys, CAPACITY);
		return key;
	}
}

/** The keys of this process: what signs and what verifies share them. */
export const keysOfProcess = new KeyCache();
