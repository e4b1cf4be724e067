import type {
	ICredentialsDecrypted,
	IDataObject,
	IExecuteFunctions,
	IHookFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	IN8nHttpFullResponse,
	IWebhookFunctions,
} from 'n8n-workflow';
import type { MerchantCredential } from '../../../wechatpay/credential';
import { parsedJson } from '../../../wechatpay/losslessJson';
import { readRefusal } from '../../../wechatpay/refusal';
import { openAnswer } from '../../../wechatpay/responseVerification';
import { refusedCall, unansweredCall, unexpectedAnswer, unverifiedAnswer } from './callError';
import type { CallRequest } from './endpoint';
import { noAnswerOf } from './noAnswer';
import { beforeSending } from './unsent';

export const CREDENTIAL = 'weChatPayMarketingApi';

/** Whoever n8n lets make requests: the running node, a list in its editor, a trigger. */
export type RequestContext =
	| IExecuteFunctions
	| IHookFunctions
	| ILoadOptionsFunctions
	| IWebhookFunctions;

/** Who makes a call. */
export interface Caller {
	/** whose key the answer is verified with */
	merchant: MerchantCredential;
	/** the same credential as n8n holds it: what `authenticate` signs with */
	credential: ICredentialsDecrypted;
}

/** A verified answer. */
export interface Answer {
	/** WeChat Pay's JSON, integers beyond JavaScript's range as strings of digits; empty without a body */
	data: IDataObject;
	requestId: string;
}

export function isJsonObject(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

async function send(
	context: RequestContext,
	credentialsDecrypted: ICredentialsDecrypted,
	options: IHttpRequestOptions,
): Promise<IN8nHttpFullResponse> {
	// Signing changes the options, and what it leaves behind is of no use to anybody.
	const { url } = options;
	let thrown: unknown;
	try {
		const request = context.helpers.httpRequestWithAuthentication;
		// Without the credential n8n signs with that of the first input item, and reads it for every call.
		const response: unknown = await request.call(context, CREDENTIAL, options, {
			credentialsDecrypted,
		});
		return response as IN8nHttpFullResponse;
	} catch (error) {
		thrown = error;
	}
	const noAnswer = noAnswerOf(thrown, url);
	throw noAnswer ? unansweredCall(noAnswer) : beforeSending(thrown);
}

function header({ headers }: IN8nHttpFullResponse, name: string): string {
	const value = headers[name];
	return typeof value === 'string' ? value : '';
}

/** @returns milliseconds; `undefined` when the answer names no number of seconds */
function retryAfter(response: IN8nHttpFullResponse): number | undefined {
	const value = header(response, 'retry-after');
	return /^\d+$/.test(value) ? Number(value) * 1000 : undefined;
}

/**
 * Sends a request once, signed anew by the credential, and opens its answer.
 *
 * @param to host that the request goes to, and milliseconds without an answer after which it is given up
 * @param now milliseconds since 1970, read when the answer is there
 * @throws CallError when there is no verified answer
 */
export async function attempt(
	context: RequestContext,
	{ merchant, credential }: Caller,
	{ method, target, headers, body, values }: CallRequest,
	to: { origin: string; timeout: number },
	now: () => number,
): Promise<Answer> {
	const response = await send(context, credential, {
		method,
		url: to.origin + target,
		headers,
		body,
		timeout: to.timeout,
		encoding: 'arraybuffer',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
	});
	const bytes = Buffer.from(response.body as Buffer);
	if (response.statusCode < 200 || response.statusCode > 299) {
		throw refusedCall(
			readRefusal(response.statusCode, bytes.toString('utf8'), header(response, 'request-id')),
			values(),
			retryAfter(response),
		);
	}
	const requestId = header(response, 'request-id');
	const raw = { headers: response.headers, body: bytes };
	const opened = await openAnswer(raw, merchant, Math.floor(now() / 1000));
	if ('refusal' in opened) throw unverifiedAnswer(opened.refusal, requestId);
	if (opened.body.length === 0) return { data: {}, requestId };
	const data = parsedJson(opened.body.toString('utf8'));
	if (isJsonObject(data)) return { data, requestId };
	throw unexpectedAnswer('The answer of WeChat Pay is not a JSON object', requestId);
}
