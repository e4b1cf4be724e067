import { createHash } from 'node:crypto';
import type { IWebhookFunctions } from 'n8n-workflow';
import { ownMember } from '../../wechatpay/losslessJson';
import type { Notification } from '../../wechatpay/notification';
import type { Account } from '../account';
import { placed, type Values } from '../items/placement';
import { confirm } from '../resources/userProductCoupon/confirm';
import type { Caller } from '../transport/attempt';
import { CallError } from '../transport/callError';
import { unansweredCall } from '../transport/noAnswer';
import { Session } from '../transport/session';
import type { Shared } from '../transport/shared';

/** milliseconds; WeChat Pay waits five seconds for the answer to a notification */
const PATIENCE = 4000;

function valuesOf({ envelope, resource }: Notification): Values {
	const number = createHash('sha256').update(envelope.id).digest('hex').slice(0, 32);
	const entries = confirm.parameters.map(({ wire, absent }) => [
		wire,
		absent === 'requestNumber' ? number : ownMember(resource, wire),
	]);
	return Object.fromEntries(entries) as Values;
}

/**
 * Confirms the product coupon that a notification tells of, so that its user can use it. Every repetition of
 * the notification uses the same request number, so nothing is done twice.
 *
 * @param account who calls
 * @param caller the credential that the notification was opened with
 * @param shared what it shares with other executions
 * @returns why it is not known to be confirmed after four seconds at most; `undefined` when it is
 */
export async function confirmCoupon(
	context: IWebhookFunctions,
	account: Account,
	caller: Caller,
	notification: Notification,
	shared: Shared,
): Promise<CallError | undefined> {
	const end = new AbortController();
	const session = new Session(context, account, shared, end.signal, {
		of: async () => await Promise.resolve(caller),
	});
	const settings = { timeout: PATIENCE, maxRetries: 3 };
	const confirmed = session.call(placed(confirm, valuesOf(notification)), settings, 0).then(
		() => undefined,
		(error: unknown) => error,
	);
	const late = shared.timing.wait(PATIENCE, end.signal).then(
		() => unansweredCall('tooSlow', 'ETIMEDOUT'),
		() => undefined,
	);
	const outcome = await Promise.race([confirmed, late]);
	end.abort();
	if (outcome === undefined || outcome instanceof CallError) return outcome;
	throw outcome;
}
