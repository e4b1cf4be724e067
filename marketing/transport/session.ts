import { NodeOperationError } from 'n8n-workflow';
import type { Credential } from '../../wechatpay/credential';
import type { Account } from '../account';
import { attempt, unexpectedAnswer, type Answer, type Caller, type Destination } from './attempt';
import { CallError, unknownOutcome } from './callError';
import { Callers, type CallerOf } from './callers';
import { fetchFile, type FileBody, type RemoteFile } from './file';
import { callOf, requestOf, type Call, type CallRequest, type Endpoint } from './endpoint';
import { limitOfQuota, limitOfRate, Pace } from './pace';
import { unansweredCall } from './noAnswer';
import { Patience } from './patience';
import { waitBeforeRetry, waitForTurn } from './retryDecision';
import type { RequestContext } from './send';
import type { Shared } from './shared';
import { isAbortedWithin, type Timing } from './timing';
import { beforeSending, cancelledCall, withoutTurn } from './unsent';

/** How a call is made, from the Options of the node. */
export interface CallSettings {
	/** milliseconds without an answer after which an attempt is given up */
	timeout: number;
	/** attempts after the first one */
	maxRetries: number;
	/** calls a second that this execution makes; `undefined` = the documented quota, 0 or Infinity = no limit */
	requestsPerSecond?: number;
	/**
	 * milliseconds for which it waits for its turn, where somebody waits for it; `undefined` = until the turn comes,
	 * and for five minutes when WeChat Pay refuses it again and again as one too many
	 */
	patience?: number;
}

/** What is known of the attempts before the one that gave a result. */
interface Attempts {
	/** whether an earlier one may have been carried out although its answer was lost */
	wasRepeatedBlindly: boolean;
}

/** A verified answer, and what is known of the attempts before it. */
export type CallAnswer = Answer & Attempts;

/** What is tried, and tried again. */
interface Work<T> {
	endpoint: Endpoint;
	/** where it goes first; the base URL of the credential unless given */
	origin?: string;
	/** @throws CallError when it gives nothing */
	attempt(caller: Caller, to: Destination): Promise<T>;
}

/** Files of reports have no documented quota. */
const FILES: Endpoint = { method: 'GET', path: 'the files of reports' };

/** Whether an execution asks for more calls than WeChat Pay documents. */
function isBeyond(requestsPerSecond: number, { quota }: Endpoint): boolean {
	const { calls, within } = limitOfQuota(quota);
	return requestsPerSecond > (calls / within) * 1000;
}

/** @returns how often a call may be made again after this failure: never where that could do its work twice */
function retriesAfter(
	{ facts }: CallError,
	{ repeatsWork }: Endpoint,
	{ maxRetries }: CallSettings,
): number {
	return repeatsWork && facts.reached !== 'no' ? 0 : maxRetries;
}

/** A call that stayed one too many however long it waited for its turn. */
function outOfTurn(failure: CallError, times: number, milliseconds: number): CallError {
	if (times === 1) return failure;
	const seconds = Math.round(milliseconds / 1000);
	return new CallError(`${failure.message}, ${times} times within ${seconds} s`, failure);
}

/** @throws CallError, not sent, when a value cannot be sent */
function written(call: Call): CallRequest {
	let thrown: unknown;
	try {
		return requestOf(call);
	} catch (error) {
		thrown = error;
	}
	throw beforeSending(thrown);
}

/** All calls of one execution of the node: they are counted together. */
export class Session {
	/** attempts that were made, repeated ones among them */
	calls = 0;
	retries = 0;
	/** milliseconds that calls waited for the quota; those that waited together count once */
	waited = 0;
	private readonly timing: Timing;
	/** what Requests Per Second asks for, by its value */
	private readonly ownPaces = new Map<number, Pace>();
	/** of each pace, how much of its holding is in `waited` already */
	private readonly countedHolding = new Map<Pace, number>();

	/**
	 * @param account who calls
	 * @param shared what it shares with other executions
	 * @param signal aborts when the user stops the execution
	 * @param callers what gives the credential of an input item; n8n unless given
	 */
	constructor(
		private readonly context: RequestContext,
		readonly account: Account,
		private readonly shared: Shared,
		private readonly signal: AbortSignal | undefined,
		private readonly callers: CallerOf = new Callers(context, account, shared, signal),
	) {
		this.timing = shared.timing;
	}

	/**
	 * The credential of an input item, checked.
	 *
	 * @throws CallError, not sent, when there is none or a field of it is wrong
	 */
	async merchant(item: number): Promise<Credential> {
		return (await this.callers.of(item)).merchant;
	}

	/**
	 * Makes a call and gives its verified answer. What may pass by itself is tried again with the same values
	 * and a new signature; when WeChat Pay's main host cannot be reached, on its backup host. A call that is
	 * one too many waits for its turn again.
	 *
	 * @param ofPage as its page writes it, for whatever account
	 * @param item index of the input item whose credential signs
	 * @throws CallError for a call that gave no data
	 */
	async call(ofPage: Call, settings: CallSettings, item: number): Promise<CallAnswer> {
		const call = callOf(this.account, ofPage);
		const request = written(call);
		const { timing, signal } = this;
		const work: Work<Answer> = {
			...call,
			attempt: async (caller, to) =>
				await attempt(this.context, caller, request, to, { timing, signal }),
		};
		return await this.perform(work, settings, item);
	}

	/**
	 * Fetches a file that an answer named, checked against its hash. What may pass by itself is tried again.
	 *
	 * @param receive reads the file to its end; what it gives counts only when the whole file fits its hash
	 * @throws CallError when the file cannot be had or does not fit, and what `receive` throws
	 */
	async fetch<T extends object>(
		file: RemoteFile,
		settings: CallSettings,
		item: number,
		receive: (body: FileBody) => Promise<T>,
	): Promise<T & Attempts> {
		const { timing, signal } = this;
		const work: Work<T> = {
			endpoint: FILES,
			origin: file.url.origin,
			attempt: async (caller, to) =>
				await fetchFile(this.context, caller, file, to, { timing, signal }, receive),
		};
		return await this.perform(work, settings, item);
	}

	private async perform<T extends object>(
		work: Work<T>,
		settings: CallSettings,
		item: number,
	): Promise<T & Attempts> {
		const caller = await this.callers.of(item);
		const { baseUrl } = caller.merchant;
		const { origins } = this.shared;
		let origin = origins.first(work.origin ?? baseUrl, baseUrl);
		let mayBeDone = false;
		let failed = 0;
		let crowded = 0;
		let crowdedSince = 0;
		const asked = this.timing.now();
		for (;;) {
			const left = settings.patience && asked + settings.patience - this.timing.now();
			const turn = { ...settings, patience: left };
			const outcome = await this.inTurn(work.endpoint, caller, turn, async () => {
				const to = { origin, timeout: settings.timeout };
				return await this.attempt(work, caller, to);
			});
			if (!(outcome instanceof CallError)) return { ...outcome, wasRepeatedBlindly: mayBeDone };
			let wait: number | undefined;
			if (outcome.condition === 'tooMany') {
				if (crowded === 0) crowdedSince = this.timing.now();
				const elapsed = this.timing.now() - crowdedSince;
				wait = waitForTurn(outcome, crowded++, elapsed, this.timing.random(), left);
				if (wait === undefined) {
					throw this.failed(outOfTurn(outcome, crowded, elapsed), work, mayBeDone);
				}
			} else {
				const retries = retriesAfter(outcome, work.endpoint, settings);
				wait = waitBeforeRetry(outcome, failed++, retries, this.timing.random());
				if (wait === undefined) throw this.failed(outcome, work, mayBeDone);
			}
			mayBeDone ||= outcome.facts.reached === 'maybe';
			if (outcome.facts.otherHost) origin = origins.otherThan(origin, baseUrl);
			if (await isAbortedWithin(wait, this.timing, this.signal)) {
				throw this.failed(cancelledCall(), work, mayBeDone);
			}
			if (!outcome.facts.isUnsent) this.retries++;
		}
	}

	/** @param wasRepeatedBlindly whether an attempt before this one may have been carried out */
	private failed(
		failure: CallError,
		{ endpoint }: Pick<Call, 'endpoint'>,
		wasRepeatedBlindly: boolean,
	): CallError {
		const changes = endpoint.method !== 'GET';
		const mayBeDone = wasRepeatedBlindly || failure.facts.reached === 'maybe';
		if (changes && mayBeDone) return unknownOutcome(failure);
		if (!wasRepeatedBlindly || failure.outcome !== 'notSent') return failure;
		return new CallError(failure.message, { ...failure, outcome: 'unknown' });
	}

	/** @returns the answer, or why there is none */
	private async inTurn<T>(
		endpoint: Endpoint,
		{ merchant }: Caller,
		{ requestsPerSecond, patience: milliseconds }: CallSettings,
		work: () => Promise<T | CallError>,
	): Promise<T | CallError> {
		const rate = requestsPerSecond === 0 ? Infinity : requestsPerSecond;
		const own = this.ownPace(rate);
		const isUnlimited = rate !== undefined && isBeyond(rate, endpoint);
		const patience = new Patience(milliseconds, this.timing, this.signal);
		const workInTurn = async () => {
			// Looked up at the last moment, since a pace that nobody uses yet may be forgotten.
			const pace = this.shared.paces.of(merchant, endpoint);
			return await this.held(pace, { isUnlimited, patience }, async () => {
				patience.end();
				const begin = this.timing.now();
				const outcome = await work();
				if (outcome instanceof CallError && outcome.condition === 'tooMany') {
					pace.slowDown(begin, outcome.retryAfter);
				}
				return outcome;
			});
		};
		try {
			return await (own ? this.held(own, { patience }, workInTurn) : workInTurn());
		} catch (error) {
			if (this.signal?.aborted) return cancelledCall();
			if (patience.isOver) return withoutTurn();
			throw new NodeOperationError(this.context.getNode(), error as Error);
		}
	}

	private async attempt<T>(work: Work<T>, caller: Caller, to: Destination): Promise<T | CallError> {
		if (this.signal?.aborted) return cancelledCall();
		let failure: unknown;
		try {
			const result = await work.attempt(caller, to);
			this.calls++;
			return result;
		} catch (error) {
			failure = error;
		}
		const isAnswered = failure instanceof CallError && !failure.facts.isUnsent;
		// What n8n throws, or gives, at a stop does not say whether the call was under way.
		if (!isAnswered && this.signal?.aborted) {
			this.calls++;
			return unansweredCall('cancelledUnderWay', 'ERR_CANCELED');
		}
		// Whatever keeps the call from leaving n8n is a CallError: an answer came that nobody foresaw.
		if (!(failure instanceof CallError) && work.endpoint.method !== 'GET') {
			this.calls++;
			return unexpectedAnswer(
				`The answer of WeChat Pay could not be read: ${(failure as Error).message}`,
				'',
			);
		}
		if (!(failure instanceof CallError)) throw failure;
		if (!failure.facts.isUnsent) this.calls++;
		return failure;
	}

	/** @param rate calls a second */
	private ownPace(rate: number | undefined): Pace | undefined {
		if (rate === undefined || rate === Infinity) return undefined;
		const pace = this.ownPaces.get(rate) ?? new Pace(limitOfRate(rate), this.timing);
		this.ownPaces.set(rate, pace);
		return pace;
	}

	/** Takes a turn in a pace, and counts how long its limit held the call up. */
	private async held<T>(
		pace: Pace,
		{ isUnlimited, patience }: { isUnlimited?: boolean; patience: Patience },
		work: () => Promise<T>,
	): Promise<T> {
		const { signal } = patience;
		const before = pace.held;
		return await pace.run(
			async () => {
				const counted = Math.max(before, this.countedHolding.get(pace) ?? 0);
				this.waited += Math.max(0, pace.held - counted);
				this.countedHolding.set(pace, pace.held);
				return await work();
			},
			{ signal, isUnlimited },
		);
	}
}
