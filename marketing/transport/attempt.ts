import type { ICredentialsDecrypted, IDataObject } from 'n8n-workflow';
import type { Credential } from '../../wechatpay/credential';
import { isJsonObject, parsedJson } from '../../wechatpay/losslessJson';
import { openAnswer } from '../../wechatpay/responseVerification';
import type { Complaint } from '../words/told';
import type { Words } from '../words/words';
import { CallError } from './callError';
import type { CallRequest } from './endpoint';
import { isGood, refusalOf, requestIdOf, send, type RequestContext } from './send';
import { withTimeout } from './timeout';
import type { Timing } from './timing';

/** Who makes a call. */
export interface Caller {
	/** whose key the answer is verified with */
	merchant: Credential;
	/** the same credential as n8n holds it: what `authenticate` signs with */
	credential: ICredentialsDecrypted;
	/** what its user is told */
	words: Words;
}

/** Where an attempt goes, and milliseconds after which it is given up when there is no whole answer. */
export interface Destination {
	origin: string;
	timeout: number;
}

/** A verified answer. */
export interface Answer {
	/** WeChat Pay's JSON, integers beyond JavaScript's range as strings of digits; empty without a body */
	data: IDataObject;
	requestId: string;
}

/**
 * An answer that did not pass verification, so nothing of it is used.
 *
 * @param check the check that it did not pass
 */
function unverifiedAnswer(
	check: string,
	{ reason, remedy }: Complaint,
	requestId: string,
): CallError {
	return new CallError(
		`The answer was not used, because it could not be verified as coming from WeChat Pay (check: ${check}): ${reason}`,
		{
			condition: 'unverified',
			code: `UNVERIFIED_${check.toUpperCase()}`,
			remedy,
			reason,
			requestId,
		},
	);
}

/** An answer that passed verification and still is not what the documentation says. */
export function unexpectedAnswer(meaning: string, requestId: string): CallError {
	return new CallError(meaning, {
		condition: 'unexpected',
		code: 'UNEXPECTED_ANSWER',
		remedy:
			'Run the workflow again later. If the message stays, report it as an issue of this node, with the Request-ID.',
		requestId,
	});
}

/**
 * Sends a request once, signed anew by the credential, and opens its answer.
 *
 * @param signal aborts when the user stops the execution
 * @throws CallError when there is no verified answer
 */
export async function attempt(
	context: RequestContext,
	{ merchant, credential, words }: Caller,
	{ method, target, headers, body, mayBeUnsigned, values }: CallRequest,
	{ origin, timeout }: Destination,
	limits: { timing: Timing; signal: AbortSignal | undefined },
): Promise<Answer> {
	const url = origin + target;
	const request = { method, url, headers, body, timeout, encoding: 'arraybuffer' } as const;
	const response = await withTimeout(
		timeout,
		limits,
		async (waiting, end) => await waiting.for(send(context, credential, request, end)),
	);
	const bytes = Buffer.from(response.body as Buffer);
	if (!isGood(response)) throw refusalOf(words, response, bytes, values());
	const requestId = requestIdOf(response);
	const raw = { headers: response.headers, body: bytes };
	const opened = await openAnswer(
		raw,
		merchant,
		Math.floor(limits.timing.now() / 1000),
		mayBeUnsigned,
	);
	if ('refusal' in opened) {
		const { check } = opened.refusal;
		throw unverifiedAnswer(check, words.answer(opened.refusal), requestId);
	}
	if (opened.body.length === 0) return { data: {}, requestId };
	const data = parsedJson(opened.body.toString('utf8'));
	if (isJsonObject(data)) return { data, requestId };
	throw unexpectedAnswer('The answer of WeChat Pay is not a JSON object', requestId);
}
