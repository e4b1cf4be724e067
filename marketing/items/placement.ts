import type { IDataObject } from 'n8n-workflow';
import type { TargetValue } from '../../wechatpay/requestTarget';
import { setAt } from '../parameters/nesting';
import type { Parameter } from '../parameters/parameter';
import type { Member } from '../parameters/readList';
import type { Call } from '../transport/endpoint';

/** Values under WeChat Pay's names; dots in a name make nested objects. */
export type Values = Record<string, TargetValue | Member[] | undefined>;

/** What is known of a call before there are values. */
export interface Callable {
	endpoint: Call['endpoint'];
	parameters: readonly Parameter[];
}

/** Whether the values of a call go into its query when nothing else is said. */
function goesIntoQuery({ method }: Pick<Call['endpoint'], 'method'>): boolean {
	return method === 'GET' || method === 'DELETE';
}

/**
 * Puts every value where the endpoint wants it: the path placeholder of its name, the header that its
 * parameter names, else the query of GET and DELETE, else the body.
 */
export function placed({ endpoint, parameters }: Callable, values: Values): Call {
	const placeholders = new Set([...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
	const headers = new Set(parameters.filter((one) => one.in === 'header').map(({ wire }) => wire));
	const path: Record<string, string> = {};
	const header: Record<string, string> = {};
	const rest: IDataObject = {};
	for (const [wire, value] of Object.entries(values)) {
		if (value === undefined) continue;
		if (placeholders.has(wire)) path[wire] = String(value);
		else if (headers.has(wire)) header[wire] = String(value);
		else setAt(rest, wire.split('.'), value);
	}
	const inQuery = goesIntoQuery(endpoint);
	return {
		endpoint,
		path,
		query: inQuery ? (rest as Call['query']) : {},
		body: inQuery || Object.keys(rest).length === 0 ? undefined : { json: rest },
		headers: header,
	};
}

/** @returns the values of these parameters that there are, under WeChat Pay's names */
export function picked(values: Values, parameters: readonly Parameter[]): IDataObject {
	const entries = parameters.map(({ wire }) => [wire, values[wire]] as const);
	return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as IDataObject;
}
