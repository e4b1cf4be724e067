import { type IncomingHttpHeaders } from 'node:http';
import { AuthorizationCheck } from './authorization.mts';
import { type NewCredential, type WeChatPayKeys } from './credential.mts';
import { findEndpoint } from './endpoints/index.mts';
import { answerInsteadOfWork, errorAnswer } from './errorAnswer.mts';
import { type Fault } from './faults.mts';
import { checkHeaders, checkHeadersPresent } from './headers.mts';
import { type JsonObject } from './json.mts';
import { queryParameters } from './parameters.mts';
import { Quota } from './quota.mts';
import { rateLimitExceeded, Refusal, type SignRefusal, unknownPath } from './refusals.mts';
import { type Shop } from './shop.mts';
import { type Answer } from './signedAnswer.mts';
import { answerWithFault } from './tampering.mts';

/** A request as it came off the wire. */
export interface WireRequest {
	method: string;
	/** Raw path and query. */
	url: string;
	headers: IncomingHttpHeaders;
	body: Buffer;
}

/** What the far side works with; `clock` gives milliseconds. */
export interface WeChatPayOptions {
	credential: NewCredential;
	keys: WeChatPayKeys;
	shop: Shop;
	clock: () => number;
	quotaPerSecond: number;
}

/** WeChat Pay without its network: takes a request's bytes, gives an answer's bytes. */
export class WeChatPay {
	private readonly authorization: AuthorizationCheck;
	private readonly quota: Quota;

	constructor(private readonly options: WeChatPayOptions) {
		const { credential, keys, clock, quotaPerSecond } = options;
		const { mchid, serialNo } = credential;
		this.authorization = new AuthorizationCheck(
			{ mchid, serialNo, publicKey: keys.merchantPublicKey },
			clock,
		);
		this.quota = new Quota(quotaPerSecond, clock);
	}

	/** The refusal a request's signature earns, undefined when it is good; uses up its nonce. */
	signatureRefusal({ method, url, body, headers }: WireRequest): SignRefusal | undefined {
		return this.authorization.refusal({ method, url, body, authorization: headers.authorization });
	}

	/** Does the work and answers; a fault takes the place of the work or spoils a good answer. */
	async answer(
		request: WireRequest,
		signatureRefusal: SignRefusal | undefined,
		fault: Fault | undefined,
	): Promise<Answer> {
		const substitute = answerInsteadOfWork(fault);
		if (substitute) return substitute;
		let body: JsonObject;
		try {
			checkHeadersPresent(request.headers);
			if (signatureRefusal) throw signatureRefusal;
			body = this.work(request);
		} catch (error) {
			if (error instanceof Refusal) return errorAnswer(error);
			throw error;
		}
		const { credential, keys, clock } = this.options;
		const timestamp = Math.floor(clock() / 1000);
		const signature = { key: keys.privateKey, keyId: credential.publicKeyId, timestamp };
		return await answerWithFault(body, signature, fault);
	}

	/** Forgets nonces and quota. */
	reset(): void {
		this.authorization.reset();
		this.quota.reset();
	}

	private work({ method, url, headers, body }: WireRequest): JsonObject {
		const keyId = this.options.credential.publicKeyId;
		checkHeaders(headers, { hasBody: body.length > 0, keyId });
		const { path, query } = splitUrl(url);
		const found = findEndpoint(method, path);
		if (!found) throw unknownPath();
		if (found.endpoint.limited && !this.quota.take()) throw rateLimitExceeded();
		return found.endpoint.answer({
			path: found.path(),
			query: queryParameters(query),
			body,
			headers,
			shop: this.options.shop,
		});
	}
}

/** Raw path and raw query (without `?`) of a request's URL. */
export function splitUrl(url: string): { path: string; query: string } {
	const mark = url.indexOf('?');
	if (mark < 0) return { path: url, query: '' };
	return { path: url.slice(0, mark), query: url.slice(mark + 1) };
}
