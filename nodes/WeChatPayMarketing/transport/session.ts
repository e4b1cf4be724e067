import { NodeOperationError } from 'n8n-workflow';
import { parseCredential, type MerchantCredential } from '../../../wechatpay/credential';
import { BACKUP_ORIGIN, MAIN_ORIGIN } from '../../../wechatpay/hosts';
import { attempt, CREDENTIAL, type Answer, type RequestContext } from './attempt';
import { CallError, unansweredCall, unknownOutcome } from './callError';
import { endpointRequest, type Call } from './endpoint';
import { Pace } from './pace';
import { isOutcomeUnknown, isUnreachable, waitBeforeRetry } from './retryDecision';
import type { Timing } from './timing';

/** How a call is made, from the Options of the node. */
export interface CallSettings {
	/** milliseconds without an answer after which an attempt is given up */
	timeout: number;
	/** attempts after the first one */
	maxRetries: number;
	/** calls a second; the documented quota unless given, Infinity for none */
	requestsPerSecond?: number;
}

/** A verified answer, and what is known of the attempts before it. */
export interface Result extends Answer {
	/** whether an earlier attempt may have been carried out although its answer was lost */
	wasRepeatedBlindly: boolean;
}

const CANCELLED = 'ERR_CANCELED';

/** The backup host stands in for the main host only, not for one that the user configured. */
function otherOrigin(origin: string, baseUrl: string): string {
	if (baseUrl !== MAIN_ORIGIN) return baseUrl;
	return origin === MAIN_ORIGIN ? BACKUP_ORIGIN : MAIN_ORIGIN;
}

/** All calls of one execution of the node: they share a pace and are counted together. */
export class Session {
	/** attempts that were made, repeated ones among them */
	calls = 0;
	retries = 0;
	private readonly pace: Pace;
	private checkedCredential: Promise<MerchantCredential> | undefined;

	/**
	 * @param signal aborts when the user stops the execution
	 */
	constructor(
		private readonly context: RequestContext,
		private readonly timing: Timing,
		private readonly signal: AbortSignal | undefined,
	) {
		this.pace = new Pace(20, timing, signal);
	}

	/** milliseconds that calls waited for the quota */
	get waited(): number {
		return this.pace.waited;
	}

	/**
	 * Makes a call and gives its verified answer. What may pass by itself is tried again with the same values
	 * and a new signature; when WeChat Pay's main host cannot be reached, on its backup host.
	 *
	 * @throws CredentialError before the call, TargetError for a value that cannot be sent, CallError for a
	 * call that gave no data
	 */
	async call(call: Call, settings: CallSettings, item: number): Promise<Result> {
		void item;
		const credential = await this.credential();
		const request = endpointRequest(call);
		const policy = { maxRetries: settings.maxRetries, safeToRepeat: call.mayBeRepeated };
		let origin = credential.baseUrl;
		let mayBeDone = false;
		for (let failed = 0; ; failed++) {
			const to = { origin, timeout: settings.timeout };
			const outcome = await this.inTurn(async () => {
				this.calls++;
				return await attempt(this.context, credential, request, to, this.timing.now);
			});
			if (!(outcome instanceof CallError)) return { ...outcome, wasRepeatedBlindly: mayBeDone };
			if (outcome.status === 429) this.pace.slowDown();
			mayBeDone ||= isOutcomeUnknown(outcome);
			const wait = waitBeforeRetry(outcome, failed, policy, this.timing.random());
			if (wait === undefined) {
				throw mayBeDone && request.method !== 'GET' ? unknownOutcome(outcome) : outcome;
			}
			if (isUnreachable(outcome)) origin = otherOrigin(origin, credential.baseUrl);
			await this.pause(wait);
			this.retries++;
		}
	}

	/** Read once for all calls: n8n takes it out of its database each time. */
	private async credential(): Promise<MerchantCredential> {
		this.checkedCredential ??= this.context.getCredentials(CREDENTIAL).then(parseCredential);
		return await this.checkedCredential;
	}

	/** @returns the answer, or why there is none */
	private async inTurn(call: () => Promise<Answer>): Promise<Answer | CallError> {
		try {
			return await this.pace.run(call);
		} catch (error) {
			if (error instanceof CallError) return error;
			if (this.signal?.aborted) return unansweredCall(CANCELLED);
			throw new NodeOperationError(this.context.getNode(), error as Error);
		}
	}

	private async pause(milliseconds: number): Promise<void> {
		const isCancelled = await this.timing.wait(milliseconds, this.signal).then(
			() => false,
			() => true,
		);
		if (isCancelled) throw unansweredCall(CANCELLED);
	}
}
