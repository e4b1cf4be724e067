import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { KeyCache } from '../../wechatpay/keyCache';
import type { Account } from '../account';
import type { Caller } from './attempt';
import { CallError } from './callError';
import { growingWait, waitBeforeRetry } from './retryDecision';
import type { RequestContext } from './send';
import type { Shared } from './shared';
import { isAbortedWithin } from './timing';
import { cancelledCall, withoutCredential } from './unsent';

/** How often the credential is read again when n8n's database is away. */
const MAX_RETRIES = 3;

/** There is no such input item, so what depends on one comes out otherwise, or not at all. */
const NO_ITEM = -1;

/** Lists of the editor and triggers have no input items: they call as for a single one. */
function numberOfItems(context: RequestContext): number {
	return 'getInputData' in context ? context.getInputData().length : 1;
}

/**
 * The input items whose credentials are compared: the first, the last and up to eight between, some of them side
 * by side, so that neither blocks of rows nor rows in turn look like one.
 */
function sampleOf(items: number): number[] {
	const last = Math.max(0, items - 1);
	const spread = [1, 2, 3, 4, 5].map((part) => Math.round((part * last) / 6));
	return [...new Set([0, ...[1, 2, 3, ...spread].filter((item) => item < last), last])];
}

function isSame(one: ICredentialDataDecryptedObject, other: unknown): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}

/** What gives the credential of an input item. */
export type CallerOf = Pick<Callers, 'of'>;

/**
 * Reads the credential of an input item.
 *
 * @param keys those that were parsed before
 * @throws CredentialError about the first field that is wrong, and what n8n throws
 */
export async function readCaller(
	context: RequestContext,
	account: Account,
	keys: KeyCache,
	item: number,
): Promise<Caller> {
	const { credential: type, words } = account;
	const data = await context.getCredentials(type, item);
	const { id = '', name = '' } = context.getNode().credentials?.[type] ?? {};
	return {
		merchant: account.parse(data, keys),
		credential: { id: id ?? '', name, type, data },
		words,
	};
}

/**
 * The credential of each input item. It is read once for an execution, since n8n takes it out of its database
 * each time, and so the execution goes on with what it began with; unless expressions in its fields make it
 * another one for some items. Whether they do is seen from a sample of the items, and from no item.
 */
export class Callers {
	private ofAll: Promise<Caller | undefined> | undefined;
	private readonly ofItems = new Map<number, Promise<Caller>>();
	/** the last reading failed however often it was tried: whatever keeps n8n from it is not waited for again */
	private hasGivenUp = false;

	/**
	 * @param account whose credential it is
	 * @param shared what it shares with other executions
	 * @param signal aborts when the user stops the execution
	 */
	constructor(
		private readonly context: RequestContext,
		private readonly account: Account,
		private readonly shared: Shared,
		private readonly signal: AbortSignal | undefined,
	) {}

	/** @throws CallError, not sent, when the credential cannot be read or a field of it is wrong */
	async of(item: number): Promise<Caller> {
		this.ofAll ??= this.readOfAll(item);
		return (await this.ofAll) ?? (await this.ofItem(item));
	}

	private async ofItem(item: number): Promise<Caller> {
		const known = this.ofItems.get(item);
		if (known) return await known;
		const caller = this.read(item);
		this.ofItems.set(item, caller);
		caller.catch(() => this.ofItems.delete(item));
		return await caller;
	}

	/** @returns `undefined` when the credential has to be read for every item */
	private async readOfAll(item: number): Promise<Caller | undefined> {
		try {
			const caller = await this.ofItem(item);
			const data = caller.credential.data ?? {};
			for (const other of sampleOf(numberOfItems(this.context))) {
				if (!isSame(data, (await this.ofItem(other)).credential.data)) return undefined;
			}
			const ofNoItem = await this.context.getCredentials(this.account.credential, NO_ITEM);
			return isSame(data, ofNoItem) ? caller : undefined;
		} catch {
			return undefined;
		}
	}

	private async read(item: number): Promise<Caller> {
		const { timing } = this.shared;
		for (let failed = 0; ; failed++) {
			const outcome = await this.tryToRead(item);
			if (!(outcome instanceof CallError)) {
				this.hasGivenUp = false;
				return outcome;
			}
			const random = timing.random();
			const maxRetries = this.hasGivenUp ? 0 : MAX_RETRIES;
			if (waitBeforeRetry(outcome, failed, maxRetries, random) === undefined) {
				this.hasGivenUp ||= failed === MAX_RETRIES;
				throw outcome;
			}
			const wait = growingWait(failed, random);
			if (await isAbortedWithin(wait, timing, this.signal)) throw cancelledCall();
		}
	}

	private async tryToRead(item: number): Promise<Caller | CallError> {
		try {
			return await readCaller(this.context, this.account, this.shared.keys, item);
		} catch (error) {
			return withoutCredential(error);
		}
	}
}
