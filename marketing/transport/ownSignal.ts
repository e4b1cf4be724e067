/** Why a signal of ours aborts, which nobody reads: without a reason Node makes an error for each, n8n without an error. */
const ENDED = new Error();

/** Who has a signal of their own, by the signal that ends them all. */
const dependants = new WeakMap<AbortSignal, Set<AbortController>>();

function abortAll(this: AbortSignal): void {
	for (const dependant of dependants.get(this) ?? []) dependant.abort(ENDED);
}

/**
 * A signal for one who waits, which aborts with that of the execution: Node warns of many listeners on the same
 * signal, and its own way to make one of another takes longer than all else in a wait.
 */
export class OwnSignal {
	private readonly controller = new AbortController();
	readonly signal = this.controller.signal;

	/** @param of aborts when the user stops the execution */
	constructor(private readonly of: AbortSignal | undefined) {
		if (!of) return;
		if (of.aborted) {
			this.controller.abort(ENDED);
			return;
		}
		const others = dependants.get(of) ?? new Set();
		if (others.size === 0) {
			dependants.set(of, others);
			of.addEventListener('abort', abortAll);
		}
		others.add(this.controller);
	}

	/** Depends on the other signal no longer; to be called when nobody waits any more. */
	release(): void {
		const others = this.of && dependants.get(this.of);
		if (others?.delete(this.controller) && others.size === 0) {
			this.of?.removeEventListener('abort', abortAll);
		}
	}

	/** Ends whoever still waits. */
	abort(): void {
		this.release();
		this.controller.abort(ENDED);
	}
}
