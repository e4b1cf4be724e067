import type {
	IDataObject,
	IExecuteFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	IN8nHttpFullResponse,
} from 'n8n-workflow';
import type { MerchantCredential } from '../../../wechatpay/credential';
import { parseLossless } from '../../../wechatpay/losslessJson';
import { readRefusal } from '../../../wechatpay/refusal';
import { openAnswer } from '../../../wechatpay/responseVerification';
import { refusedCall, unansweredCall, unexpectedAnswer, unverifiedAnswer } from './callError';
import type { EndpointRequest } from './endpoint';

export const CREDENTIAL = 'weChatPayMarketingApi';

/** Whoever n8n lets make requests: the running node, or a list in its editor. */
export type RequestContext = IExecuteFunctions | ILoadOptionsFunctions;

/** A verified answer. */
export interface Answer {
	/** WeChat Pay's JSON, integers beyond JavaScript's range as strings of digits; empty without a body */
	data: IDataObject;
	requestId: string;
}

export function isJsonObject(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** n8n's helper wraps what the HTTP client threw; the condition is in its cause. */
function networkCode(error: unknown): string {
	const { cause, httpCode, code } = error as Partial<
		Record<'cause' | 'httpCode' | 'code', unknown>
	>;
	const found = [(cause as { code?: unknown } | undefined)?.code, httpCode, code].find(
		(candidate) => typeof candidate === 'string' && candidate !== '',
	);
	return typeof found === 'string' ? found : 'NO_ANSWER';
}

async function send(
	context: RequestContext,
	options: IHttpRequestOptions,
): Promise<IN8nHttpFullResponse> {
	let condition: string;
	try {
		const request = context.helpers.httpRequestWithAuthentication;
		return (await request.call(context, CREDENTIAL, options)) as IN8nHttpFullResponse;
	} catch (error) {
		condition = networkCode(error);
	}
	throw unansweredCall(condition);
}

function header({ headers }: IN8nHttpFullResponse, name: string): string {
	const value = headers[name];
	return typeof value === 'string' ? value : '';
}

function parse(text: string): unknown {
	try {
		return parseLossless(text);
	} catch {
		return undefined;
	}
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
	credential: MerchantCredential,
	{ method, target, body }: EndpointRequest,
	to: { origin: string; timeout: number },
	now: () => number,
): Promise<Answer> {
	const response = await send(context, {
		method,
		url: to.origin + target,
		headers: { Accept: 'application/json' },
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
			retryAfter(response),
		);
	}
	const requestId = header(response, 'request-id');
	const raw = { headers: response.headers, body: bytes };
	const opened = await openAnswer(raw, credential, Math.floor(now() / 1000));
	if ('refusal' in opened) throw unverifiedAnswer(opened.refusal, requestId);
	if (opened.body.length === 0) return { data: {}, requestId };
	const data = parse(opened.body.toString('utf8'));
	if (isJsonObject(data)) return { data, requestId };
	throw unexpectedAnswer('The answer of WeChat Pay is not a JSON object', requestId);
}
