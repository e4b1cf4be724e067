import { setTimeout as delay } from 'node:timers/promises';

const LIMIT = 45_000;

/** Repeats a check of what n8n may still be working on, until it holds. How long that takes does not matter. */
export async function eventually(check: () => void | Promise<void>): Promise<void> {
	const deadline = Date.now() + LIMIT;
	for (;;) {
		try {
			return await check();
		} catch (error) {
			if (Date.now() > deadline) throw error;
		}
		await delay(100);
	}
}
