import type { Refusal, RefusalDetail } from '../../wechatpay/refusal';
import { identifiesPerson, shortened, withoutPersons } from '../../wechatpay/persons';
import { meaningOf, type RefusalMeaning } from '../../wechatpay/refusalMeaning';
import { accountRefusals } from './accountRefusals';
import { DETAILS } from './detailCodes';
import type { Labels } from './labels';
import { REFUSALS } from './refusals';
import type { Explanation } from './told';

/** Values of a call that tell which object it was about, under WeChat Pay's names. */
export type CallValues = Readonly<Record<string, string | undefined>>;

/** Longer values are not repeated in a message. */
const LONGEST_VALUE = 64;

function shown(name: string, value: string): string {
	return identifiesPerson(name) ? shortened(value) : value;
}

function named(what: string, value: string | undefined): string {
	if (value === undefined || value === '') return what;
	const [article = '', ...noun] = what.split(' ');
	const name = noun.join(' ');
	const isFirst = /^[A-Z]/.test(article);
	return `${isFirst ? name.charAt(0).toUpperCase() + name.slice(1) : name} ${value}`;
}

/**
 * Puts values into a meaning or a remedy, in place of `{the stock:stock_id}`, `{values}` and `{names}`, and of
 * `{, or of the day?bill_date}` when the value is known. What identifies a person is shortened.
 */
export function spell(meaning: string, values: CallValues): string {
	const known = Object.fromEntries(
		Object.entries(values).flatMap(([name, value = '']) =>
			value === '' ? [] : [[name, shown(name, value)]],
		),
	);
	const list = Object.entries(known)
		.map(([name, value]) => `${name} ${value}`)
		.join(', ');
	return meaning.replace(
		/\{(?:values|(names))\}|\{([^{}:?]+)([:?])(\w+)\}/g,
		(_, names = '', what = '', sign = '', name = '') => {
			if (names) return list && ` (${Object.keys(known).join(', ')})`;
			if (sign === '') return list && `: ${list}`;
			if (sign === ':') return named(what, known[name]);
			return known[name] ? `${what} ${known[name]}` : '';
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
	const said = withoutPersons(detail.issue);
	if (name === '') return said && `: ${said}`;
	const place = detail.location && ` in the ${detail.location}`;
	const isShown = detail.value !== '' && detail.value.length <= LONGEST_VALUE;
	const value = isShown ? ` is “${withoutPersons(shown(name, detail.value))}”` : '';
	const issue = said && ` (${said})`;
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
 * Makes what is told of refusals, in English: what they mean, and what to do.
 *
 * @returns a function that takes a refusal and the values of its call, so that the meaning names the object that
 * it is about
 */
export function refusalWords(labels: Labels) {
	const told: Readonly<Record<RefusalMeaning, Explanation>> = {
		...REFUSALS,
		...DETAILS,
		...accountRefusals(labels),
	};
	return (refusal: Refusal, values: CallValues = {}): Explanation => {
		const { meaning, remedy } = told[meaningOf(refusal)];
		const ofStatus = meaning.replace('{status}', String(refusal.status));
		return {
			meaning: spell(ofStatus, values) + aboutDetail(refusal.detail),
			remedy: spell(remedy, values),
		};
	};
}
