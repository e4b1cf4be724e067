import { setTimeout as delay } from 'node:timers/promises';

/** Waits for what happens behind an answer: it takes its time, and how long does not matter. */
export async function eventually(check: () => void | Promise<void>): Promise<void> {
	const deadline = Date.now() + 30_000;
	for (;;) {
		try {
			return await check();
		} catch (error) {
			if (Date.now() > deadline) throw error;
			await delay(100);
		}
	}
}
