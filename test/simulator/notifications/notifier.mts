import { setTimeout as delay } from 'node:timers/promises';
import {
	newEnvelope,
	type NotificationFault,
	type NotificationKeys,
	signedNotification,
} from './notification.mts';
import { type NotificationSample } from './samples.mts';
import { deliver, type Delivery, sendNotification } from './sender.mts';

/** How a notification is sent. */
export interface Sending {
	/** How it is to go wrong. */
	fault?: NotificationFault;
	/** Makes it the repetition of another one. */
	id?: string;
	/** When it was made; now unless told. */
	create_time?: string;
	/** Ends the waiting for an answer before the five seconds of WeChat Pay. */
	hangUp?: AbortSignal;
}

/** Sends notifications for a simulator. */
export class Notifier {
	private ending = new AbortController();
	/** Everything that was sent, oldest first. */
	readonly deliveries: Array<Delivery & { event_type: string; url: string }> = [];

	/**
	 * @param clock in milliseconds
	 * @param origin where every address is taken to be, so that nothing leaves this machine; undefined: only
	 * addresses on the loopback interface are called by themselves
	 */
	constructor(
		private readonly keys: NotificationKeys,
		private readonly clock: () => number,
		private readonly origin: string | undefined,
	) {}

	/** Sends a notification once. */
	async send(
		url: string,
		sample: NotificationSample,
		{ fault, id, create_time, hangUp }: Sending = {},
	): Promise<Delivery> {
		const envelope = newEnvelope(sample, this.keys, { now: this.clock(), fault });
		const told = {
			...envelope,
			...(id !== undefined && { id }),
			...(create_time !== undefined && { create_time }),
		};
		return await this.post(url, sample, told, { fault, hangUp });
	}

	/** Sends a notification as WeChat Pay does by itself: again and again until it is answered well. */
	announce(url: string, sample: NotificationSample): void {
		const reachable = this.reachable(url);
		if (reachable === undefined) return;
		const { signal } = this.ending;
		const envelope = newEnvelope(sample, this.keys, { now: this.clock() });
		void deliver(
			sample.event_type,
			async () => await this.post(reachable, sample, envelope),
			async (milliseconds) => await delay(milliseconds, undefined, { ref: false, signal }),
		).catch(() => undefined);
	}

	/** Gives up every repetition, and forgets what was sent. */
	reset(): void {
		this.ending.abort();
		this.ending = new AbortController();
		this.deliveries.length = 0;
	}

	private async post(
		url: string,
		{ event_type }: NotificationSample,
		envelope: Parameters<typeof signedNotification>[0],
		{ fault, hangUp }: Sending = {},
	): Promise<Delivery> {
		const signed = await signedNotification(envelope, this.keys, { now: this.clock(), fault });
		const delivery = await sendNotification(url, signed, hangUp);
		this.deliveries.push({ ...delivery, event_type, url });
		return delivery;
	}

	private reachable(url: string): string | undefined {
		const { origin, hostname, pathname } = new URL(url);
		if (this.origin !== undefined) return this.origin + pathname;
		return ['127.0.0.1', 'localhost', '[::1]'].includes(hostname) ? origin + pathname : undefined;
	}
}
