import { forgetOldest } from '../../wechatpay/forgetOldest';

/** Notifications that the process remembers, of all triggers together. */
const MOST = 50_000;
/** Those of one trigger that are told to other processes, and for so many triggers. */
const MOST_OF_TRIGGER = 1000;
const MOST_TRIGGERS = 50;

/** What n8n answers, as Node has it. */
export interface WebhookAnswer {
	/** whether n8n has ended it; also when nobody waits for it any more */
	readonly writableEnded: boolean;
	/** HTTP status */
	readonly statusCode: number;
}

/**
 * The notifications that were taken, and those that are being taken. One counts as taken when n8n has ended its
 * answer with 200. Whether it has is looked at, since nothing is told of an answer that nobody waits for.
 */
export class TakenNotifications {
	/** the oldest first */
	private readonly taken = new Set<string>();
	private readonly underWay = new Map<string, { trigger: string; answer: WebhookAnswer }>();
	/** of each trigger, the oldest first; the trigger that took none for the longest time first */
	private readonly latest = new Map<string, string[]>();

	/** @param notification what tells it from all others, of other triggers, too */
	stateOf(notification: string): 'new' | 'underWay' | 'taken' {
		this.settle();
		if (this.underWay.has(notification)) return 'underWay';
		return this.taken.has(notification) ? 'taken' : 'new';
	}

	/** From now on it is under way, until its answer has ended. */
	begin(trigger: string, notification: string, answer: WebhookAnswer): void {
		this.underWay.set(notification, { trigger, answer });
	}

	/** @returns those that a trigger took last, the oldest first */
	latestOf(trigger: string): readonly string[] {
		this.settle();
		return this.latest.get(trigger) ?? [];
	}

	private settle(): void {
		for (const [notification, { trigger, answer }] of this.underWay) {
			if (!answer.writableEnded) continue;
			this.underWay.delete(notification);
			if (answer.statusCode === 200) this.remember(trigger, notification);
		}
	}

	private remember(trigger: string, notification: string): void {
		this.taken.add(notification);
		forgetOldest(this.taken, MOST);
		const latest = this.latest.get(trigger) ?? [];
		latest.push(notification);
		if (latest.length > MOST_OF_TRIGGER) latest.shift();
		this.latest.delete(trigger);
		this.latest.set(trigger, latest);
		forgetOldest(this.latest, MOST_TRIGGERS);
	}
}
