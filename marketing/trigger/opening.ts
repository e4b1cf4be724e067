import type { IWebhookFunctions } from 'n8n-workflow';
import { openNotification, type OpenedNotification } from '../../wechatpay/notification';
import type { SignedMessage } from '../../wechatpay/signedMessage';
import type { Account } from '../account';
import type { Caller } from '../transport/attempt';
import { readCaller } from '../transport/callers';
import type { Shared } from '../transport/shared';

/** What came of opening a notification, and the credential that it was opened with. */
export interface Opened {
	outcome: OpenedNotification;
	caller: Caller;
}

/** Checks that another public key or APIv3 key may pass. */
const OF_KEYS = ['serial', 'signature', 'decryption'];

function mayFitAnotherKey(outcome: OpenedNotification): boolean {
	if ('notification' in outcome) return false;
	const { check } = 'unsigned' in outcome ? outcome.unsigned : outcome.unreadable;
	return OF_KEYS.includes(check);
}

/**
 * Opens what was received with the credential of the trigger. It is kept for a while; when the keys do not fit,
 * it is read anew, so that a changed one works at once. Who listens for a test event may just have changed it.
 *
 * @param account whose credential it is
 * @param shared what it shares with other executions
 * @throws CredentialError about the first field that is wrong, and what n8n throws
 */
export async function openReceived(
	context: IWebhookFunctions,
	account: Account,
	{ keptCallers, keys, timing }: Shared,
	received: SignedMessage,
): Promise<Opened> {
	const { id, credentials } = context.getNode();
	const { id: credentialId } = credentials?.[account.credential] ?? {};
	const trigger = JSON.stringify([context.getWorkflow().id, id, credentialId]);
	const read = async () => await readCaller(context, account, keys, 0);
	const open = async (caller: Caller): Promise<Opened> => {
		const now = Math.floor(timing.now() / 1000);
		return { outcome: await openNotification(received, caller.merchant, now), caller };
	};
	if (context.getMode() === 'manual') return await open(await read());
	const opened = await open(await keptCallers.of(trigger, read));
	if (!mayFitAnotherKey(opened.outcome)) return opened;
	const changed = await keptCallers.anew(trigger, read);
	return changed ? await open(changed) : opened;
}
