import { describe, expect, test } from '@jest/globals';
import { setTimeout as delay } from 'node:timers/promises';
import { eventually } from '../eventually.mts';
import { notify, type Notified } from './notifying.mts';
import { sending, usersOf } from './operations.mts';
import { publishRows } from './rowsWorkflow.mts';
import type { QueueStage } from './queueStage.mts';
import { publishCounted, USED } from './triggerWorkflow.mts';

const USERS = 120;
/** Milliseconds; the sending takes longer. */
const AWAY = 10_000;
const AT_ONCE = 10;

const SERVICES = ['redis', 'postgres'] as const;

/** What holds when Redis or PostgreSQL goes away and comes back. */
export function outages(stage: () => QueueStage): void {
	/** Sends notifications, so many at once, for as long as it is told. */
	async function notifyWhile(
		goOn: () => boolean,
		{ name, urls }: { name: string; urls: [string, string] },
	): Promise<Notified[]> {
		const notified: Notified[] = [];
		let count = 0;
		const oneAfterTheOther = async (url: string): Promise<void> => {
			while (goOn()) {
				const id = `${name}-${(count += 1)}`;
				notified.push(await notify(stage().simulator, { id, event: USED, url }));
			}
		};
		const senders = Array.from({ length: AT_ONCE }, (_, index) =>
			oneAfterTheOther(urls[(index % 2) as 0 | 1]),
		);
		await Promise.all(senders);
		return notified;
	}

	describe('for ten seconds there is no', () => {
		test.each(SERVICES)(
			'%s: nobody gets two coupons, and what was answered with 200 is an execution',
			async (name) => {
				const { n8n, rest, simulator, say } = stage();
				const trigger = await publishCounted(stage(), `without-${name}`);
				const workflow = await publishRows(stage(), {
					name: `sending-without-${name}`,
					parameters: sending({ onceWithin: 'day', requestsPerSecond: 10 }),
					answersRows: false,
				});
				const users = usersOf(name, USERS);
				const rows = users.map((openid) => ({ openid }));
				const counts = async (): Promise<number[]> => await simulator.ask('countCoupons', users);

				let isOver = false;
				await workflow.start(rows);
				const notifying = notifyWhile(() => !isOver, { name, urls: trigger.urls });
				await eventually(async () => expect(await counts()).toContain(1));
				await n8n.services[name].kill();
				await delay(AWAY);
				await n8n.services[name].start();
				isOver = true;
				const notified = await notifying;

				// What n8n stored and then could not run is listed, without its data.
				await eventually(async () => {
					const unsuccessful = await rest.countUnsuccessful(trigger.id);
					const ran = new Set(trigger.ran());
					const others = notified.filter(({ id }) => !ran.has(id)).length;
					expect(others).toBeLessThanOrEqual(unsuccessful);
				});
				const last = await notify(simulator, {
					id: `after-${name}`,
					event: USED,
					url: trigger.urls[0],
				});
				await eventually(() => expect(trigger.ran()).toContain(last.id));
				const ran = new Set(trigger.ran());
				const others = notified.filter(({ id }) => !ran.has(id)).length;
				say(`  without ${name}: ${others} of ${notified.length} notifications did not run`);

				const sent = (await counts()).filter((count) => count > 0).length;
				say(`  without ${name}: ${sent} of ${USERS} coupons were sent`);
				await workflow.start(rows);
				await eventually(async () => expect(await counts()).not.toContain(0));
				expect(await counts()).toEqual(users.map(() => 1));
				await trigger.close();
			},
			300_000,
		);
	});
}
