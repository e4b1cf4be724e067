import { detailMeaning, type DetailMeaning } from './detailCodes';
import { KNOWN_REFUSALS, KNOWN_WORDS, type CodeMeaning } from './errorCodes';
import type { Refusal } from './refusal';

/** What an answer without a known code can mean. */
export type StatusMeaning =
	| 'tooMany'
	| 'unavailable'
	| 'redirect'
	| 'notWeChatPay'
	| 'memberRefused'
	| 'refused';

/** What a refusal can mean, by a name. */
export type RefusalMeaning = CodeMeaning | DetailMeaning | StatusMeaning;

interface Known {
	says?: string;
	means: CodeMeaning;
}

const CODES: Readonly<Record<string, readonly Known[]>> = KNOWN_REFUSALS;

function byStatus({ status, code, requestId }: Refusal): StatusMeaning {
	if (status === 429) return 'tooMany';
	if (status >= 500) return 'unavailable';
	if (status >= 300 && status < 400) return 'redirect';
	if (status >= 400 && code === '' && requestId === '') return 'notWeChatPay';
	// One of many is refused in an answer that is a success as a whole.
	return status < 300 ? 'memberRefused' : 'refused';
}

/**
 * Finds what a refusal means: by the words of the message, which say most, by the number at the end of the
 * Request-ID or in place of a code, else by the code alone or by the HTTP status.
 *
 * @see https://pay.weixin.qq.com/docs/partner/development/interface-rules/basic-rules.html
 */
export function meaningOf(refusal: Refusal): RefusalMeaning {
	const message = refusal.message.toLowerCase();
	const isSaid = ({ says }: Known) => says !== undefined && message.includes(says.toLowerCase());
	const ofCode = Object.hasOwn(CODES, refusal.code) ? (CODES[refusal.code] ?? []) : [];
	const said = KNOWN_WORDS.find(isSaid) ?? ofCode.find(isSaid);
	return (
		said?.means ??
		detailMeaning(refusal.requestId) ??
		detailMeaning(refusal.code) ??
		ofCode.find(({ says }) => says === undefined)?.means ??
		byStatus(refusal)
	);
}
