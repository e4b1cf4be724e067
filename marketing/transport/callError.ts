import { CONDITIONS, type Condition, type ConditionFacts } from './conditions';

/**
 * What is true of the work that a call was to do: WeChat Pay said no; it may have done it although the
 * answer was lost; or it never heard of it.
 */
export type CallOutcome = 'refused' | 'unknown' | 'notSent';

const OUTCOMES = { no: 'notSent', maybe: 'unknown', yes: 'refused' } as const;

/** What has to be known of a failure, and what may be. */
type Failure = Pick<CallError, 'condition' | 'code' | 'remedy'> &
	Partial<Pick<CallError, 'outcome' | 'reason' | 'httpCode' | 'requestId' | 'retryAfter'>>;

/** A call that gave no data: what happened, what to do, and what WeChat Pay's support asks for. */
export class CallError extends Error {
	readonly condition!: Condition;
	/** WeChat Pay's code, or the name of the check or of the condition */
	readonly code!: string;
	/** what to do, sentences */
	readonly remedy!: string;
	/** that of the condition, unless more is known */
	readonly outcome!: CallOutcome;
	/** WeChat Pay's own words, or ours when it said nothing */
	readonly reason!: string;
	/** for WeChat Pay's support; empty when no answer came */
	readonly requestId: string = '';
	/** the HTTP status, where it is what says that the call was refused: not of a refused member of a good answer */
	readonly httpCode?: string;
	/** milliseconds before which the answer wants no other call */
	readonly retryAfter?: number;

	/** @param message what happened */
	constructor(message: string, failure: Failure) {
		super(message);
		const outcome = OUTCOMES[CONDITIONS[failure.condition].reached];
		Object.assign(this, { outcome, reason: message, ...failure, name: 'CallError' });
	}

	/** What holds whenever this condition comes about. */
	get facts(): ConditionFacts {
		return CONDITIONS[this.condition];
	}
}

/** A call that changes something and gave no result, although WeChat Pay may have carried it out. */
export function unknownOutcome(failure: CallError): CallError {
	return new CallError(
		`${failure.message}. It is not known whether WeChat Pay carried the call out`,
		{ ...failure, outcome: 'unknown' },
	);
}
