import { fillPath, writeQuery, type TargetValue } from '../../../wechatpay/requestTarget';

/** A list that is read with a token of the page before. */
export interface TokenPages {
	style: 'token';
	sizeParameter: string;
	maxSize: number;
	tokenParameter: string;
	/** where the answer holds the items and the next token */
	itemsField: string;
	nextField: string;
}

/** A list whose pages are numbered from 0. */
export interface NumberedPages {
	style: 'number';
	sizeParameter: string;
	maxSize: number;
	pageParameter: string;
	/** where the answer holds the items and, on the first page, how many there are in all */
	itemsField: string;
	totalField: string;
}

/** A documented endpoint as data. Adding one adds no code to the transport. */
export interface Endpoint {
	method: 'GET' | 'POST';
	/** path with `{placeholders}` named after the values that go there */
	path: string;
	/** values that go into the query; objects are sent as JSON text */
	query?: readonly string[];
	/** values that go into the JSON body */
	body?: readonly string[];
	/** calls a second that WeChat Pay allows a merchant; Infinity when no limit is documented */
	requestsPerSecond: number;
	/** whether WeChat Pay may carry the same call out twice without harm */
	safeToRepeat: boolean;
	/** the official page that this follows */
	documentationUrl: string;
}

/** The values of one call, under WeChat Pay's names. */
export type EndpointValues = Record<string, TargetValue | undefined>;

/** A call as it is sent, before it is signed. */
export interface EndpointRequest {
	method: Endpoint['method'];
	/** path and query, percent-encoded */
	target: string;
	/** JSON text, `undefined` when the endpoint has no body */
	body: string | undefined;
}

function pick(values: EndpointValues, names: readonly string[]): EndpointValues {
	return Object.fromEntries(names.map((name) => [name, values[name]]));
}

/**
 * Puts every value where its endpoint wants it.
 *
 * @throws TargetError when a value of the path is missing or cannot be sent
 */
export function endpointRequest(endpoint: Endpoint, values: EndpointValues): EndpointRequest {
	return {
		method: endpoint.method,
		target: fillPath(endpoint.path, values) + writeQuery(pick(values, endpoint.query ?? [])),
		body: endpoint.body && JSON.stringify(pick(values, endpoint.body)),
	};
}
