import type { ICredentialTestRequest } from 'n8n-workflow';
import { BASE_URL } from '../marketing/words/labels';
import type { Words } from '../marketing/words/words';

type Rule = Extract<
	NonNullable<ICredentialTestRequest['rules']>[number],
	{ type: 'responseSuccessBody' }
>;

/** A rule that makes the test fail when a member of the answer has this value. */
function notWhen(key: string, value: string | undefined, message: string): Rule {
	return { type: 'responseSuccessBody', properties: { key, value, message } };
}

const FOREIGN = `The answer does not come from the API of WeChat Pay. Check ${BASE_URL} and any proxy on the way.`;

/**
 * What is not WeChat Pay's: no code, or one that is no text, is shorter than two letters or does not begin in
 * capitals. A rule can only compare one member with one value, so it looks at the second letter.
 */
const FOREIGN_CODES: Rule[] = [undefined, ...'0123456789abcdefghijklmnopqrstuvwxyz'].map((letter) =>
	notWhen('code.1', letter, FOREIGN),
);

/** Codes of gateways, which look like those of WeChat Pay. */
const CODES_OF_GATEWAYS: Rule[] = [
	'ACCESS_DENIED',
	'BAD_GATEWAY',
	'BAD_REQUEST',
	'BLOCKED',
	'ERROR',
	'FAIL',
	'FORBIDDEN',
	'GATEWAY_TIMEOUT',
	'INTERNAL_ERROR',
	'INTERNAL_SERVER_ERROR',
	'OK',
	'SUCCESS',
	'UNAUTHENTICATED',
	'UNAUTHORIZED',
].map((code) => notWhen('code', code, FOREIGN));

const TRY_LATER = 'WeChat Pay is busy, so nothing is known about the credential. Try again later.';

/** Codes of WeChat Pay's that say nothing about a credential. */
const CODES_OF_TROUBLE: Rule[] = [
	'SYSTEM_ERROR',
	'SERVICE_UNAVAILABLE',
	'FREQUENCY_LIMITED',
	'FREQUENCY_LIMIT_EXCEED',
	'RATELIMIT_EXCEEDED',
].map((code) => notWhen('code', code, TRY_LATER));

/** What is wrong with the credential when WeChat Pay answers so. */
export interface Refusals {
	/** codes, and messages word for word but for a full stop behind them */
	messages: ReadonlyArray<readonly [code: string, message: string]>;
	/** codes, whatever their message, and what is told of them when that is not what is told of the code */
	codes: ReadonlyArray<readonly [code: string, told?: string]>;
}

/**
 * Makes the rules of the test of a credential, which asks for what cannot exist: it fails for answers that are not
 * WeChat Pay's, for those that say nothing, and for those that refuse the credential.
 *
 * @param words of the account
 */
export function testRules(words: Words, { messages, codes }: Refusals): Rule[] {
	const told = (code: string, message = ''): string => {
		const { meaning, remedy } = words.refusal({ status: 401, code, message, requestId: '' });
		return `${meaning}. ${remedy}`;
	};
	return [
		...FOREIGN_CODES,
		...CODES_OF_GATEWAYS,
		...messages.flatMap(([code, message]) =>
			['', '。'].map((end) => notWhen('message', message + end, told(code, message))),
		),
		...codes.map(([code, ofCode]) => notWhen('code', code, ofCode ?? told(code))),
		...CODES_OF_TROUBLE,
	];
}
