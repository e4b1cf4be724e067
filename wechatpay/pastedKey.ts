import {
	createPrivateKey,
	createPublicKey,
	sign,
	verify,
	X509Certificate,
	type KeyObject,
} from 'node:crypto';
import { pastedText } from './pastedText';
import { trimmedEnd, trimmedStart } from './trimmed';

/** What was pasted in place of an RSA key. */
export type OtherThanKey =
	| 'empty'
	| 'certificate'
	| 'certificateRequest'
	| 'encryptedKey'
	| 'openSshKey'
	/** a private key and a public key of another kind than RSA */
	| 'otherPrivateKey'
	| 'otherPublicKey'
	/** a value that stands beside the keys */
	| 'serialNo'
	| 'publicKeyId'
	| 'notificationKey'
	| 'fileName'
	/** without its first or its last line */
	| 'cutOff'
	/** something of it is missing or was changed */
	| 'damaged'
	| 'noKey';

/** What was pasted where a key belongs; of a key that is not RSA, `type` is its kind. */
export type PastedKey =
	| { kind: 'privateKey'; key: KeyObject }
	| { kind: 'publicKey'; key: KeyObject }
	| { kind: 'other'; found: OtherThanKey; type?: string };

type WantedKey = 'privateKey' | 'publicKey';

const DASH = '[-\\u2010-\\u2015]';
/** Where a line of a PEM file begins that opens or closes a block; looked for from the first of its dashes only. */
const PEM_LINE = new RegExp(`(?<!${DASH})${DASH}+\\s*(BEGIN|END)`, 'g');
/** What stands behind `BEGIN`: the kind of the block. */
const PEM_HEADER = new RegExp(`([A-Z0-9\\s]*)${DASH}+`, 'y');

const HEADERS = { privateKey: 'PRIVATE KEY', publicKey: 'PUBLIC KEY' };

/**
 * Undoes what a form, a spreadsheet, a chat or a program does to a key: quotes around it, line ends written
 * as `\n` or `\r\n`, with any number of backslashes, Windows line ends, invisible characters.
 */
function withRealLines(text: string): string {
	const lines = pastedText(text)
		.replace(/(?<!\\)(?:\\+r\\+n|\\+n|\\+r)|\r\n?/g, '\n')
		.trim();
	return trimmedEnd(trimmedStart(lines, /["'`“”‘’]/), /["'`“”‘’,;]/).trim();
}

/** A block of a PEM file, still as text. */
interface PemBlock {
	/** what stands between `BEGIN` and the dashes, such as ` PRIVATE KEY` */
	header: string;
	body: string;
}

/** @returns the blocks of a text that have both their lines */
function pemBlocks(text: string): PemBlock[] {
	const blocks: PemBlock[] = [];
	let open: { header: string; start: number } | undefined;
	for (const { index, 0: line, 1: word } of text.matchAll(PEM_LINE)) {
		if (word === 'BEGIN' && !open) {
			PEM_HEADER.lastIndex = index + line.length;
			const header = PEM_HEADER.exec(text)?.[1];
			if (header !== undefined) open = { header, start: PEM_HEADER.lastIndex };
		} else if (word === 'END' && open) {
			blocks.push({ header: open.header, body: text.slice(open.start, index) });
			open = undefined;
		}
	}
	return blocks;
}

function derOf(base64: string): Buffer | undefined {
	const compact = base64.replace(/\s+/g, '');
	// The shortest, an Ed25519 public key, has 59 characters.
	if (!/^[A-Za-z0-9+/]{59,}={0,2}$/.test(compact)) return undefined;
	return Buffer.from(compact, 'base64');
}

function attempt<T>(parse: () => T): T | undefined {
	try {
		return parse();
	} catch {
		return undefined;
	}
}

function privateKeyOf(der: Buffer): KeyObject | undefined {
	for (const type of ['pkcs8', 'pkcs1', 'sec1'] as const) {
		const key = attempt(() => createPrivateKey({ key: der, format: 'der', type }));
		if (key) return key;
	}
	return undefined;
}

function publicKeyOf(der: Buffer): KeyObject | undefined {
	for (const type of ['spki', 'pkcs1'] as const) {
		const key = attempt(() => createPublicKey({ key: der, format: 'der', type }));
		if (key) return key;
	}
	return undefined;
}

function other(found: OtherThanKey, type?: string): PastedKey {
	return { kind: 'other', found, type };
}

/** A key with a wrong character in its middle can still be parsed; it makes signatures that do not verify. */
function isIntact(key: KeyObject): boolean {
	const text = Buffer.from('intact');
	const isVerified = () =>
		verify('RSA-SHA256', text, createPublicKey(key), sign('RSA-SHA256', text, key));
	return attempt(isVerified) ?? false;
}

/** The content decides, not the header: a header can be missing or wrong. */
function fromDer(der: Buffer, header: string): PastedKey {
	const privateKey = privateKeyOf(der);
	if (privateKey) {
		if (privateKey.asymmetricKeyType === 'rsa') {
			return isIntact(privateKey) ? { kind: 'privateKey', key: privateKey } : other('damaged');
		}
		return other('otherPrivateKey', privateKey.asymmetricKeyType);
	}
	const publicKey = publicKeyOf(der);
	if (publicKey) {
		if (publicKey.asymmetricKeyType === 'rsa') return { kind: 'publicKey', key: publicKey };
		return other('otherPublicKey', publicKey.asymmetricKeyType);
	}
	if (attempt(() => new X509Certificate(der))) return other('certificate');
	if (header.includes('ENCRYPTED')) return other('encryptedKey');
	return other(header.includes('REQUEST') ? 'certificateRequest' : 'damaged');
}

/** @returns the PEM text that was put into Base64 as a whole, as secrets are for environment variables */
function wrappedPem(compact: string): string | undefined {
	if (!/^[A-Za-z0-9+/]+={0,2}$/.test(compact)) return undefined;
	const inner = Buffer.from(compact, 'base64').toString('utf8');
	return /-BEGIN[A-Z0-9\s]*-/.test(inner) ? inner : undefined;
}

function withoutHeader(text: string, wanted: WantedKey): PastedKey {
	const compact = text.replace(/\s+/g, '');
	if (compact === '') return other('empty');
	if (/^[0-9A-Fa-f]{40}$/.test(compact)) return other('serialNo');
	if (/^PUB_KEY_ID_/i.test(compact)) return other('publicKeyId');
	if (/^[0-9A-Za-z]{32}$/.test(compact)) return other('notificationKey');
	if (/\.(pem|key|crt|cer|p12|txt)$/i.test(text)) return other('fileName');
	const pem = wrappedPem(compact);
	if (pem) return readPastedKey(pem, wanted);
	const der = derOf(compact);
	return der ? fromDer(der, '') : other('noKey');
}

/**
 * Reads a key that was pasted, however its line ends were lost: real newlines, the
 * two characters `\n`, blanks instead of newlines, one single line, Windows line ends, quotes around it,
 * the Base64 text alone, or the whole file in Base64 once more. PKCS#8 and PKCS#1 are both understood.
 *
 * @param text what was pasted; may hold several PEM blocks, of which the first of the wanted kind counts
 * @param wanted the kind of key that it is to be
 * @returns the key, or what was pasted instead; never throws and never repeats the text
 */
export function readPastedKey(text: string, wanted: WantedKey): PastedKey {
	const clean = withRealLines(text);
	const found = pemBlocks(clean);
	const blocks = found.map(({ header, body }): PastedKey => {
		if (body.includes('ENCRYPTED')) return other('encryptedKey');
		if (header.includes('OPENSSH')) return other('openSshKey');
		const der = derOf(body);
		return der ? fromDer(der, header) : other('damaged');
	});
	// A certificate in front of a key that cannot be used is not what is wrong with it.
	const named = found.findIndex(({ header }) => header.includes(HEADERS[wanted]));
	const block = blocks.find(({ kind }) => kind === wanted) ?? blocks[named] ?? blocks[0];
	if (block) return block;
	return clean.search(PEM_LINE) >= 0 ? other('cutOff') : withoutHeader(clean, wanted);
}
