import type { INodeProperties } from 'n8n-workflow';
import type { Parameter } from '../parameters/parameter';
import type { Endpoint, Quota } from '../transport/endpoint';
import type { DeepBody } from './deepBody';
import type { CallsOf } from '../items/calls';
import type { Fields } from '../items/fields';
import type { FailedRow, Row } from '../items/row';
import type { Useful } from '../items/simplify';
import { maxRetries, requestsPerSecond, timeout } from '../items/settings';

export type Method = Endpoint['method'];

/** Where the official pages of an operation stand. */
const PAGES = 'https://pay.weixin.qq.com/doc/v3/';

/** An endpoint of which the compiler knows the path and the method. */
export type EndpointAt<Path extends string, At extends Method = Method> = Endpoint & {
	path: Path;
	method: At;
};

/** What the documentation says of an endpoint besides method and path. */
export interface EndpointFacts {
	/** calls a second that WeChat Pay allows a merchant; without it none are documented */
	perSecond?: number;
	/** calls a minute, where the documentation counts so */
	perMinute?: number;
	/** whether its pages say that the answer carries no signature */
	mayBeUnsigned?: boolean;
	/** whether a call that is made again does its work again, so that none is whose work may be done */
	repeatsWork?: boolean;
	/** the official page, behind https://pay.weixin.qq.com/doc/v3/ or, of an older one, whole; for some endpoints none was found */
	page?: string;
}

function quotaOf({ perSecond, perMinute }: EndpointFacts): Quota | undefined {
	if (perSecond !== undefined) return { calls: perSecond, per: 'second' };
	return perMinute === undefined ? undefined : { calls: perMinute, per: 'minute' };
}

function pageUrl({ page }: EndpointFacts): string | undefined {
	return page?.startsWith('https://') ? page : page && PAGES + page;
}

function endpointWith<At extends Method>(method: At) {
	return <const Path extends string>(path: Path, facts: EndpointFacts): EndpointAt<Path, At> => ({
		method,
		path,
		quota: quotaOf(facts),
		documentationUrl: pageUrl(facts),
		...(facts.mayBeUnsigned && { mayBeUnsigned: true }),
		...(facts.repeatsWork && { repeatsWork: true }),
	});
}

export const get = endpointWith('GET');
export const post = endpointWith('POST');
export const patch = endpointWith('PATCH');
export const del = endpointWith('DELETE');

/** What every page says. */
export interface PageWords {
	/** name in the Operation list, Title Case */
	name: string;
	/** what the node creator shows and an AI agent reads, sentence case without articles; stands alone */
	action: string;
	description: string;
	/** told before the run, when the operation takes away, sends or pays */
	hint?: string;
}

type Placeholder<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
	? Name | Placeholder<Rest>
	: never;
type RequiredWire<Parameters extends readonly Parameter[]> = Extract<
	Parameters[number],
	{ isRequired: true }
>['wire'];
type Unfilled<Path extends string, Parameters extends readonly Parameter[]> = Exclude<
	Placeholder<Path>,
	RequiredWire<Parameters>
>;

/** The parameters of a page: a placeholder of the path that no required one fills does not compile. */
export type Filling<Path extends string, Parameters extends readonly Parameter[]> = [
	Unfilled<Path, Parameters>,
] extends [never]
	? Parameters
	: `No required parameter fills {${Unfilled<Path, Parameters>}} of the path`;

/** One run of the node. */
export interface Execution {
	/** the fields for every input item */
	inputs: readonly Fields[];
	callsOf: CallsOf;
	/** whether a failed row will stop the workflow */
	stopsOnFailure: boolean;
	/**
	 * Lets n8n get on with other things, when it has been held for a while.
	 *
	 * @throws CallError, not sent, when the execution was cancelled
	 */
	pause(): Promise<void>;
}

/** Whether a call reads, has a number under which it does nothing twice, or is guarded otherwise. */
type IsRepeatable<
	At extends Method,
	Parameters extends readonly Parameter[],
	Guard extends true | string | undefined,
> = [At] extends ['GET']
	? true
	: [Extract<Parameters[number], { absent: 'requestNumber' }>, Guard] extends [never, undefined]
		? false
		: true;

/**
 * The parameters of a page that may write. A call whose answer is lost is made again, so a page that writes does
 * not compile unless something makes that safe.
 *
 * @template Guard what does it besides a request number; `undefined` where nothing does
 */
export type Repeatable<
	Path extends string,
	At extends Method,
	Parameters extends readonly Parameter[],
	Guard extends true | string | undefined,
> =
	IsRepeatable<At, Parameters, Guard> extends true
		? Filling<Path, Parameters>
		: 'A call that writes needs what makes it safe to repeat: a request number, setsState, or a look (change, truth)';

/** What the node can do with its input items. */
export interface Operation extends PageWords {
	kind: 'single' | 'list' | 'batch' | 'report' | 'upload';
	/** value of the parameter `operation` */
	value: string;
	endpoint: Endpoint;
	/** the values that it takes, in the order of their fields */
	parameters: readonly Parameter[];
	/** fields of the kind of operation, such as Return All, behind those of the parameters */
	kindFields: readonly INodeProperties[];
	/** members of Options that the node itself uses */
	settings: readonly Parameter[];
	/** the part of the body that has many levels */
	body?: DeepBody;
	/** what of its answer is useful, where it can be simplified */
	useful?: readonly Useful[];
	/** where a list has its entries, what they are when they are plain texts, and whether they get the IDs of the call */
	listed?: { field: string; itemName?: string; withIds: boolean };
	/** what its output says under `change` when the call changed something */
	change?: string;
	/** what of an answer that is a success as a whole says why the call was refused */
	refusedBy?: string;
	/** @returns a row for every result and every failure, in the order of the input items */
	run(execution: Execution): Promise<Row[]>;
	/** what came of all rows, a sentence for the output panel and the message that stops the workflow */
	summary?(rows: readonly Row[]): string;
	/** names the row that failed first */
	nameOf?(failed: FailedRow): string;
}

function valueOf(name: string): string {
	if (name === 'Get Many') return 'getAll';
	const joined = name.replace(/[^A-Za-z]+(\w)/g, (_, letter: string) => letter.toUpperCase());
	return joined.charAt(0).toLowerCase() + joined.slice(1);
}

/** What a kind of operation adds to a page. */
export type Kind = Pick<
	Operation,
	'kind' | 'run' | 'summary' | 'nameOf' | 'body' | 'useful' | 'listed' | 'change' | 'refusedBy'
> & {
	kindFields?: readonly INodeProperties[];
	settings?: readonly Parameter[];
};

/** Makes an operation of what a page says and of what its kind does. */
export function operationOf(
	page: PageWords & { endpoint: Endpoint; parameters: readonly Parameter[] },
	{ kindFields = [], settings = [], ...kind }: Kind,
): Operation {
	const { name, action, description, hint, endpoint, parameters } = page;
	const allSettings = [...settings, maxRetries, requestsPerSecond(endpoint.quota), timeout];
	return {
		...kind,
		name,
		value: valueOf(name),
		action,
		description,
		hint,
		endpoint,
		parameters,
		kindFields,
		settings: allSettings,
	};
}
