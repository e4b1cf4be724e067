import { unexpectedAnswer, type Answer } from '../../transport/attempt';
import { CallError } from '../../transport/callError';
import { entriesOf, totalOf, type CountedEntries } from './entries';

/** Asks for the page of a number. */
export type AskPage = (number: number) => Promise<Answer>;

async function unlessRefused(answer: Promise<Answer>): Promise<Answer | CallError> {
	let refusal: unknown;
	try {
		return await answer;
	} catch (error) {
		refusal = error;
	}
	if (refusal instanceof CallError && refusal.condition === 'badRequest') return refusal;
	throw refusal;
}

/**
 * Whether page 1 is the first one: then the last page has the number that the total gives. Counted from 0 that
 * number is behind the end.
 */
async function isFirst(one: Answer, ask: AskPage, pages: CountedEntries): Promise<boolean> {
	const total = totalOf(one, pages);
	const size = entriesOf(one, pages).length;
	if (size >= total) return true;
	if (size === 0) return false;
	const last = Math.ceil(total / size);
	const answer = await unlessRefused(ask(last));
	if (answer instanceof CallError) return false;
	return entriesOf(answer, pages).length >= total - (last - 1) * size;
}

/**
 * Finds out with which number a list begins. One that begins with page 1 refuses page 0, or has nothing on it,
 * or gives page 1 for it.
 *
 * @param enough how many entries make a second page needless
 * @throws CallError when page 0 is refused, or has nothing on it, and is not shown to be none
 */
export async function firstNumber(
	ask: AskPage,
	pages: CountedEntries,
	enough: number,
): Promise<number> {
	const zero = await unlessRefused(ask(0));
	if (zero instanceof CallError) {
		const one = await unlessRefused(ask(1));
		if (one instanceof CallError || !(await isFirst(one, ask, pages))) throw zero;
		return 1;
	}
	const ofZero = entriesOf(zero, pages);
	if (ofZero.length >= Math.min(enough, totalOf(zero, pages))) return 0;
	const one = await ask(1);
	const ofOne = entriesOf(one, pages);
	if (ofZero.length > 0) return JSON.stringify(ofOne) === JSON.stringify(ofZero) ? 1 : 0;
	if (ofOne.length === 0) return 0;
	if (await isFirst(one, ask, pages)) return 1;
	throw unexpectedAnswer('WeChat Pay gave the first page of the list empty', zero.requestId);
}
