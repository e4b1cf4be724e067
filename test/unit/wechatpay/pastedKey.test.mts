import type { KeyObject } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readPastedKey } from '../../../wechatpay/pastedKey.ts';
import { certificatePem } from '../helpers/certificates.mts';
import { bareBase64, privatePem, publicPem, rsaKeyPair } from '../helpers/keys.mts';
import { runs } from '../helpers/runs.mts';

const keys = rsaKeyPair();
const { privateKey, publicKey } = keys;

type Kind = 'privateKey' | 'publicKey';

/** Every file that holds the key of a kind. */
const FILES: Record<Kind, Record<string, string>> = {
	privateKey: {
		'PKCS#8': privatePem(privateKey, 'pkcs8'),
		'PKCS#1': privatePem(privateKey, 'pkcs1'),
	},
	publicKey: {
		SPKI: publicPem(publicKey, 'spki'),
		'PKCS#1': publicPem(publicKey, 'pkcs1'),
	},
};

function expectSameKey(pasted: string, kind: Kind): void {
	const found = readPastedKey(pasted, kind);
	expect(found.kind).toBe(kind);
	const { key } = found as { key: KeyObject };
	expect(key.equals(keys[kind])).toBe(true);
}

const inLines = (separator: string) => (pem: string) => pem.trim().split('\n').join(separator);
const BAG =
	'Bag Attributes\n    friendlyName: Tenpay Certificate\n    localKeyID: 54 69 6D 65 \nKey Attributes: <No Attributes>\n';

const WAYS: Record<string, (pem: string) => string> = {
	'as it is': (pem) => pem,
	'without the last line feed': (pem) => pem.trim(),
	'Windows line ends': (pem) => pem.replaceAll('\n', '\r\n'),
	'old Macintosh line ends': inLines('\r'),
	'line ends as the characters \\n': inLines('\\n'),
	'line ends as the characters \\r\\n': inLines('\\r\\n'),
	'line ends escaped twice': inLines('\\\\n'),
	'line ends escaped three times': inLines('\\\\\\\\r\\\\\\\\n'),
	'the whole file in Base64': (pem) => Buffer.from(pem).toString('base64'),
	'the whole file in Base64, in lines, with quotes': (pem) =>
		`"${Buffer.from(pem).toString('base64').replace(/.{76}/g, '$&\n')}"`,
	'Base64 of a file with Windows line ends': (pem) =>
		Buffer.from(pem.replaceAll('\n', '\r\n')).toString('base64'),
	'digits and letters of full width': (pem) =>
		pem.replaceAll(/[0-9A-Z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
	'direction marks': (pem) => pem.replaceAll('B', '\u202dB\u202c'),
	'blanks instead of line ends': inLines(' '),
	'several blanks and tabs instead of line ends': inLines(' \t  '),
	'one single line': inLines(''),
	'lines indented': inLines('\n      '),
	'an empty line between lines': inLines('\n\n'),
	'no-break blanks': (pem) => pem.replaceAll(/[ \n]/g, '\u00a0'),
	'first and last line broken at every blank': (pem) => pem.replaceAll(' ', '\n'),
	'double quotes': (pem) => `"${pem.trim()}"`,
	'single quotes': (pem) => `'${pem.trim()}'`,
	'typographic quotes': (pem) => `“${pem.trim()}”`,
	'backticks and a comma': (pem) => `\`${pem.trim()}\`,`,
	'a member of a JSON file': (pem) => `"privateKey": ${JSON.stringify(pem)},`,
	'a byte order mark': (pem) => `\ufeff${pem}`,
	'zero-width blanks': (pem) => pem.replaceAll('A', 'A\u200b'),
	'en dashes': (pem) => pem.replaceAll('-----', '–––––'),
	'em dashes, as word processors join them': (pem) => pem.replaceAll('-----', '——-'),
	'lines of OpenSSL before it': (pem) => BAG + pem,
	'a line of a chat after it': (pem) => `${pem}Sent from my phone`,
	'without its first and last line': bareBase64,
	'without them, on one line, in quotes': (pem) => `"${bareBase64(pem).replaceAll('\n', '')}"`,
	'without them, line ends as the characters \\n': (pem) => inLines('\\n')(bareBase64(pem)),
	'with the label of another kind': (pem) =>
		pem.replaceAll(/(BEGIN|END) [A-Z ]+/g, '$1 CERTIFICATE'),
	'behind a certificate': (pem) => certificatePem(keys) + pem,
	'before a certificate': (pem) => pem + certificatePem(keys),
};

describe.each(['privateKey', 'publicKey'] as const)('%s', (kind) => {
	describe.each(Object.keys(FILES[kind]))('%s', (encoding) => {
		const pem = FILES[kind][encoding]!;
		test.each(Object.keys(WAYS))('%s', (way) => {
			expectSameKey(WAYS[way]!(pem), kind);
		});
	});

	test('is found beside the other half', () => {
		const both = Object.values(FILES.privateKey).concat(Object.values(FILES.publicKey));
		expectSameKey(both.join('\n'), kind);
		expectSameKey(both.reverse().join('\n'), kind);
	});
});

describe('any mixture of what happens to a key on its way', () => {
	const kinds = fc.constantFrom<Kind>('privateKey', 'publicKey');
	const separators = fc.constantFrom('\n', '\r\n', '\\n', '\\r\\n', '\r', ' ', '  ', '', '\n\n');
	const quotes = fc.constantFrom(
		['', ''],
		['"', '"'],
		["'", "'"],
		['“', '”'],
		['‘', '’'],
		['`', '`'],
		[' "', '", '],
	);
	const invisible = fc.array(
		fc.tuple(
			fc.nat({ max: 2000 }),
			fc.constantFrom('\ufeff', '\u200b', '\u200c', '\u200d', '\u2060'),
		),
		{ maxLength: 5 },
	);
	const insert = (text: string, characters: [number, string][]): string =>
		characters.reduce(
			(result, [at, character]) => result.slice(0, at) + character + result.slice(at),
			text,
		);

	test('PEM', () => {
		const dashes = fc.constantFrom('-----', '–––––', '—', '——-', '---', '‐‐‐‐‐');
		const junk = fc.constantFrom<string[]>(
			[],
			['Bag Attributes', '  localKeyID: 54 69 6D'],
			['商户私钥：'],
			['key = '],
		);
		fc.assert(
			fc.property(
				fc.tuple(kinds, fc.nat({ max: 1 })),
				separators,
				quotes,
				dashes,
				fc.tuple(junk, junk),
				invisible,
				([kind, encoding], separator, [open, close], dash, [before, after], characters) => {
					const lines = Object.values(FILES[kind])[encoding]!.trim().split('\n');
					const text = [...before, ...lines, ...after].join(separator).replaceAll('-----', dash);
					expectSameKey(insert(`${open}${text}${close}`, characters), kind);
				},
			),
			{ numRuns: runs(1500) },
		);
	});

	test('Base64 alone', () => {
		fc.assert(
			fc.property(
				fc.tuple(kinds, fc.nat({ max: 1 })),
				separators,
				quotes,
				invisible,
				([kind, encoding], separator, [open, close], characters) => {
					const lines = bareBase64(Object.values(FILES[kind])[encoding]!).split('\n');
					expectSameKey(insert(`${open}${lines.join(separator)}${close}`, characters), kind);
				},
			),
			{ numRuns: runs(500) },
		);
	});
});

test('never throws, whatever is pasted', () => {
	const pieces = fc.constantFrom(
		'-----BEGIN ',
		'PRIVATE KEY',
		'-----',
		'-----END ',
		'\n',
		'\\n',
		'"',
		'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj',
		'PUB_KEY_ID_',
	);
	const texts = fc.array(fc.oneof(pieces, fc.string({ unit: 'binary' })), { maxLength: 12 });
	fc.assert(
		fc.property(
			texts,
			fc.constantFrom('privateKey' as const, 'publicKey' as const),
			(text, kind) => {
				expect(readPastedKey(text.join(''), kind)).toMatchObject({ kind: 'other' });
			},
		),
		{ numRuns: runs(500) },
	);
});

test.each([
	['blanks', `-----BEGIN${' '.repeat(3000)}.`],
	['dashes', `${'-'.repeat(3000)}.`],
	['line ends', `-----BEGIN PRIVATE KEY${'\n'.repeat(3000)}.`],
])('a very long run of %s is refused', (_, text) => {
	expect(readPastedKey(text, 'privateKey').kind).toBe('other');
});

describe('a million characters cost no more than their number', () => {
	const run = (text: string) => text.repeat(Math.ceil(1_000_000 / text.length));

	test.each([
		'-',
		'- ',
		'\\',
		'\\r\\',
		'"',
		' ',
		'-----BEGIN',
		'-----BEGIN-----',
		'-----BEGIN PRIVATE KEY-----\n',
		'-----END-----',
		'-----BEGIN ----- ',
		'A',
	])('of %j', (text) => {
		for (const around of ['', 'x']) {
			const pasted = `${around}${run(text)}${around}`;
			expect(readPastedKey(pasted, 'privateKey')).toMatchObject({ kind: 'other' });
		}
	});
});

test('lines are made as by an expression that begins at every backslash', () => {
	const texts = fc.string({
		unit: fc.constantFrom('\\', 'r', 'n', '\r', '\n', 'x'),
		maxLength: 10,
	});
	const pem = FILES.publicKey.SPKI!;
	fc.assert(
		fc.property(texts, (text) => {
			const lines = text.replace(/\\+r\\+n|\\+n|\\+r|\r\n?/g, '\n');
			const isBlank = lines.trim() === '';
			const pasted = readPastedKey(pem.replace('\n', `\n${text}`), 'publicKey');
			expect(pasted.kind).toBe(isBlank ? 'publicKey' : 'other');
		}),
		{ numRuns: runs(500) },
	);
});
