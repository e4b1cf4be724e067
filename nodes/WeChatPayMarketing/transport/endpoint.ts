import { fillPath, writeQuery, type TargetValue } from '../../../wechatpay/requestTarget';

/** Calls that WeChat Pay allows a merchant at an endpoint. */
export interface Quota {
	calls: number;
	per: 'second' | 'minute';
}

/** A documented endpoint as data. */
export interface Endpoint {
	method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
	/** path with `{placeholders}` named after the values that go there */
	path: string;
	/** without one, no limit is documented */
	quota?: Quota;
	/** the official page that this follows */
	documentationUrl: string;
}

/** A call with every value in its place. */
export interface Call {
	endpoint: Endpoint;
	path: Record<string, string>;
	/** objects are sent as JSON text */
	query: Record<string, TargetValue | undefined>;
	/** sent as JSON */
	body?: object;
	headers?: Record<string, string>;
	/** whether WeChat Pay may carry it out twice without harm */
	mayBeRepeated: boolean;
}

/** A call as it is sent, before it is signed. */
export interface EndpointRequest {
	method: Endpoint['method'];
	/** path and query, percent-encoded */
	target: string;
	/** JSON text, `undefined` when there is no body */
	body: string | undefined;
}

/**
 * Writes a call as it is sent.
 *
 * @throws TargetError when a value of the path is missing or cannot be sent
 */
export function endpointRequest({ endpoint, path, query, body }: Call): EndpointRequest {
	return {
		method: endpoint.method,
		target: fillPath(endpoint.path, path) + writeQuery(query),
		body: body && JSON.stringify(body),
	};
}
