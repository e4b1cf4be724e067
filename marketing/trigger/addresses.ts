import type { IHookFunctions } from 'n8n-workflow';
import { CallError } from '../transport/callError';
import type { Call } from '../transport/endpoint';
import type { Session } from '../transport/session';
import { activationError } from './activationError';
import { aboutOf, readingCall, settingCall } from './addressKinds';
import type { AddressKind } from './events';
import { RememberedAddresses, type RememberedAddress } from './remembered';

/** Somebody waits for the activation, or n8n for its start. */
const SETTINGS = { timeout: 5000, maxRetries: 1 };

/**
 * What WeChat Pay has for an address: ours, none, the one that was ours before n8n moved, that of another
 * system, or nobody knows.
 */
type Found = { kind: AddressKind } & (
	| { state: 'ours' | 'none' | 'moved' | 'unknown' }
	| { state: 'other'; address: string }
);

/** Whether WeChat Pay cannot be asked for now. A key that does not fit would refuse its notifications, too. */
function isForTheMoment(failure: unknown): boolean {
	if (!(failure instanceof CallError)) return false;
	return failure.facts.passes && failure.condition !== 'unverified';
}

/** All behind the host of an address. */
function pathOf(address: string): string {
	return address.replace(/^\w+:\/\/[^/]*/, '');
}

function listed(words: readonly string[]): string {
	return words.join(' and ');
}

/**
 * The addresses that WeChat Pay has for a merchant, as far as a trigger needs them. That of another system is
 * never replaced unless somebody said so.
 */
export class Addresses {
	private readonly remembered: RememberedAddresses;

	/**
	 * @param mchid the merchant of the credential
	 * @param own the address of the trigger
	 */
	constructor(
		private readonly context: IHookFunctions,
		private readonly session: Session,
		private readonly mchid: string,
		private readonly own: string,
	) {
		this.remembered = new RememberedAddresses(context);
	}

	/**
	 * Whether WeChat Pay has the trigger's address for all of these. When it cannot be asked for the moment,
	 * what it said last counts.
	 *
	 * @throws CallError when WeChat Pay refuses to say, or cannot be asked and never said before
	 */
	async areOurs(kinds: readonly AddressKind[]): Promise<boolean> {
		const found = await this.find(kinds);
		return found.every(({ state }) => state === 'ours');
	}

	/**
	 * Sets the trigger's address where it is not set yet. When one cannot be set, those that took the place of
	 * others are put back.
	 *
	 * @param mayReplace whether it may take the place of others
	 * @throws NodeOperationError, before anything is changed, when there are others and it may not
	 * @throws CallError when WeChat Pay refuses or cannot be reached
	 */
	async set(kinds: readonly AddressKind[], mayReplace: boolean): Promise<void> {
		const found = await this.find(kinds);
		if (!mayReplace) this.refuseReplacing(found);
		const before = new Map(kinds.map((kind) => [kind, this.remembered.get(kind)]));
		let failure: unknown;
		try {
			for (const one of found) {
				if (one.state !== 'ours') await this.setOne(one);
			}
			return;
		} catch (error) {
			failure = error;
		}
		await this.putBack();
		for (const { kind, state } of found) {
			const earlier = before.get(kind);
			// What n8n moved away from is still ours: another try has to know it.
			if (state === 'moved' && earlier) this.remembered.set(kind, earlier);
			else if (state !== 'ours' && this.known(kind)?.replaced === undefined) {
				this.remembered.forget(kind);
			}
		}
		throw failure;
	}

	/**
	 * Puts back every address that the trigger's took the place of, where the trigger's is still set, also when
	 * n8n has moved since. Never throws.
	 */
	async putBack(): Promise<void> {
		for (const kind of this.remembered.kinds) {
			const known = this.remembered.get(kind);
			if (known?.replaced === undefined || !this.isOfThisTrigger(known)) continue;
			const failure = await this.putBackOne(kind, known.address, known.replaced).then(
				() => undefined,
				(error: unknown) => error,
			);
			if (failure === undefined) {
				this.remembered.forget(kind);
				continue;
			}
			this.context.logger.warn(
				`${this.context.getNode().name} could not give the notifications of ${aboutOf(kind)} back to ${known.replaced}: ${(failure as Error).message}. Set that address again in the system that it belongs to, or with the operation Notification Address: Set.`,
			);
		}
	}

	private async putBackOne(kind: AddressKind, set: string, replaced: string): Promise<void> {
		const call = readingCall(kind, this.mchid);
		if (!call || (await this.addressIn(call)) !== set) return;
		await this.call(settingCall(kind, this.mchid, replaced));
	}

	/** A move of n8n changes all but the path of an address; the address of a test has another path. */
	private isOfThisTrigger({ address, mchid }: RememberedAddress): boolean {
		return mchid === this.mchid && pathOf(address) === pathOf(this.own);
	}

	private async find(kinds: readonly AddressKind[]): Promise<Found[]> {
		const reading = kinds.map(async (kind) => await this.readOrRecall(kind));
		// No call may be under way any more when the activation has failed.
		await Promise.allSettled(reading);
		return await Promise.all(reading);
	}

	private async readOrRecall(kind: AddressKind): Promise<Found> {
		let failure: unknown;
		try {
			const found = await this.read(kind);
			if (found.state === 'ours') this.remember(kind, this.replacedBefore(kind));
			return found;
		} catch (error) {
			failure = error;
		}
		if (!isForTheMoment(failure) || !this.known(kind)) throw failure;
		this.context.logger.warn(
			`${this.context.getNode().name} could not ask WeChat Pay for the address of ${aboutOf(kind)}, and goes on with the one that it set before: ${(failure as Error).message}`,
		);
		return { kind, state: 'ours' };
	}

	private async read(kind: AddressKind): Promise<Found> {
		const call = readingCall(kind, this.mchid);
		if (!call) return { kind, state: this.known(kind) ? 'ours' : 'unknown' };
		const address = await this.addressIn(call);
		if (address === '') return { kind, state: 'none' };
		if (address === this.own) return { kind, state: 'ours' };
		const before = this.remembered.get(kind);
		const isMoved = before?.mchid === this.mchid && before.address === address;
		return isMoved ? { kind, state: 'moved' } : { kind, state: 'other', address };
	}

	private async addressIn(call: Call): Promise<string> {
		let failure: unknown;
		try {
			const { notify_url } = await this.call(call);
			return typeof notify_url === 'string' ? notify_url : '';
		} catch (error) {
			failure = error;
		}
		if (failure instanceof CallError && failure.condition === 'notFound') return '';
		throw failure;
	}

	private refuseReplacing(found: readonly Found[]): void {
		const others = found.flatMap((one) =>
			one.state === 'other' ? [`those of ${aboutOf(one.kind)} to ${one.address}`] : [],
		);
		const node = this.context.getNode();
		if (others.length > 0) {
			throw activationError(
				node,
				`WeChat Pay sends notifications to another system: ${listed(others)}`,
				'Nothing was changed. WeChat Pay keeps one address for each merchant and kind of coupon: turn on Replace Address under Options to take it over, or take the events out.',
			);
		}
		const unknown = found.filter(({ state }) => state === 'unknown').map(({ kind }) => kind);
		if (unknown.length > 0) {
			throw activationError(
				node,
				`WeChat Pay does not say which address is set for ${listed(unknown.map(aboutOf))}, so setting it might take it from another system`,
				'Nothing was changed. Turn on Replace Address under Options to set it all the same, or take the event out.',
			);
		}
	}

	private async setOne(found: Found): Promise<void> {
		const { kind, state } = found;
		const before = state === 'moved' ? this.replacedBefore(kind) : undefined;
		// Before the call, so that it can be put back when only the answer is lost.
		this.remember(kind, state === 'other' ? found.address : before);
		await this.call(settingCall(kind, this.mchid, this.own));
	}

	/** What is remembered of an address, when it is the one that the trigger has now. */
	private known(kind: AddressKind) {
		const known = this.remembered.get(kind);
		return known?.address === this.own && known.mchid === this.mchid ? known : undefined;
	}

	/** The address whose place the trigger's took, wherever n8n was then. */
	private replacedBefore(kind: AddressKind): string | undefined {
		const known = this.remembered.get(kind);
		return known && this.isOfThisTrigger(known) ? known.replaced : undefined;
	}

	private remember(kind: AddressKind, replaced: string | undefined): void {
		this.remembered.set(kind, {
			address: this.own,
			mchid: this.mchid,
			...(replaced !== undefined && { replaced }),
		});
	}

	private async call(call: Call) {
		return (await this.session.call(call, SETTINGS, 0)).data;
	}
}
