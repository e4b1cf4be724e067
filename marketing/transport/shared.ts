import { KeyCache, keysOfProcess } from '../../wechatpay/keyCache';
import { Origins } from './origins';
import { Paces } from './paces';
import { realTiming, type Timing } from './timing';

/** Triggers whose notifications are remembered. */
const MOST_TRIGGERS = 200;

/** What is known of the notifications of a trigger. */
export interface KnownNotifications {
	/** IDs of those that were taken, oldest first */
	taken: string[];
	/** those that are being taken, by ID: whether they were */
	underWay: Map<string, Promise<boolean>>;
}

/** What all executions, triggers and editors share. It is handed to them, so that each test has its own. */
export class Shared {
	readonly paces: Paces;
	readonly origins: Origins;
	/** the least recently used first */
	private readonly notifications = new Map<string, KnownNotifications>();

	constructor(
		readonly timing: Timing,
		readonly keys = new KeyCache(),
	) {
		this.paces = new Paces(timing);
		this.origins = new Origins(timing);
	}

	/** @param trigger what tells a trigger from all others */
	notificationsOf(trigger: string): KnownNotifications {
		const known = this.notifications.get(trigger) ?? { taken: [], underWay: new Map() };
		this.notifications.delete(trigger);
		this.notifications.set(trigger, known);
		const [oldest] = this.notifications.keys();
		if (this.notifications.size > MOST_TRIGGERS && oldest !== undefined) {
			this.notifications.delete(oldest);
		}
		return known;
	}
}

/** What is shared in this process. */
export const ofProcess = new Shared(realTiming, keysOfProcess);
