import { randomBytes } from 'node:crypto';
import type { IHookFunctions } from 'n8n-workflow';
import { post } from '../operation/page';
import { CallError } from '../transport/callError';
import type { Session } from '../transport/session';
import { activationError } from './activationError';

const endpoint = post('/v3/security/echo', { page: 'partner/4015139289' });

/** Somebody waits for it. */
const SETTINGS = { timeout: 10_000, maxRetries: 1, patience: 10_000 };

const SAMPLE =
	'Service providers, platforms, institutions and channel merchants may ask for a test message, other merchants may not: turn off Test Message under Options, listen again, and send a sample from the simulator (docs/trigger.md).';

/**
 * Asks WeChat Pay to send a signed and encrypted message to an address: when it arrives, public key, APIv3
 * key and address are right.
 *
 * @throws NodeOperationError when WeChat Pay sends none
 * @see https://pay.weixin.qq.com/doc/v3/partner/4015139289
 */
export async function askForTestMessage(
	context: IHookFunctions,
	session: Session,
	address: string,
): Promise<void> {
	const json = { echo_message: randomBytes(8).toString('hex'), notify_url: address };
	const call = { endpoint, path: {}, query: {}, body: { json } };
	let failure: unknown;
	try {
		await session.call(call, SETTINGS, 0);
		return;
	} catch (error) {
		failure = error;
	}
	if (!(failure instanceof CallError)) throw failure;
	throw activationError(
		context.getNode(),
		`WeChat Pay sends no test message: ${failure.message}`,
		failure.condition === 'forbidden' ? SAMPLE : `${failure.remedy} ${SAMPLE}`,
	);
}
