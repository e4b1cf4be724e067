import { createHash } from 'node:crypto';
import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';
import type { Shared } from '../transport/shared';

/** IDs in n8n's static data, for restarts and other processes. */
const MOST_SAVED = 1000;
/** characters; nobody but WeChat Pay chooses IDs, so a few are enough to tell them apart */
const HASH_LENGTH = 12;
/** milliseconds between two writes into static data while the answer has not ended */
const PAUSES = [0, 1, 5, 20, 100];

/** As one text, since n8n watches each member of a list. */
function savedIn({ taken }: IDataObject): string[] {
	return typeof taken === 'string' ? taken.split(' ') : [];
}

/** A notification that a trigger received, and whether it did before: in this process, or in any that saved it. */
export class ReceivedOnce {
	private readonly trigger: string;
	private readonly hash: string;
	private readonly staticData: IDataObject;
	/** what stood in static data when the call came */
	private readonly saved: readonly string[];

	/**
	 * @param shared what the process knows
	 * @param id of the envelope, the same in every repetition
	 */
	constructor(
		private readonly context: IWebhookFunctions,
		private readonly shared: Shared,
		id: string,
	) {
		this.trigger = JSON.stringify([context.getWorkflow().id, context.getNode().id]);
		const digest = createHash('sha256').update(JSON.stringify([this.trigger, id]));
		this.hash = digest.digest('base64').slice(0, HASH_LENGTH);
		this.staticData = context.getWorkflowStaticData('node');
		this.saved = savedIn(this.staticData);
	}

	/** Whether it is new, another call is taking it, or it was taken. What n8n could not store is new again. */
	get state(): 'new' | 'underWay' | 'taken' {
		const state = this.shared.notifications.stateOf(this.hash);
		if (state !== 'new') return state;
		return this.saved.includes(this.hash) ? 'taken' : 'new';
	}

	/** From now on it is under way, until n8n has ended its answer. */
	begin(): void {
		const answer = this.context.getResponseObject();
		this.shared.notifications.begin(this.trigger, this.hash, answer);
	}

	/**
	 * Lets n8n save that it was taken, with its answer. n8n 1 saves what stands in static data when the webhook
	 * returns; n8n 2 only what is written after it began to store the execution and before it answers, and of that
	 * moment nobody is told.
	 */
	save(): void {
		this.write();
		void this.writeUntilAnswered();
	}

	private async writeUntilAnswered(): Promise<void> {
		const answer = this.context.getResponseObject();
		for (const pause of PAUSES) {
			await this.shared.timing.wait(pause, undefined);
			if (answer.writableEnded) return;
			this.write();
		}
	}

	/** n8n reads and saves static data for each call, so that calls at the same time lose each other's. */
	private write(): void {
		const known = this.shared.notifications.latestOf(this.trigger);
		const all = new Set([...this.saved, ...known, this.hash]);
		this.staticData.taken = [...all].slice(-MOST_SAVED).join(' ');
	}
}
