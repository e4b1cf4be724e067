import type { IDataObject, INodeParameters, NodeParameterValueType } from 'n8n-workflow';
import type { Operation } from '../../../marketing/operation/page.ts';
import { collectionOf } from '../../../marketing/parameters/collections.ts';
import type { Parameter } from '../../../marketing/parameters/parameter.ts';
import { type JsonObject } from '../../simulator/index.mts';

/** An operation of the node, as its page makes it, in its resource. */
export interface Page {
	resource: string;
	operation: Operation;
}

/** The value under a dotted name. */
export function valueOf(values: JsonObject, wire: string): unknown {
	return wire
		.split('.')
		.reduce<unknown>((at, name) => (at as JsonObject | undefined)?.[name], values);
}

/** A value as somebody types it in. */
function typed({ field }: Parameter, value: unknown): NodeParameterValueType {
	if (field.type === 'json') return JSON.stringify(value);
	if (!Array.isArray(value)) return value as NodeParameterValueType;
	return value
		.map((member: unknown) =>
			typeof member === 'object' ? String(Object.values(member as IDataObject)[0]) : String(member),
		)
		.join(', ');
}

function entered({ field }: Parameter, value: NodeParameterValueType): NodeParameterValueType {
	return field.type === 'resourceLocator' ? { __rl: true, mode: 'id', value } : value;
}

/** What of an example goes into the body by columns or JSON. */
function deepBody({ parameters }: Operation, values: JsonObject): JsonObject {
	const body = structuredClone(values);
	for (const { wire } of parameters) {
		const path = wire.split('.');
		const holder = path.slice(0, -1).join('.');
		const within = holder === '' ? body : valueOf(body, holder);
		if (within) delete (within as JsonObject)[path.at(-1)!];
	}
	return body;
}

/** A row of a sheet with all values of an example, its columns named after the fields of the node. */
export function rowOf({ operation }: Page, values: JsonObject): IDataObject {
	const row: IDataObject = {};
	for (const parameter of operation.parameters) {
		const value = valueOf(values, parameter.wire);
		if (value !== undefined) row[parameter.field.name] = typed(parameter, value) as IDataObject;
	}
	return operation.body ? { ...row, json: deepBody(operation, values) as IDataObject } : row;
}

/**
 * The node's parameters for a row: each field that the row has a column for takes it.
 *
 * @param valueFor what a field holds: the value itself, or an expression
 */
export function parametersFor(
	{ resource, operation }: Page,
	row: IDataObject,
	valueFor: (name: string) => NodeParameterValueType,
	options: INodeParameters = {},
): INodeParameters {
	const own: INodeParameters = { resource, operation: operation.value };
	const added: INodeParameters = {};
	const settings: INodeParameters = { requestsPerSecond: 0, ...options };
	for (const parameter of operation.parameters) {
		const { name } = parameter.field;
		if (!Object.hasOwn(row, name)) continue;
		if (parameter.place === 'own') own[name] = entered(parameter, valueFor(name));
		else (parameter.place === 'added' ? added : settings)[name] = valueFor(name);
	}
	return {
		...own,
		...(Object.hasOwn(row, 'json') && { define: 'json', json: valueFor('json') }),
		...(operation.useful && { simplify: false }),
		...(operation.kind === 'list' && { returnAll: true }),
		[collectionOf({ place: 'added' }, operation.endpoint)]: added,
		options: settings,
	};
}

/** The same fields, filled with what the row itself says. */
export function fixedParameters(
	page: Page,
	row: IDataObject,
	options?: INodeParameters,
): INodeParameters {
	const fixed = (name: string) => {
		const value = row[name];
		return (name === 'json' ? JSON.stringify(value) : value) as NodeParameterValueType;
	};
	return parametersFor(page, row, fixed, options);
}

/** The same fields, each with an expression that takes the column of its name. */
export function mappedParameters(
	page: Page,
	row: IDataObject,
	options?: INodeParameters,
): INodeParameters {
	return parametersFor(page, row, (name) => `={{ $json.${name} }}`, options);
}
