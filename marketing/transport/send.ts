import type {
	ICredentialsDecrypted,
	IExecuteFunctions,
	IHookFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	IN8nHttpFullResponse,
	IWebhookFunctions,
} from 'n8n-workflow';
import { withoutPersons } from '../../wechatpay/persons';
import { readRefusal, type Refusal } from '../../wechatpay/refusal';
import type { Words } from '../words/words';
import { CallError } from './callError';
import { conditionOfRefusal } from './conditions';
import { noAnswerOf } from './noAnswer';
import { beforeSending } from './unsent';

/** Whoever n8n lets make requests: the running node, a list in its editor, a trigger. */
export type RequestContext =
	| IExecuteFunctions
	| IHookFunctions
	| ILoadOptionsFunctions
	| IWebhookFunctions;

type Request = Pick<
	IHttpRequestOptions,
	'method' | 'url' | 'headers' | 'body' | 'timeout' | 'encoding'
>;

/** n8n gives every request the signal that the context has. */
function withSignal(context: RequestContext, signal: AbortSignal | undefined): RequestContext {
	if (!signal) return context;
	const getExecutionCancelSignal = { value: () => signal };
	return Object.create(context, { getExecutionCancelSignal }) as RequestContext;
}

/**
 * Sends a request once, signed anew by the credential, and follows no redirect.
 *
 * @param credential what `authenticate` signs with
 * @param signal ends the request, and the body that is still coming, in place of the signal of the execution
 * @returns the answer whatever its status
 * @throws CallError when there is none
 */
export async function send(
	context: RequestContext,
	credential: ICredentialsDecrypted,
	{ url, ...rest }: Request,
	signal?: AbortSignal,
): Promise<IN8nHttpFullResponse> {
	// Signing changes the options, and what it leaves behind is of no use to anybody.
	const options: IHttpRequestOptions = {
		...rest,
		url,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
	};
	let thrown: unknown;
	try {
		const request = context.helpers.httpRequestWithAuthentication;
		// Without the credential n8n signs with that of the first input item, and reads it for every call.
		const signed = { credentialsDecrypted: credential };
		const sender = withSignal(context, signal);
		const response: unknown = await request.call(sender, credential.type, options, signed);
		return response as IN8nHttpFullResponse;
	} catch (error) {
		thrown = error;
	}
	throw noAnswerOf(thrown, url) ?? beforeSending(thrown);
}

function header({ headers }: IN8nHttpFullResponse, name: string): string {
	const value = headers[name];
	return typeof value === 'string' ? value : '';
}

/** @returns what WeChat Pay's support asks for; empty when the answer has none */
export function requestIdOf(response: IN8nHttpFullResponse): string {
	return header(response, 'request-id');
}

/** @returns milliseconds; `undefined` when the answer names no number of seconds */
function retryAfter(response: IN8nHttpFullResponse): number | undefined {
	const value = header(response, 'retry-after');
	return /^\d+$/.test(value) ? Number(value) * 1000 : undefined;
}

/** Whether the status of an answer says that the call was done. */
export function isGood({ statusCode }: IN8nHttpFullResponse): boolean {
	return statusCode >= 200 && statusCode <= 299;
}

/**
 * What WeChat Pay refused: a call, or a member of one whose answer is a success as a whole.
 *
 * @param told what its user is told
 * @param values what it is about, under WeChat Pay's names, so that the message names it; a person in short
 * @param retryAfter milliseconds that the answer asks to wait
 */
export function refusedCall(
	told: Words,
	refusal: Refusal,
	values: Record<string, string>,
	retryAfter?: number,
): CallError {
	const { status, code, requestId } = refusal;
	const message = withoutPersons(refusal.message);
	const { meaning, remedy } = told.refusal(refusal, values);
	const words = [code, message && `“${message}”`].filter(Boolean).join(' ');
	return new CallError(words ? `${meaning} (WeChat Pay: ${words})` : meaning, {
		condition: conditionOfRefusal(refusal),
		code: code || `HTTP_${status}`,
		remedy,
		reason: message || meaning,
		httpCode: status >= 300 ? String(status) : undefined,
		requestId,
		retryAfter,
	});
}

/**
 * Reads an answer outside 2xx.
 *
 * @param told what its user is told
 * @param body the beginning of it at least
 * @param values what the call was about, under WeChat Pay's names
 */
export function refusalOf(
	told: Words,
	response: IN8nHttpFullResponse,
	body: Buffer,
	values: Record<string, string>,
): CallError {
	const refusal = readRefusal(response.statusCode, body.toString('utf8'), requestIdOf(response));
	return refusedCall(told, refusal, values, retryAfter(response));
}
