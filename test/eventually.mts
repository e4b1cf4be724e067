import { setTimeout as delay } from 'node:timers/promises';

const LIMIT = 45_000;

/**
 * Repeats a check of what n8n may still be working on, until it holds. How long that takes does not matter.
 *
 * @param limit milliseconds after which it is taken not to come; 45 s unless told
 */
export async function eventually(check: () => void | Promise<void>, limit = LIMIT): Promise<void> {
	const deadline = Date.now() + limit;
	for (;;) {
		try {
			return await check();
		} catch (error) {
			if (Date.now() > deadline) throw error;
		}
		await delay(100);
	}
}
