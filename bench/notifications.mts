import '../test/engine/helpers/userFolder.mts';
import { TriggerStage } from '../test/engine/helpers/triggerStage.mts';
import { MERCHANT_AUTHORIZATION } from '../test/simulator/authorization.mts';
import { newCredential } from '../test/simulator/credential.mts';
import { newEnvelope, signedNotification } from '../test/simulator/notifications/notification.mts';
import { sampleOf } from '../test/simulator/notifications/samples.mts';
import { sendNotification } from '../test/simulator/notifications/sender.mts';
import { MCHID } from '../test/simulator/shop.mts';
import { timed } from './compare.mts';

/** How long the trigger took for notifications. */
export interface Received {
	/** milliseconds for all of them */
	milliseconds: number;
	/** milliseconds until an answer was there, of each, the fastest first */
	answered: number[];
}

/**
 * Sends signed, encrypted notifications to the built trigger in n8n's own webhook contexts.
 *
 * @throws Error when one of them does not start the workflow
 */
export async function receivedNotifications(count: number, sideBySide: number): Promise<Received> {
	const { credential, keys } = await newCredential(MCHID);
	const baseUrl = 'http://127.0.0.1';
	const sample = sampleOf('PRODUCT_COUPON_SP.SEND');
	const { privateKey } = keys;
	const { scheme } = MERCHANT_AUTHORIZATION;
	const signing = { ...credential, privateKey, scheme, notificationKey: credential.apiV3Key };
	const now = Date.now();
	const notifications = await Promise.all(
		Array.from({ length: count }, () =>
			signedNotification(newEnvelope(sample, signing, { now }), signing, { now }),
		),
	);
	const parameters = { events: [sample.event_type] };
	const stage = await TriggerStage.open({ credential: { ...credential, baseUrl }, parameters });
	stage.store = async (makeWorkflow) => await Promise.resolve(makeWorkflow());
	const answered: number[] = [];
	const send = async () => {
		for (let next = notifications.pop(); next; next = notifications.pop()) {
			answered.push((await sendNotification(stage.url(), next)).took);
		}
	};
	const { milliseconds } = await timed(() => Promise.all(Array.from({ length: sideBySide }, send)));
	await stage.close();
	if (stage.started.length !== count)
		throw new Error(`${stage.started.length} of ${count} started`);
	return { milliseconds, answered: answered.sort((one, other) => one - other) };
}
