import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import ts from 'typescript';
import { WeChatPayMarketingApi } from '../../credentials/WeChatPayMarketingApi.credentials.ts';
import { WHY_UNREACHABLE, type WordedCondition } from '../../marketing/transport/conditions.ts';
import { unansweredCall } from '../../marketing/transport/noAnswer.ts';
import type { CredentialError } from '../../marketing/words/credential.ts';
import { spell } from '../../marketing/words/explanation.ts';
import { merchantWords } from '../../marketing/words/merchant.ts';
import {
	CredentialFieldError,
	type CredentialField,
	type CredentialFlaw,
} from '../../wechatpay/credential.ts';
import { DETAIL_CODES } from '../../wechatpay/detailCodes.ts';
import { KNOWN_REFUSALS, KNOWN_WORDS } from '../../wechatpay/errorCodes.ts';
import type { NotificationRefusal } from '../../wechatpay/notification.ts';
import type { FailedCheck } from '../../wechatpay/signedMessage.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Without what Markdown adds to a text. */
const plain = (markdown: string): string => markdown.replace(/[\\`]/g, '').replace(/\s+/g, ' ');

const page = plain(read('docs/errors.md'));
const rows = read('docs/errors.md')
	.split('\n')
	.filter((line) => line.startsWith('|') && !/^\|[\s:|-]+\|$/.test(line))
	.map((line) => line.split('|').map((cell) => plain(cell).trim()));

/** Fields and lists of n8n's editor: they say what things are, not what happened. */
const LABELS = [
	'action',
	'content',
	'description',
	'displayName',
	'example',
	'hint',
	'name',
	'placeholder',
];

/** The same, in constants; and what only a developer can read. */
const IN_CONSTANTS = [
	'1000 fen is',
	'Operations disagree on the order of their fields',
	'The brand that owns the product coupon',
	'The turn is no longer wanted',
	'the files of reports',
	'WeChat Pay allows {} a minute',
	'WeChat Pay does nothing twice under one number.',
];

function isThrown(node: ts.Node): boolean {
	for (let outer = node.parent; outer; outer = outer.parent) {
		if (ts.isNewExpression(outer)) return true;
	}
	return false;
}

const sources = ['credentials', 'nodes', 'marketing', 'wechatpay'].flatMap((folder) =>
	readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
		.filter((path) => path.endsWith('.ts'))
		.map((path) => join(folder, path)),
);

/**
 * The texts of a source file that have several words; what is put in while it runs is `{}`. Chinese words are
 * those of WeChat Pay, which are compared and not shown.
 */
function textsOf(path: string): string[] {
	const texts: string[] = [];
	// Pages of operations are made of what the editor shows; only what they throw is a message.
	const isShown = (node: ts.Node): boolean => !path.includes('/resources/') || isThrown(node);
	const visit = (node: ts.Node): void => {
		// What the compiler says.
		if (ts.isTypeNode(node)) return;
		const isProperty = ts.isPropertyAssignment(node) || ts.isPropertyDeclaration(node);
		if (isProperty && LABELS.includes(node.name.getText())) return;
		if (ts.isStringLiteralLike(node) && isShown(node)) texts.push(node.text);
		if (ts.isTemplateExpression(node) && isShown(node)) {
			texts.push(
				node.head.text + node.templateSpans.map(({ literal }) => `{}${literal.text}`).join(''),
			);
		}
		node.forEachChild(visit);
	};
	visit(ts.createSourceFile(path, read(path), ts.ScriptTarget.ES2022, true));
	return texts
		.map((text) => spell(text, {}).trim())
		.filter((text) => !IN_CONSTANTS.some((start) => text.startsWith(start)))
		.filter((text) => /[A-Za-z\d}]+ [a-z{]/.test(text) && !/\p{Script=Han}/u.test(text));
}

const texts = sources.flatMap(textsOf);

/** A text as the page writes it, `{something}` or an example in place of what is put in. */
function onPage(text: string): RegExp {
	const fixed = text.split('{}').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
	return new RegExp(fixed.join('[^|]{1,90}?'));
}

describe('every text that a user can read is on the page', () => {
	test('the texts are found in the code', () => {
		expect(texts).toEqual(
			expect.arrayContaining([
				'A parameter is missing or not valid',
				'holds a public key ID',
				'is a private key that is not RSA ({})',
				'the header {} is missing or came twice, so the answer is not signed',
				'is longer than {} characters: {} has {}',
				'The execution was cancelled before the call was made',
			]),
		);
	});

	test.each([...new Set(texts)])('%s', (text) => {
		expect(onPage(text).test(page)).toBe(true);
	});
});

describe('detail codes', () => {
	test.each(Object.keys(DETAIL_CODES))('%s', (code) => {
		const { meaning, remedy } = merchantWords.refusal({
			status: 400,
			code: 'SOMETHING_NEW',
			message: '',
			requestId: `08E68E97CC-${code}`,
		});
		expect(rows).toContainEqual(['', code, meaning, remedy, '']);
	});

	test('there are no others on the page', () => {
		expect(rows.filter(([, code = '']) => /^\d{9}$/.test(code))).toHaveLength(
			Object.keys(DETAIL_CODES).length,
		);
	});
});

describe("WeChat Pay's codes", () => {
	const words = KNOWN_WORDS.map((entry) => ({ code: 'any', ...entry }));
	const entries = Object.entries(KNOWN_REFUSALS).flatMap(([code, ofCode]) =>
		ofCode.map((entry: { says?: string }) => ({ code, ...entry })),
	);

	test.each([...words, ...entries])('$code $says', ({ code, says }) => {
		const { meaning, remedy } = merchantWords.refusal({
			status: 400,
			code: code === 'any' ? 'SOMETHING_NEW' : code,
			message: says ?? '',
			requestId: '',
		});
		const [row] = rows.filter(
			([, first, second = '']) => first === code && (says ? second === says : /^any/.test(second)),
		);
		expect(row?.slice(3)).toEqual([meaning, remedy, '']);
	});

	test('there are no others on the page', () => {
		const told = rows.filter(
			([, first = '', , , , end]) => /^([A-Z]+(_[A-Z]+)+|any)$/.test(first) && end === '',
		);
		expect(told).toHaveLength(words.length + entries.length);
	});
});

describe('checks', () => {
	const ofBoth: Exclude<FailedCheck, { check: 'serial' }>[] = [
		{ check: 'headers', header: '{name}' },
		{ check: 'type' },
		{ check: 'timestamp' },
		{ check: 'signature', found: 'otherContent' },
		{ check: 'signature', found: 'probe' },
	];
	const answers: FailedCheck[] = [...ofBoth, { check: 'serial', serial: 'another' }];
	const notifications: NotificationRefusal[] = [
		...ofBoth,
		{ check: 'size' },
		{ check: 'serial', found: 'otherPublicKey' },
		{ check: 'serial', found: 'platformCertificate' },
		{ check: 'serial', found: 'otherCertificate' },
		{ check: 'serial', found: 'ownCertificate' },
		{ check: 'serial', found: 'noSerial' },
		{ check: 'json', found: 'noNotification' },
		{ check: 'json', found: 'noObject' },
		{ check: 'algorithm' },
		{ check: 'decryption', found: 'noKey' },
		{ check: 'decryption', found: 'wrongKey' },
	];
	const told = [
		...answers.map((failed) => ({ of: 'answer', ...failed, ...merchantWords.answer(failed) })),
		...notifications.map((refusal) => ({
			of: 'notification',
			...refusal,
			...merchantWords.notification(refusal),
		})),
	];

	test.each(told)('$of $check: $reason', ({ check, reason, remedy }) => {
		expect(rows).toContainEqual(['', check, reason, remedy, '']);
	});
});

describe('the credential', () => {
	test.each<[CredentialField, CredentialFlaw]>([
		['callerId', 'noMerchantId'],
		['callerId', 'brandIdInstead'],
		['serialNo', 'noSerialNo'],
		['privateKey', 'noKey'],
		['publicKeyId', 'ownSerialNo'],
		['publicKey', 'noKey'],
		['publicKey', 'ownPublicKey'],
		['notificationKey', 'noNotificationKey'],
		['baseUrl', 'noAddress'],
		['processes', 'noProcesses'],
		['defaultBrandId', 'noDefaultBrandId'],
		['defaultAppid', 'noAppid'],
	])('%s: %s', (field, flaw) => {
		const { remedy } = merchantWords.thrown(
			new CredentialFieldError(field, flaw),
		) as CredentialError;
		const label = merchantWords.labels.fields[field];
		expect(rows).toContainEqual(['', label, expect.any(String), remedy, '']);
	});
});

describe('network conditions', () => {
	const codes: Array<[WordedCondition, string]> = [
		...Object.keys(WHY_UNREACHABLE).map((code): [WordedCondition, string] => ['unreachable', code]),
		['tooSlow', 'ECONNABORTED'],
		['tooSlow', 'ETIMEDOUT'],
		['untrusted', 'CERT_HAS_EXPIRED'],
		['insecure', 'EPROTO'],
		['cancelledUnderWay', 'ERR_CANCELED'],
		['lost', 'ECONNRESET'],
		['lost', 'NO_ANSWER'],
	];

	test.each(codes)('%s: %s', (condition, code) => {
		const { message, remedy } = unansweredCall(condition, code);
		const row = rows.find(
			([, first = '', second]) => first.split(/[ ,;]+/).includes(code) && second === message,
		);
		expect(row).toBeDefined();
		if (row?.[3]?.includes('{code}')) expect(row[3]).toBe(remedy.replace(code, '{code}'));
	});

	test('all of them are looked at', () => {
		expect(Object.keys(WHY_UNREACHABLE).length).toBeGreaterThan(5);
	});
});

test('the page has every field of the credential', () => {
	const names = new WeChatPayMarketingApi().properties.map(({ displayName }) => displayName);
	expect(rows.map(([, first]) => first)).toEqual(expect.arrayContaining(names));
});
