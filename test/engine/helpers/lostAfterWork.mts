import type { Fault } from '../../simulator/index.mts';

/** The ways in which an answer is lost although the work was done. */
export const LOST_AFTER_WORK: readonly Fault[] = [
	{ kind: 'resetAfterWork' },
	{ kind: 'neverAnswerAfterWork' },
	{ kind: 'truncated' },
	{ kind: 'changedSignature' },
	{ kind: 'probe' },
];
