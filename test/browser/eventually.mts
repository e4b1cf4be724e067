import { setTimeout as delay } from 'node:timers/promises';

const LIMIT = 45_000;

/** Repeats what an editor that is still working may not fulfil yet, until it holds. */
export async function eventually(assertion: () => Promise<void>): Promise<void> {
	const deadline = Date.now() + LIMIT;
	for (;;) {
		try {
			return await assertion();
		} catch (error) {
			if (Date.now() > deadline) throw error;
		}
		await delay(100);
	}
}
