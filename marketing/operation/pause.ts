import { cancelledCall } from '../transport/unsent';
import { isAbortedWithin, type Timing } from '../transport/timing';

/** milliseconds for which n8n is held before it gets on with other things: many pauses cost time themselves */
const HOLD = 15;

/**
 * Makes the pauses of an execution, which works out thousands of expressions in one go otherwise.
 *
 * @param signal aborts when the user stops the execution
 * @returns lets n8n get on with other things, if it was held for so long since the last time; throws a CallError,
 * not sent, when the execution was cancelled
 */
export function pauseOf(timing: Timing, signal: AbortSignal | undefined): () => Promise<void> {
	let since = timing.now();
	return async () => {
		if (timing.now() - since < HOLD) return;
		if (await isAbortedWithin(0, timing, signal)) throw cancelledCall();
		since = timing.now();
	};
}
