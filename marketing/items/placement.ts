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

/** @returns the names of the values of which their parameters say that they go there */
function namesIn(parameters: readonly Parameter[], place: Parameter['in']): Set<string> {
	return new Set(parameters.filter((one) => one.in === place).map(({ wire }) => wire));
}

/**
 * Puts every value where the endpoint wants it: the path placeholder of its name, where its parameter says, else
 * the query of GET and DELETE, else the body.
 */
export function placed({ endpoint, parameters }: Callable, values: Values): Call {
	const placeholders = new Set([...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
	const headers = namesIn(parameters, 'header');
	const ofBody = namesIn(parameters, 'body');
	const inQuery = goesIntoQuery(endpoint);
	const path: Record<string, string> = {};
	const header: Record<string, string> = {};
	const query: IDataObject = {};
	const body: IDataObject = {};
	for (const [wire, value] of Object.entries(values)) {
		if (value === undefined) continue;
		if (placeholders.has(wire)) path[wire] = String(value);
		else if (headers.has(wire)) header[wire] = String(value);
		else setAt(inQuery && !ofBody.has(wire) ? query : body, wire.split('.'), value);
	}
	return {
		endpoint,
		path,
		query: query as Call['query'],
		body: Object.keys(body).length === 0 ? undefined : { json: body },
		headers: header,
	};
}

/** @returns the values of these parameters that there are, under WeChat Pay's names */
export function picked(values: Values, parameters: readonly Parameter[]): IDataObject {
	const entries = parameters.map(({ wire }) => [wire, values[wire]] as const);
	return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as IDataObject;
}

/** @returns the values that there are as texts, so that a message can name them */
export function textsOf(values: Values): Record<string, string> {
	const there = Object.entries(values).filter(([, value]) => value !== undefined);
	return Object.fromEntries(there.map(([name, value]) => [name, String(value)]));
}
