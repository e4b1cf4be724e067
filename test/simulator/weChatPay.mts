import { type IncomingHttpHeaders } from 'node:http';
import { type Operation } from './api/operations.mts';
import { type RequestValues, typedQuery } from './api/requestCheck.mts';
import { bodyObject, queryTexts } from './api/requestValues.mts';
import { handlers } from './endpoints/index.mts';
import { findRoute } from './endpoints/routes.mts';
import { answerInsteadOfWork, errorAnswer } from './errorAnswer.mts';
import { isMultipart, type Parts, partsOf, signedBytes } from './files/multipart.mts';
import { FILE_PATH, ReportFiles } from './files/reportFiles.mts';
import { type Fault } from './faults.mts';
import { checkHeaders, checkHeadersPresent } from './headers.mts';
import { type JsonObject } from './json.mts';
import { type Announcement, announcementsOf } from './notifications/announcements.mts';
import {
	keyIdMissing,
	rateLimitExceeded,
	Refusal,
	type SignRefusal,
	unknownPath,
} from './refusals.mts';
import { type Shop } from './shop.mts';
import { type Side } from './side.mts';
import { type Answer } from './signedAnswer.mts';
import { answerWithFault, type GoodAnswer, tamper } from './tampering.mts';

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
	merchant: Side;
	brand: Side;
	shop: Shop;
	clock: () => number;
	/** Called for every notification that follows from a call of a side. */
	announce: (announcement: Announcement, side: Side) => void;
}

/** WeChat Pay without its network: takes a request's bytes, gives an answer's bytes. */
export class WeChatPay {
	private readonly files: ReportFiles;

	constructor(private readonly options: WeChatPayOptions) {
		this.files = new ReportFiles(options.clock);
	}

	/**
	 * The refusal a request's signature earns, undefined when it is good; uses up its nonce. Of an upload, the
	 * part `meta` is signed.
	 */
	signatureRefusal({ method, url, body, headers }: WireRequest): SignRefusal | undefined {
		const signed = signedBytes(headers, body);
		const { authorization } = headers;
		return this.sideOf(url).authorization.refusal({ method, url, body: signed, authorization });
	}

	/** Does the work and answers; a fault takes the place of the work or spoils a good answer. */
	async answer(
		request: WireRequest,
		signatureRefusal: SignRefusal | undefined,
		fault: Fault | undefined,
	): Promise<Answer> {
		const side = this.sideOf(request.url);
		const substitute = answerInsteadOfWork(fault);
		if (substitute) return substitute;
		let good: GoodAnswer;
		try {
			checkHeadersPresent(request.headers);
			if (signatureRefusal) throw signatureRefusal;
			const { path, query } = splitUrl(request.url);
			if (path === FILE_PATH) return tamper(this.files.answer(query), fault);
			const { headers } = request;
			const parts = isMultipart(headers) ? partsOf(headers, request.body) : undefined;
			good = this.work(side, request, parts);
		} catch (error) {
			if (error instanceof Refusal) return errorAnswer(error);
			throw error;
		}
		const { key, keyId, scheme } = side;
		const timestamp = Math.floor(this.options.clock() / 1000);
		const signature = { key, keyId, scheme, timestamp };
		return await answerWithFault(good, signature, fault);
	}

	/** Forgets nonces, quotas and request numbers. */
	reset(): void {
		for (const side of [this.options.merchant, this.options.brand]) {
			side.authorization.reset();
			side.quotas.reset();
			side.requestNumbers.reset();
		}
		this.files.reset();
	}

	private sideOf(url: string): Side {
		return url.startsWith('/brand/') ? this.options.brand : this.options.merchant;
	}

	private work(
		side: Side,
		{ method, url, headers, body }: WireRequest,
		parts: Parts | undefined,
	): GoodAnswer {
		const { clock, shop, announce } = this.options;
		const { path, query } = splitUrl(url);
		const route = findRoute(side.operations, method, path);
		const type = route?.operation.body?.isMultipart ? 'multipart/form-data' : 'application/json';
		const bodyType = body.length > 0 ? type : undefined;
		checkHeaders(headers, { bodyType, ...side });
		if (!route) throw unknownPath();
		const { operation } = route;
		if (!side.quotas.take(operation)) throw rateLimitExceeded();
		if (operation.id === 'account.echo' && headers['wechatpay-serial'] === undefined) {
			throw keyIdMissing();
		}
		const given: RequestValues = {
			path: route.path(),
			query: typedQuery(operation, queryTexts(query)),
			header: headerValues(operation, headers),
			...(operation.body && { body: parts ? uploaded(parts) : bodyObject(body) }),
		};
		const refusal = side.requestCheck.refusal(operation, given);
		if (refusal) throw refusal;
		const values = side.whole(given);
		const handler = handlers[operation.id]!;
		const answered = side.requestNumbers.once(operation, values, () => {
			const answer = handler({
				...values,
				shop,
				now: clock(),
				file: parts?.file,
				offer: (file) => this.files.offer(file, `http://${headers.host}`),
			});
			for (const one of announcementsOf(operation.id, { shop, values, answer }))
				announce(one, side);
			return answer;
		});
		return { status: operation.status, body: side.shown(answered) };
	}
}

/** What an upload says, as a body: its meta as the object that it is, and whether there is a file. */
function uploaded({ meta, file, names }: Parts): JsonObject {
	return {
		...Object.fromEntries(names.map((name) => [name, ''])),
		...(meta !== undefined && { meta: bodyObject(Buffer.from(meta)) }),
		...(file && { file: file.name }),
	};
}

/** The described headers of a request, under their own names. */
function headerValues(
	{ parameters }: Operation,
	headers: IncomingHttpHeaders,
): Record<string, string> {
	return Object.fromEntries(
		parameters
			.filter(({ in: place }) => place === 'header')
			.flatMap(({ name }) => {
				const value = headers[name.toLowerCase()];
				return value === undefined ? [] : [[name, String(value)]];
			}),
	);
}

/** Raw path and raw query (without `?`) of a request's URL. */
export function splitUrl(url: string): { path: string; query: string } {
	const mark = url.indexOf('?');
	if (mark < 0) return { path: url, query: '' };
	return { path: url.slice(0, mark), query: url.slice(mark + 1) };
}
