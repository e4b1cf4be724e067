import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { exampleCouponRows } from '../../scripts/examples/exampleCoupons.mts';
import { runCouponNotifications } from '../../scripts/examples/couponNotifications.mts';
import type { Stage } from '../../scripts/examples/stage.mts';
import {
	startWebhookReceiver,
	type WebhookReceiver,
} from '../../scripts/examples/webhookReceiver.mts';
import { GENERATIONS, type GenerationName } from '../../scripts/n8n/generation.mts';
import { newEncryptionKey } from '../../scripts/n8n/instance.mts';
import { SETUP_LIMIT, setTestStage } from './testStage.mts';

const [newer, older] = GENERATIONS;

describe('a credential that one generation of n8n saved', () => {
	const stages = new Map<GenerationName, Stage>();
	let receiver: WebhookReceiver;

	beforeAll(async () => {
		const encryptionKey = newEncryptionKey();
		for (const generation of GENERATIONS) {
			stages.set(generation, await setTestStage({ generation, encryptionKey }));
		}
		receiver = await startWebhookReceiver();
	}, 2 * SETUP_LIMIT);

	afterAll(async () => {
		await receiver?.close();
		for (const stage of stages.values()) await stage.close();
	});

	test.each([
		{ from: older, to: newer },
		{ from: newer, to: older },
	])('works in the other: from $from to $to', async ({ from, to }) => {
		const saving = stages.get(from) as Stage;
		const using = stages.get(to) as Stage;

		const stored = await saving.instance.exportCredential(saving.credential.id);
		expect(stored.data).toMatch(/^[\w+/=]+$/);
		const moved = { ...stored, id: `saved-in-${from}` };
		await using.instance.importCredential(moved);

		// The credential names the simulator of the n8n that saved it, so that is where the calls go.
		saving.simulator.reset();
		using.simulator.reset();
		const credential = { ...saving.credential, id: moved.id };
		const report = await runCouponNotifications({ ...using, credential }, receiver.url);
		expect(report).toMatchObject({ found: 9, notFound: 1 });
		expect(saving.simulator.requests.map(({ signature }) => signature)).toEqual(
			exampleCouponRows().map(() => 'valid'),
		);
		expect(using.simulator.requests).toEqual([]);
	});
});
