import { textsOf, type Values } from '../items/placement';
import { unknownOutcome } from '../transport/callError';
import { refusedCall } from '../transport/send';
import type { CallAnswer } from '../transport/session';
import type { Words } from '../words/words';

/**
 * Takes an answer that is a success as a whole, and may say all the same that the call was refused.
 *
 * @param member what of the answer says why
 * @param told what the user of the account is told
 * @param values what the call was about, under WeChat Pay's names
 * @returns the answer when it does not say so
 * @throws CallError when it does; what of it is true is not known when an attempt before it may have done the work
 */
export function unlessRefused(
	answer: CallAnswer,
	member: string,
	told: Words,
	values: Values,
): CallAnswer {
	const { data, requestId, wasRepeatedBlindly } = answer;
	const why = data[member];
	if (why === undefined || why === null || why === '') return answer;
	const refusal = { status: 200, code: '', message: String(why), requestId };
	const refused = refusedCall(told, refusal, textsOf(values));
	throw wasRepeatedBlindly ? unknownOutcome(refused) : refused;
}
