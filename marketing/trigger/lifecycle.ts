import type { IHookFunctions } from 'n8n-workflow';
import type { Account } from '../account';
import { Session } from '../transport/session';
import type { Shared } from '../transport/shared';
import { activationError, failedActivation } from './activationError';
import { Addresses, hasReplaced } from './addresses';
import type { Events, Notified } from './events';
import { complaintAbout, NotifyUrls } from './notifyUrls';
import { optionsOf } from './properties';
import { askForTestMessage } from './testMessage';

const WEBHOOK = 'default';

/** Somebody listens for a test event. The hook that ends it is not told so, but for the address. */
function isTest(context: IHookFunctions): boolean {
	return context.getActivationMode() === 'manual';
}

function setsAddress(context: IHookFunctions): boolean {
	return context.getNodeParameter('setAddress') === true;
}

function kindsOf(context: IHookFunctions, events: Events) {
	return events.addressKinds(context.getNodeParameter('events') as string[]);
}

/** @throws NodeOperationError when WeChat Pay cannot call it */
function usableAddress(context: IHookFunctions): string {
	const address = context.getNodeWebhookUrl(WEBHOOK) ?? '';
	const complaint = complaintAbout(address);
	if (complaint === undefined) return address;
	throw activationError(
		context.getNode(),
		`WeChat Pay cannot call the address of this workflow: ${address} ${complaint}`,
		'Set N8N_WEBHOOK_URL (n8n 2) or WEBHOOK_URL (n8n 1) in the environment of n8n to its public https:// address, then restart n8n.',
	);
}

/** @throws NodeOperationError when there is no APIv3 key; CallError when the credential cannot be used */
async function merchantWithKey(
	context: IHookFunctions,
	{ words }: Account,
	session: Session,
): Promise<string> {
	const { callerId, notificationKey } = await session.merchant(0);
	if (notificationKey !== undefined) return callerId;
	throw activationError(
		context.getNode(),
		`${words.labels.fields.notificationKey} in the credential is empty, so no notification could be decrypted`,
		words.notification({ check: 'decryption', found: 'noKey' }).remedy,
	);
}

/** @throws NodeOperationError when WeChat Pay cannot call the address of the workflow */
function addressesOf(
	context: IHookFunctions,
	session: Session,
	mchid: string,
	{ givenUpAddresses }: Shared,
): Addresses {
	const urls = new NotifyUrls(session, mchid);
	return new Addresses(context, urls, usableAddress(context), givenUpAddresses);
}

async function told<T>(context: IHookFunctions, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		throw failedActivation(context.getNode(), error);
	}
}

/**
 * Whether nothing is left to do before notifications arrive: WeChat Pay has the address of this trigger for
 * all chosen events. n8n 1 asks so at each start, and takes the webhook down when this throws.
 *
 * @param notified to whom notifications are sent
 * @param shared what it shares with other executions
 * @throws NodeOperationError saying what to do
 */
export async function isActivated(
	context: IHookFunctions,
	{ account, events }: Notified,
	shared: Shared,
): Promise<boolean> {
	if (isTest(context) || !setsAddress(context)) return false;
	return await told(context, async () => {
		const session = new Session(context, account, shared, undefined);
		const mchid = await merchantWithKey(context, account, session);
		return await addressesOf(context, session, mchid, shared).areOurs(kindsOf(context, events));
	});
}

/**
 * Sets the address of this trigger at WeChat Pay, when it is to. For somebody who listens for a test event
 * nothing is set; a test message is asked for when it is wanted. May be done again.
 *
 * @param notified to whom notifications are sent
 * @param shared what it shares with other executions
 * @throws NodeOperationError saying what to do
 */
export async function activate(
	context: IHookFunctions,
	{ account, events }: Notified,
	shared: Shared,
): Promise<void> {
	await told(context, async () => {
		const session = new Session(context, account, shared, undefined);
		const mchid = await merchantWithKey(context, account, session);
		if (isTest(context)) {
			if (!optionsOf(context).testMessage) return;
			await askForTestMessage(context, session, usableAddress(context));
		} else if (setsAddress(context)) {
			const addresses = addressesOf(context, session, mchid, shared);
			await addresses.set(kindsOf(context, events), optionsOf(context).replaceAddress);
		}
	});
}

/**
 * Puts back the addresses that this trigger took the place of. Never throws: a log entry says what could not be done.
 *
 * @param account who calls
 * @param shared what it shares with other executions
 */
export async function deactivate(
	context: IHookFunctions,
	account: Account,
	shared: Shared,
): Promise<void> {
	try {
		if (!hasReplaced(context)) return;
		const session = new Session(context, account, shared, undefined);
		const urls = new NotifyUrls(session, (await session.merchant(0)).callerId);
		const own = context.getNodeWebhookUrl(WEBHOOK) ?? '';
		await new Addresses(context, urls, own, shared.givenUpAddresses).putBack();
	} catch (error) {
		context.logger.warn(
			`${context.getNode().name} could not look for addresses to give back: ${(error as Error).message}`,
		);
	}
}
