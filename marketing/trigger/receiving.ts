import {
	NodeOperationError,
	type IDataObject,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import type { Credential } from '../../wechatpay/credential';
import { openNotification, type Notification } from '../../wechatpay/notification';
import type { Account } from '../account';
import { nodeError } from '../items/nodeError';
import type { Complaint } from '../words/told';
import type { Shared } from '../transport/shared';
import { confirmCoupon } from './confirming';
import { isChosen, PRODUCT_COUPON_RECEIVED } from './events';
import { once } from './once';
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

/** Read anew for each notification, so that a changed key works at once. */
async function merchantOf(
	context: IWebhookFunctions,
	account: Account,
	{ keys }: Shared,
): Promise<Credential | undefined> {
	try {
		return account.parse(await context.getCredentials(account.credential), keys);
	} catch (error) {
		warn(context, `The credential cannot be used: ${(error as Error).message}`);
		return undefined;
	}
}

/** @returns whether the workflow may run */
async function isReady(
	context: IWebhookFunctions,
	account: Account,
	notification: Notification,
	shared: Shared,
): Promise<boolean> {
	const isToConfirm = notification.envelope.event_type === PRODUCT_COUPON_RECEIVED;
	if (!isToConfirm || !optionsOf(context).confirmProductCoupons) return true;
	const failure = await confirmCoupon(context, account, notification, shared);
	if (!failure) return true;
	if (!failure.facts.passes) throw nodeError(context.getNode(), failure);
	warn(
		context,
		`The product coupon was not confirmed: ${failure.message}. WeChat Pay will send the notification again.`,
	);
	return false;
}

/**
 * Receives a call of the webhook, and answers it by itself. Only what WeChat Pay signed, for the first time
 * and of a chosen event, starts the workflow; then the item has WeChat Pay's envelope, with the decrypted
 * object as `resource`. When somebody listens for a test event, a repetition counts as new.
 *
 * @param account to whom the notifications are sent
 * @throws NodeOperationError when a notification of WeChat Pay's cannot be read, NodeApiError when WeChat Pay
 * refuses to confirm the coupon: n8n answers 500 then, and shows a failed execution
 * @see https://pay.weixin.qq.com/doc/v3/merchant/4012071382
 */
export async function receive(
	context: IWebhookFunctions,
	account: Account,
	shared: Shared,
): Promise<IWebhookResponseData> {
	const body = await bodyOf(context);
	if (!body) return refuse(context, 'body', NO_BODY);
	const merchant = await merchantOf(context, account, shared);
	if (!merchant) return failed(context, 500, 'The credential cannot be used.');
	const { headers } = context.getRequestObject();
	const now = Math.floor(shared.timing.now() / 1000);
	const opened = await openNotification({ headers, body }, merchant, now);
	if ('unsigned' in opened) {
		const { unsigned } = opened;
		return refuse(context, unsigned.check, account.words.notification(unsigned));
	}
	if ('unreadable' in opened) {
		const { reason, remedy } = account.words.notification(opened.unreadable);
		throw new NodeOperationError(context.getNode(), sentence(reason).slice(0, -1), {
			description: remedy,
		});
	}
	const { envelope, resource } = opened.notification;
	const isTest = context.getMode() === 'manual';
	const chosen = context.getNodeParameter('events') as string[];
	if (!isChosen(envelope.event_type, chosen, isTest)) return done(context);
	const take = async () => await isReady(context, account, opened.notification, shared);
	const outcome = isTest
		? (await take())
			? 'taken'
			: 'failed'
		: await once(context, shared, envelope.id, take);
	if (outcome === 'failed') return failed(context, 500, 'The coupon is not confirmed yet.');
	if (outcome === 'repeated') return done(context);
	const json = { ...envelope, resource } as IDataObject;
	return { ...done(context), workflowData: [[{ json }]] };
}
