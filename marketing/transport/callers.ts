import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { Account } from '../account';
import type { Caller } from './attempt';
import { CallError } from './callError';
import { growingWait, waitBeforeRetry } from './retryDecision';
import type { RequestContext } from './send';
import type { Shared } from './shared';
import { cancelledCall, withoutCredential } from './unsent';

/** How often the credential is read again when n8n's database is away. */
const MAX_RETRIES = 3;

/** There is no such input item, so what depends on one comes out otherwise, or not at all. */
const NO_ITEM = -1;

function isSame(one: ICredentialDataDecryptedObject, other: unknown): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}

/**
 * The credential of each input item. It is read once for an execution, since n8n takes it out of its database
 * each time, and so the execution goes on with what it began with; unless expressions in its fields make it
 * another one for each item.
 */
export class Callers {
	private ofAll: Promise<Caller | undefined> | undefined;
	private readonly ofItems = new Map<number, Promise<Caller>>();

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
			const ofNoItem = await this.context.getCredentials(this.account.credential, NO_ITEM);
			return isSame(caller.credential.data ?? {}, ofNoItem) ? caller : undefined;
		} catch {
			return undefined;
		}
	}

	private async read(item: number): Promise<Caller> {
		const { timing } = this.shared;
		for (let failed = 0; ; failed++) {
			const outcome = await this.tryToRead(item);
			if (!(outcome instanceof CallError)) return outcome;
			const random = timing.random();
			if (waitBeforeRetry(outcome, failed, MAX_RETRIES, random) === undefined) throw outcome;
			const isCancelled = await timing.wait(growingWait(failed, random), this.signal).then(
				() => false,
				() => true,
			);
			if (isCancelled) throw cancelledCall();
		}
	}

	private async tryToRead(item: number): Promise<Caller | CallError> {
		try {
			const { credential: type, words } = this.account;
			const data = await this.context.getCredentials(type, item);
			const { id = '', name = '' } = this.context.getNode().credentials?.[type] ?? {};
			return {
				merchant: this.account.parse(data, this.shared.keys),
				credential: { id: id ?? '', name, type, data },
				words,
			};
		} catch (error) {
			return withoutCredential(error);
		}
	}
}
