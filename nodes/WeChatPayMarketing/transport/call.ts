import type {
	IDataObject,
	IExecuteFunctions,
	IHttpRequestOptions,
	IN8nHttpFullResponse,
} from 'n8n-workflow';
import { parseCredential } from '../../../wechatpay/credential';
import { parseLossless } from '../../../wechatpay/losslessJson';
import { openAnswer } from '../../../wechatpay/responseVerification';
import {
	CallError,
	refusedCall,
	unansweredCall,
	unexpectedAnswer,
	unverifiedAnswer,
} from './callError';
import { endpointRequest, type Endpoint, type EndpointValues } from './endpoint';

export const CREDENTIAL = 'weChatPayMarketingApi';

/** How a call is made, from the Options of the node. */
export interface CallSettings {
	/** milliseconds without an answer after which a call is given up */
	timeout: number;
}

/** A verified answer. */
export interface Result {
	/** WeChat Pay's JSON, integers beyond JavaScript's range as strings of digits */
	data: IDataObject;
	requestId: string;
}

interface Answer {
	status: number;
	headers: IN8nHttpFullResponse['headers'];
	body: Buffer;
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

async function send(context: IExecuteFunctions, options: IHttpRequestOptions): Promise<Answer> {
	let response: IN8nHttpFullResponse | undefined;
	let condition = '';
	try {
		response = await context.helpers.httpRequestWithAuthentication.call(
			context,
			CREDENTIAL,
			options,
		);
	} catch (error) {
		condition = networkCode(error);
	}
	if (!response) throw unansweredCall(condition);
	const requestId = response.headers['request-id'];
	return {
		status: response.statusCode,
		headers: response.headers,
		body: Buffer.from(response.body as Buffer),
		requestId: typeof requestId === 'string' ? requestId : '',
	};
}

function parse(text: string): unknown {
	try {
		return parseLossless(text);
	} catch {
		return undefined;
	}
}

function refusal(answer: Answer): CallError {
	const body = parse(answer.body.toString('utf8'));
	const { code, message } = isJsonObject(body) ? body : {};
	return refusedCall({
		status: answer.status,
		code: typeof code === 'string' ? code : '',
		message: typeof message === 'string' ? message : '',
		requestId: answer.requestId,
	});
}

/**
 * Makes one call and gives its verified answer.
 *
 * @returns the parsed body, an empty object when the answer has none
 * @throws CredentialError before the call, TargetError for a value that cannot be sent, CallError for
 * a call that gave no data
 */
export async function call(
	context: IExecuteFunctions,
	endpoint: Endpoint,
	values: EndpointValues,
	settings: CallSettings,
): Promise<Result> {
	const credential = parseCredential(await context.getCredentials(CREDENTIAL));
	const { method, target, body } = endpointRequest(endpoint, values);
	const answer = await send(context, {
		method,
		url: credential.baseUrl + target,
		headers: { Accept: 'application/json' },
		body,
		timeout: settings.timeout,
		encoding: 'arraybuffer',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
	});
	if (answer.status < 200 || answer.status > 299) throw refusal(answer);
	const opened = openAnswer(answer, credential, Math.floor(Date.now() / 1000));
	if ('refusal' in opened) throw unverifiedAnswer(opened.refusal, answer.requestId);
	const text = opened.body.toString('utf8');
	if (text === '') return { data: {}, requestId: answer.requestId };
	const parsed = parse(text);
	if (!isJsonObject(parsed)) {
		throw unexpectedAnswer('The answer of WeChat Pay is not a JSON object', answer.requestId);
	}
	return { data: parsed, requestId: answer.requestId };
}
