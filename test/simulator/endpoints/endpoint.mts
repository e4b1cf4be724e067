import { type IncomingHttpHeaders } from 'node:http';
import { type JsonObject } from '../json.mts';
import { type Parameters } from '../parameters.mts';
import { type Shop } from '../shop.mts';

/** A request whose signature and headers are good. */
export interface Call {
	/** The placeholders of the path, decoded. */
	path: Record<string, string>;
	query: Parameters;
	body: Buffer;
	headers: IncomingHttpHeaders;
	shop: Shop;
}

/** One endpoint of the API. */
export interface Endpoint {
	method: 'GET' | 'POST';
	/** With `{placeholders}`. */
	path: string;
	/** Whether it shares the quota of product coupon management. */
	limited: boolean;
	/** Does the work and gives the body of the 200 answer, or throws a Refusal. */
	answer(call: Call): JsonObject;
}
