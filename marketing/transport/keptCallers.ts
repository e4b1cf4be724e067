import { forgetOldest } from '../../wechatpay/forgetOldest';
import type { Caller } from './attempt';
import type { Timing } from './timing';

/** milliseconds for which a credential is used without being read again */
const LIFETIME = 30_000;
/** milliseconds for which it is not read again whatever it does not fit: anybody may send what does not */
const LEAST = 1000;
/** Credentials that are kept. */
const MOST = 200;

interface Kept {
	caller: Promise<Caller>;
	readAt: number;
	/** whether it could not be read */
	isBad: boolean;
}

/** The credentials of triggers: for a webhook, n8n takes longer to give one out than for all the rest. */
export class KeptCallers {
	/** the one that was read the longest time ago first */
	private readonly kept = new Map<string, Kept>();

	constructor(private readonly timing: Timing) {}

	/**
	 * The credential of a trigger, read within the last 30 seconds; one that could not be read, within the last.
	 *
	 * @param trigger what tells the trigger and its credential from all others
	 * @param read reads it
	 * @throws what `read` throws
	 */
	async of(trigger: string, read: () => Promise<Caller>): Promise<Caller> {
		const known = this.kept.get(trigger);
		const isFresh = known !== undefined && this.age(known) < (known.isBad ? LEAST : LIFETIME);
		return await (isFresh ? known : this.read(trigger, read)).caller;
	}

	/**
	 * The credential as it is now, when what came does not fit the one that is kept.
	 *
	 * @returns `undefined` when that was read within the last second
	 * @throws what `read` throws
	 */
	async anew(trigger: string, read: () => Promise<Caller>): Promise<Caller | undefined> {
		const known = this.kept.get(trigger);
		if (known && this.age(known) < LEAST) return undefined;
		return await this.read(trigger, read).caller;
	}

	private age({ readAt }: Kept): number {
		return this.timing.now() - readAt;
	}

	private read(trigger: string, read: () => Promise<Caller>): Kept {
		const kept: Kept = { caller: read(), readAt: this.timing.now(), isBad: false };
		kept.caller.catch(() => (kept.isBad = true));
		this.kept.delete(trigger);
		this.kept.set(trigger, kept);
		forgetOldest(this.kept, MOST);
		return kept;
	}
}
