import {
	NodeOperationError,
	type IDataObject,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { ownMember } from '../../wechatpay/losslessJson';
import type { Notification } from '../../wechatpay/notification';
import type { Account } from '../account';
import { nodeError } from '../items/nodeError';
import { isNothing } from '../parameters/givenText';
import type { Caller } from '../transport/attempt';
import type { Condition } from '../transport/conditions';
import type { Shared } from '../transport/shared';
import type { Complaint } from '../words/told';
import { confirmCoupon } from './confirming';
import type { Events, Notified } from './events';
import { ReceivedOnce } from './once';
import { openReceived, type Opened } from './opening';
import { optionsOf } from './properties';

function answer(
	context: IWebhookFunctions,
	status: number,
	body: IDataObject,
): IWebhookResponseData {
	context.getResponseObject().status(status).json(body);
	return { noWebhookResponse: true };
}

function done(context: IWebhookFunctions): IWebhookResponseData {
	return answer(context, 200, { code: 'SUCCESS' });
}

/** The answer after which WeChat Pay sends the notification again. */
function failed(context: IWebhookFunctions, status: number, message: string): IWebhookResponseData {
	return answer(context, status, { code: 'FAIL', message });
}

function sentence(words: string): string {
	return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

/** Nothing of a notification is in it, for anybody may have sent it. */
function warn(context: IWebhookFunctions, what: string): void {
	const { name: workflow } = context.getWorkflow();
	context.logger.warn(
		`${context.getNode().name} in workflow “${workflow ?? ''}” started nothing. ${what}`,
	);
}

/** @returns the bytes of the body; `undefined` when they cannot be read, as those of a wrong encoding */
async function bodyOf(context: IWebhookFunctions): Promise<Buffer | undefined> {
	const request = context.getRequestObject();
	try {
		await request.readRawBody();
		return request.rawBody ?? Buffer.alloc(0);
	} catch {
		return undefined;
	}
}

const NO_BODY: Complaint = {
	reason: 'the body of the notification could not be read',
	remedy: 'Check that it was WeChat Pay that called, and that no proxy on the way changes bodies.',
};

function refuse(
	context: IWebhookFunctions,
	check: string,
	{ reason, remedy }: Complaint,
): IWebhookResponseData {
	warn(context, `${sentence(reason)} (check: ${check}) ${remedy}`);
	return failed(context, 401, sentence(reason));
}

/** @returns `undefined` when there is no credential to open it with, which is told in n8n's log */
async function opened(
	context: IWebhookFunctions,
	account: Account,
	shared: Shared,
	body: Buffer,
): Promise<Opened | undefined> {
	const { headers } = context.getRequestObject();
	try {
		return await openReceived(context, account, shared, { headers, body });
	} catch (error) {
		warn(context, `The credential cannot be used: ${(error as Error).message}`);
		return undefined;
	}
}

/** What stays as it is, however often the notification comes again. */
const FINAL: readonly Condition[] = ['badRequest', 'notFound', 'unsendable'];

/** What is told of a coupon for whose confirmation an AppID is missing. */
const NO_APPID = {
	code: 'NO_APPID',
	message:
		'The coupon was not confirmed, because its notification names no AppID. Fill in AppID for Confirming under Options, or confirm it with the operation Product Coupon of User: Confirm',
};

function namesAppid({ resource }: Notification, { alwaysNamesAppid }: Events): boolean {
	return alwaysNamesAppid || !isNothing(ownMember(resource, 'appid'));
}

function withAppid({ envelope, resource }: Notification, appid: string): Notification {
	return { envelope, resource: { ...resource, appid } };
}

/**
 * Confirms the coupon that a notification tells of, when it is to.
 *
 * @returns what is told of that in the item; `undefined` when the coupon is not confirmed yet
 * @throws NodeApiError when WeChat Pay refuses until the account is mended
 */
async function confirmation(
	context: IWebhookFunctions,
	{ caller, notification }: { caller: Caller; notification: Notification },
	{ account, events }: Notified,
	shared: Shared,
): Promise<IDataObject | undefined> {
	const isToConfirm = notification.envelope.event_type === events.couponReceived;
	const { confirmProductCoupons, appid } = optionsOf(context);
	if (!isToConfirm || !confirmProductCoupons) return {};
	const isNamed = namesAppid(notification, events);
	if (!isNamed && appid === '') return { confirmation: NO_APPID };
	const named = isNamed ? notification : withAppid(notification, appid);
	const failure = await confirmCoupon(context, account, caller, named, shared);
	if (!failure) return isNamed ? {} : { confirmation: { appid } };
	const { code, condition, facts, message } = failure;
	if (FINAL.includes(condition)) return { confirmation: { code, message } };
	if (!facts.passes) throw nodeError(context.getNode(), failure);
	warn(
		context,
		`The product coupon was not confirmed: ${message}. WeChat Pay will send the notification again.`,
	);
	return undefined;
}

/**
 * Receives a call of the webhook. Only what WeChat Pay signed, for the first time and of a chosen event, starts the
 * workflow; then the item has WeChat Pay's envelope, with the decrypted object as `resource`. That is answered by
 * n8n, once it has stored the execution, and counts as taken only then; anything else is answered here. When
 * somebody listens for a test event, a repetition counts as new.
 *
 * @param notified to whom the notifications are sent
 * @param shared what it shares with other executions
 * @throws NodeOperationError when a notification of WeChat Pay's cannot be read, NodeApiError when WeChat Pay
 * refuses to confirm the coupon: n8n answers 500 then, and shows a failed execution
 * @see https://pay.weixin.qq.com/doc/v3/merchant/4012071382
 */
export async function receive(
	context: IWebhookFunctions,
	notified: Notified,
	shared: Shared,
): Promise<IWebhookResponseData> {
	const { account, events } = notified;
	const body = await bodyOf(context);
	if (!body) return refuse(context, 'body', NO_BODY);
	const received = await opened(context, account, shared, body);
	if (!received) return failed(context, 500, 'The credential cannot be used.');
	const { outcome, caller } = received;
	if ('unsigned' in outcome) {
		const { unsigned } = outcome;
		return refuse(context, unsigned.check, account.words.notification(unsigned));
	}
	if ('unreadable' in outcome) {
		const { reason, remedy } = account.words.notification(outcome.unreadable);
		throw new NodeOperationError(context.getNode(), sentence(reason).slice(0, -1), {
			description: remedy,
		});
	}
	const { notification } = outcome;
	const { envelope, resource } = notification;
	const isTest = context.getMode() === 'manual';
	const once = isTest ? undefined : new ReceivedOnce(context, shared, envelope.id);
	if (once?.state === 'underWay') return failed(context, 503, 'The notification is being taken.');
	const chosen = context.getNodeParameter('events') as string[];
	const isRepeated = once?.state === 'taken';
	if (isRepeated || !events.isChosen(envelope.event_type, chosen, isTest)) return done(context);
	once?.begin();
	const confirmed = await confirmation(context, { caller, notification }, notified, shared);
	if (!confirmed) return failed(context, 500, 'The coupon is not confirmed yet.');
	once?.save();
	context.getResponseObject().setHeader('Content-Type', 'application/json');
	return { workflowData: [[{ json: { ...envelope, resource, ...confirmed } as IDataObject }]] };
}
