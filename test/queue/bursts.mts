import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '../eventually.mts';
import { notify } from './notifying.mts';
import type { QueueStage } from './queueStage.mts';
import type { NotificationOrder } from './simulatorProcess.mts';
import { publishCounted, USED, type CountedTrigger } from './triggerWorkflow.mts';

const COUNT = 500;
/** Milliseconds after which all that is in the queue has been executed. */
const WORKED_OFF = 120_000;

/** Each tenth is a repetition of the fifth before it; in the second half it goes to the other process. */
function burst(urls: [string, string]): NotificationOrder[] {
	return Array.from({ length: COUNT }, (_, index) => {
		const first = index % 10 === 9 ? index - 5 : index;
		const through = index < COUNT / 2 ? first : index;
		return { id: `burst-${first}`, event: USED, url: urls[(through % 2) as 0 | 1] };
	});
}

/** What holds when many notifications come at once, to two processes. */
export function bursts(stage: () => QueueStage): void {
	describe('many notifications at once over two processes', () => {
		let trigger: CountedTrigger;

		beforeAll(async () => {
			trigger = await publishCounted(stage(), 'burst');
		});

		afterAll(async () => await trigger?.close());

		test('500, a tenth of them repetitions: all of them run, once in each process', async () => {
			const begin = Date.now();
			const seconds = (): string => ((Date.now() - begin) / 1000).toFixed(1);
			const { simulator, say } = stage();
			const notifications = burst(trigger.urls);
			const notified = await Promise.all(
				notifications.map(async (one) => await notify(simulator, one)),
			);
			const late = notified.filter(({ times }) => times > 1).length;
			say(
				`  ${COUNT} notifications: answered with 200 after ${seconds()} s, ${late} of them not at once`,
			);

			const processesOf = new Map<string, Set<string>>();
			for (const { id, url } of notifications) {
				processesOf.set(id, (processesOf.get(id) ?? new Set()).add(url));
			}
			await eventually(() => {
				const ran = new Set(trigger.ran());
				expect([...processesOf.keys()].filter((id) => !ran.has(id))).toEqual([]);
			}, WORKED_OFF);
			const runs = trigger.ran();
			say(`  ${runs.length} executions for ${processesOf.size} ids after ${seconds()} s`);
			const tooOften = [...processesOf].filter(
				([id, urls]) => runs.filter((one) => one === id).length > urls.size,
			);
			expect(tooOften).toEqual([]);
		}, 600_000);
	});
}
