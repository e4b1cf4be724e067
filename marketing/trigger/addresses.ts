import type { IHookFunctions } from 'n8n-workflow';
import { isJsonObject } from '../../wechatpay/losslessJson';
import { CallError } from '../transport/callError';
import { activationError } from './activationError';
import type { AddressKind } from './events';
import { aboutOf, type NotifyUrls } from './notifyUrls';

/** An address that the trigger set, or found set already. */
interface Remembered {
	address: string;
	/** the merchant whose address it is */
	mchid: string;
	/** the one of another system that it took the place of */
	replaced?: string;
}

/**
 * What WeChat Pay has for an address: ours, none, the one that was ours before n8n moved, that of another
 * system, or nobody knows.
 */
type Found = { kind: AddressKind } & (
	| { state: 'ours' | 'none' | 'moved' | 'unknown' }
	| { state: 'other'; address: string }
);

function readRemembered(value: unknown): Remembered | undefined {
	if (!isJsonObject(value)) return undefined;
	const { address, mchid, replaced } = value;
	if (typeof address !== 'string' || typeof mchid !== 'string') return undefined;
	return { address, mchid, ...(typeof replaced === 'string' && { replaced }) };
}

/** The addresses of a trigger in n8n's static data, which outlives restarts. */
function rememberedIn(context: IHookFunctions): Map<AddressKind, Remembered> {
	const { addresses } = context.getWorkflowStaticData('node');
	const found = new Map<AddressKind, Remembered>();
	for (const [kind, value] of Object.entries(isJsonObject(addresses) ? addresses : {})) {
		const one = readRemembered(value);
		if (one) found.set(kind as AddressKind, one);
	}
	return found;
}

/** Whether one of a trigger's addresses took the place of another system's. */
export function hasReplaced(context: IHookFunctions): boolean {
	return [...rememberedIn(context).values()].some(({ replaced }) => replaced !== undefined);
}

/** Whether WeChat Pay cannot be asked for now. A key that does not fit would refuse its notifications, too. */
function isForTheMoment(failure: unknown): boolean {
	if (!(failure instanceof CallError)) return false;
	return failure.facts.passes && failure.condition !== 'unverified';
}

/** An address up to its path. */
function hostOf(address: string): string {
	return /^\w+:\/\/[^/]*/.exec(address)?.[0] ?? '';
}

function pathOf(address: string): string {
	return address.slice(hostOf(address).length);
}

function listed(words: readonly string[]): string {
	return words.join(' and ');
}

/**
 * The addresses that WeChat Pay has for a merchant, as far as a trigger needs them. That of another system is
 * never replaced unless somebody said so.
 */
export class Addresses {
	private readonly remembered: Map<AddressKind, Remembered>;

	/**
	 * @param own the address of the trigger
	 * @param givenUp what addresses of triggers that are off had taken the place of
	 */
	constructor(
		private readonly context: IHookFunctions,
		private readonly urls: NotifyUrls,
		private readonly own: string,
		private readonly givenUp: Map<string, string>,
	) {
		this.remembered = rememberedIn(context);
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
		const before = new Map(this.remembered);
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
			if (state === 'moved' && earlier) this.remember(kind, earlier);
			else if (state !== 'ours' && !this.known(kind)?.replaced) this.remember(kind, undefined);
		}
		throw failure;
	}

	/**
	 * Puts back every address that the trigger's took the place of, where the trigger's is still set, also when
	 * n8n has moved since. What is left is told in n8n's log. Never throws.
	 */
	async putBack(): Promise<void> {
		for (const [kind, known] of [...this.remembered]) {
			const { replaced } = known;
			if (replaced === undefined || !this.isOfThisTrigger(known)) continue;
			if (known.mchid !== this.urls.mchid) {
				this.warn(
					`did not give the notifications of ${aboutOf(kind)} back to ${replaced}, because the credential is no longer that of ${known.mchid}, whose they are. Set that address again with a credential of ${known.mchid} and the operation Notification Address: Set`,
				);
				continue;
			}
			const failure = await this.putBackOne(kind, known.address, replaced).then(
				() => undefined,
				(error: unknown) => error,
			);
			if (failure === undefined) {
				this.remember(kind, undefined);
				continue;
			}
			this.warn(
				`could not give the notifications of ${aboutOf(kind)} back to ${replaced}: ${(failure as Error).message}. Set that address again in the system that it belongs to, or with the operation Notification Address: Set`,
			);
		}
	}

	/** One that another trigger of this process had, which is off now, gives way to what that one replaced. */
	private async putBackOne(kind: AddressKind, set: string, replaced: string): Promise<void> {
		const found = await this.urls.read(kind);
		if (found === replaced) return;
		if (found !== set) {
			this.givenUp.set(this.keyOf(kind, set), replaced);
			this.warn(
				`did not give the notifications of ${aboutOf(kind)} back to ${replaced}, because ${found || 'no address'} is set by now. When that one is not wanted any more, set ${replaced} again with the operation Notification Address: Set`,
			);
			return;
		}
		const before = this.beforeAnyOfOurs(kind, replaced);
		await this.urls.set(kind, before);
		if (hostOf(before) === hostOf(set)) {
			this.warn(
				`gave the notifications of ${aboutOf(kind)} back to ${before}, which is another workflow of this n8n. If that one is not active, set the address that they should go to with the operation Notification Address: Set`,
			);
		}
	}

	private beforeAnyOfOurs(kind: AddressKind, replaced: string): string {
		const passed = new Set<string>();
		let before = replaced;
		for (;;) {
			const next = this.givenUp.get(this.keyOf(kind, before));
			if (next === undefined || passed.has(next)) return before;
			passed.add(next);
			before = next;
		}
	}

	private keyOf(kind: AddressKind, address: string): string {
		return [this.urls.mchid, kind, address].join(' ');
	}

	private warn(what: string): void {
		this.context.logger.warn(`${this.context.getNode().name} ${what}.`);
	}

	/** A move of n8n changes all but the path of an address; the address of a test has another path. */
	private isOfThisTrigger({ address }: Remembered): boolean {
		return pathOf(address) === pathOf(this.own);
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
			if (found.state === 'ours') this.rememberOwn(kind, this.replacedBefore(kind));
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
		const address = await this.urls.read(kind);
		if (address === undefined) return { kind, state: this.known(kind) ? 'ours' : 'unknown' };
		if (address === '') return { kind, state: 'none' };
		if (address === this.own) return { kind, state: 'ours' };
		const before = this.remembered.get(kind);
		const isMoved = before?.mchid === this.urls.mchid && before.address === address;
		return isMoved ? { kind, state: 'moved' } : { kind, state: 'other', address };
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
				'Nothing was changed. WeChat Pay keeps one address for each account and kind of coupon: turn on Replace Address under Options to take it over, or take the events out.',
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
		this.givenUp.delete(this.keyOf(kind, this.own));
		// Before the call, so that it can be put back when only the answer is lost.
		this.rememberOwn(kind, state === 'other' ? found.address : before);
		await this.urls.set(kind, this.own);
	}

	/** What is remembered of an address, when it is the one that the trigger has now. */
	private known(kind: AddressKind) {
		const known = this.remembered.get(kind);
		return known?.address === this.own && known.mchid === this.urls.mchid ? known : undefined;
	}

	/** The address whose place the trigger's took, wherever n8n was then. */
	private replacedBefore(kind: AddressKind): string | undefined {
		const known = this.remembered.get(kind);
		const isOurs = known && known.mchid === this.urls.mchid && this.isOfThisTrigger(known);
		return isOurs ? known.replaced : undefined;
	}

	private rememberOwn(kind: AddressKind, replaced: string | undefined): void {
		const { mchid } = this.urls;
		this.remember(kind, { address: this.own, mchid, ...(replaced !== undefined && { replaced }) });
	}

	/** @param one `undefined` to forget what was remembered */
	private remember(kind: AddressKind, one: Remembered | undefined): void {
		if (one) this.remembered.set(kind, one);
		else this.remembered.delete(kind);
		this.context.getWorkflowStaticData('node').addresses = Object.fromEntries(this.remembered);
	}
}
