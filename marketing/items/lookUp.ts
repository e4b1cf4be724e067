import { CallError } from '../transport/callError';

/** Whether WeChat Pay said no, or its answer was lost, so that only a look can tell how things are. */
export function needsLookUp(error: unknown): error is CallError {
	if (!(error instanceof CallError)) return false;
	const { outcome, condition } = error;
	if (outcome === 'unknown') return true;
	return outcome === 'refused' && (condition === 'badRequest' || condition === 'refusedMember');
}

/**
 * What is told when a look shows that it was not done, although it may have been.
 *
 * @param look what showed it
 */
export function notDoneAfterAll(error: CallError, look: string): CallError {
	if (error.outcome === 'refused') return error;
	const { httpCode, code, reason } = error;
	const why = httpCode ? ` (WeChat Pay: ${code} “${reason}”)` : `: ${reason}`;
	return new CallError(`It was not done, as ${look} shows${why}`, {
		...error,
		outcome: 'refused',
	});
}

/** What is told of work that was not begun, because what it depends on could not be read. */
export function notBegun(error: unknown): Error {
	if (!(error instanceof CallError) || error.outcome !== 'unknown') return error as Error;
	return new CallError(error.message, { ...error, outcome: 'notSent' });
}
