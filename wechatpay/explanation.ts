import { detailCode } from './detailCodes';
import { KNOWN_REFUSALS, KNOWN_WORDS, type Advice, type KnownRefusal } from './errorCodes';
import type { Refusal, RefusalDetail } from './refusal';

/** A refusal in English. */
export interface Explanation {
	/** what happened, a sentence without its full stop */
	meaning: string;
	/** what to do, one or more sentences */
	remedy: string;
}

/** Values of a call that tell which object it was about, under WeChat Pay's names. */
export type CallValues = Readonly<Record<string, string | undefined>>;

/** Longer values are not repeated in a message. */
const LONGEST_VALUE = 64;

function byStatus({ status, code, requestId }: Refusal): Explanation {
	if (status === 429) {
		return {
			meaning: 'WeChat Pay received more calls than it allows',
			remedy:
				'Run the workflow again later with the same values, or lower Requests Per Second under Options.',
		};
	}
	if (status >= 500) {
		return {
			meaning: `WeChat Pay is not available at the moment (HTTP ${status})`,
			remedy: 'Run the workflow again later with the same values.',
		};
	}
	if (status >= 300 && status < 400) {
		return {
			meaning: `The answer is a redirect (HTTP ${status}), which is never followed`,
			remedy: 'Check API Base URL in the credential.',
		};
	}
	if (status >= 400 && code === '' && requestId === '') {
		return {
			meaning: `What answered is not the API of WeChat Pay (HTTP ${status})`,
			remedy: 'Check API Base URL in the credential, and any proxy on the way.',
		};
	}
	return {
		// One of many is refused in an answer that is a success as a whole.
		meaning:
			status < 300 ? 'WeChat Pay refused this one' : `WeChat Pay refused the call (HTTP ${status})`,
		remedy:
			'Follow the message of WeChat Pay; without one, check API Base URL in the credential. WeChat Pay support asks for the Request-ID.',
	};
}

/** Words that are known say most; the number of the Request-ID says more than a code or a status does. */
function adviceOn(refusal: Refusal): Advice {
	const message = refusal.message.toLowerCase();
	const isSaid = ({ says }: KnownRefusal) =>
		says !== undefined && message.includes(says.toLowerCase());
	const ofCode = Object.hasOwn(KNOWN_REFUSALS, refusal.code)
		? (KNOWN_REFUSALS[refusal.code] ?? [])
		: [];
	return (
		KNOWN_WORDS.find(isSaid) ??
		ofCode.find(isSaid) ??
		detailCode(refusal.requestId) ??
		ofCode.find(({ says }) => says === undefined) ??
		byStatus(refusal)
	);
}

function named(what: string, value: string | undefined): string {
	if (value === undefined || value === '') return what;
	const [article = '', ...noun] = what.split(' ');
	const name = noun.join(' ');
	const isFirst = /^[A-Z]/.test(article);
	return `${isFirst ? name.charAt(0).toUpperCase() + name.slice(1) : name} ${value}`;
}

/**
 * Puts values into a meaning, in place of `{the stock:stock_id}` and `{values}`, and of `{, or of the day?bill_date}`
 * when the value is known.
 */
export function spell(meaning: string, values: CallValues): string {
	const known = Object.entries(values).filter(([, value]) => value !== undefined && value !== '');
	const list = known.map(([name, value]) => `${name} ${value}`).join(', ');
	return meaning.replace(
		/\{values\}|\{([^{}:?]+)([:?])(\w+)\}/g,
		(_, what = '', sign = '', name = '') => {
			if (sign === '') return list && `: ${list}`;
			if (sign === ':') return named(what, values[name]);
			return values[name] ? `${what} ${values[name]}` : '';
		},
	);
}

/** `/query/brand_id` and `/body/stores/0/store_id` as a user may know them. */
function fieldName({ field, location }: RefusalDetail): string {
	const steps = field.split('/').filter(Boolean);
	return (steps[0] === location ? steps.slice(1) : steps).join('.');
}

function aboutField(detail: RefusalDetail): string {
	const name = fieldName(detail);
	if (name === '') return detail.issue && `: ${detail.issue}`;
	const place = detail.location && ` in the ${detail.location}`;
	const isShown = detail.value !== '' && detail.value.length <= LONGEST_VALUE;
	const value = isShown ? ` is “${detail.value}”` : '';
	const issue = detail.issue && ` (${detail.issue})`;
	return `: ${name}${place}${value}${issue}`;
}

/** What WeChat Pay says of a header is about the signature: no value of it is repeated. */
function aboutDetail(detail: RefusalDetail | undefined): string {
	if (!detail) return '';
	const { sign_information: seen, location } = detail;
	if (seen) return `: what it saw is ${seen.method} ${seen.url.split('?')[0]}`;
	return ['authorization', 'header'].includes(location) ? '' : aboutField(detail);
}

/**
 * Says in English what a refusal means and what to do: by the words of the message, by the number at the
 * end of the Request-ID, else by the code alone or by the HTTP status; the most specific of them, once.
 *
 * @param values of the call, so that the meaning names the object that it is about
 * @see https://pay.weixin.qq.com/docs/partner/development/interface-rules/basic-rules.html
 */
export function explain(refusal: Refusal, values: CallValues = {}): Explanation {
	const { meaning, remedy } = adviceOn(refusal);
	return { meaning: spell(meaning, values) + aboutDetail(refusal.detail), remedy };
}
