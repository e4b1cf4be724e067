import { setTimeout as delay } from 'node:timers/promises';
import type { NotificationOrder, SimulatorProcess } from './simulatorProcess.mts';

/** A notification that was answered with 200 in the end. */
export interface Notified extends NotificationOrder {
	/** How often it came until then. */
	times: number;
}

/** Milliseconds before a repetition, which double up to the most; WeChat Pay waits 15 s and more. */
const FIRST_PAUSE = 2000;
const LONGEST_PAUSE = 16_000;

/** Sends a notification as WeChat Pay does: again and again until it is answered with 200. */
export async function notify(
	simulator: SimulatorProcess,
	order: NotificationOrder,
): Promise<Notified> {
	let pause = FIRST_PAUSE;
	for (let times = 1; ; times++) {
		const { status } = await simulator.ask('notify', order);
		if (status === 200) return { ...order, times };
		await delay(pause);
		pause = Math.min(pause * 2, LONGEST_PAUSE);
	}
}
