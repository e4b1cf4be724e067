import type { INodeProperties } from 'n8n-workflow';
import type { Condition, Parameter } from '../parameters/parameter';
import { membersOf, type CollectionName } from '../parameters/collections';
import type { Operation } from '../operation/page';
import type { Resource } from '../operation/resource';
import { collectionField } from './collectionFields';

/** A field as a page wants it, and the operations that have it. */
interface Shared {
	field: INodeProperties;
	operations: string[];
}

/** Adds an operation to those that have a field. @returns the key of the field */
function share(shared: Map<string, Shared>, field: INodeProperties, operation: string): string {
	const key = JSON.stringify(field);
	const known = shared.get(key) ?? { field, operations: [] };
	known.operations.push(operation);
	shared.set(key, known);
	return key;
}

/** The values of a choice as its field holds them: those of a switch are no text. */
function heldValues({ choice, values }: Condition): Array<string | boolean> {
	return values.map((value) => (choice.field.type === 'boolean' ? value === 'true' : value));
}

function conditionOf({ when }: Parameter): INodeProperties['displayOptions'] {
	if (!when) return undefined;
	const shown = when.map((condition) => [condition.choice.field.name, heldValues(condition)]);
	return { show: Object.fromEntries(shown) };
}

/** The fields of an operation that stand on their own, in their order. */
function ownFields({ parameters, kindFields }: Operation): INodeProperties[] {
	const own = parameters
		.filter(({ place }) => place === 'own')
		.map((parameter) => {
			const displayOptions = conditionOf(parameter);
			return displayOptions ? { ...parameter.field, displayOptions } : parameter.field;
		});
	return [...own, ...kindFields];
}

/**
 * Puts the fields of all operations of a resource in one rank in which every operation finds its own order.
 *
 * @throws Error when two operations want two fields in opposite orders
 */
function ranked(operations: readonly Operation[]): Shared[] {
	const shared = new Map<string, Shared>();
	const before = new Map<string, Set<string>>();
	for (const operation of operations) {
		let previous: string | undefined;
		for (const field of ownFields(operation)) {
			const key = share(shared, field, operation.value);
			const earlier = before.get(key) ?? new Set();
			if (previous !== undefined) earlier.add(previous);
			before.set(key, earlier);
			previous = key;
		}
	}
	const rank: Shared[] = [];
	const placed = new Set<string>();
	while (placed.size < shared.size) {
		const next = [...shared.keys()].find(
			(key) => !placed.has(key) && [...(before.get(key) ?? [])].every((one) => placed.has(one)),
		);
		if (next === undefined) throw new Error('Operations disagree on the order of their fields');
		placed.add(next);
		rank.push(shared.get(next) as Shared);
	}
	return rank;
}

function shownFor(resource: string, { field, operations }: Shared): INodeProperties {
	const { show, ...rest } = field.displayOptions ?? {};
	return {
		...field,
		displayOptions: { ...rest, show: { resource: [resource], operation: operations, ...show } },
	};
}

/** The collection of the operations of a resource that have members in it. */
function ownCollection(resource: Resource, name: CollectionName): INodeProperties[] {
	const operations = resource.operations.filter((one) => membersOf(one, name).length > 0);
	if (operations.length === 0) return [];
	const field = collectionField([{ ...resource, operations }], name);
	return [shownFor(resource.value, { field, operations: operations.map(({ value }) => value) })];
}

function operationField({ value, operations, defaultOperation }: Resource): INodeProperties {
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [value] } },
		options: operations.map(({ name, value: operation, action, description }) => ({
			name,
			value: operation,
			action,
			description,
		})),
		default: defaultOperation,
	};
}

function fieldsOf(resource: Resource): INodeProperties[] {
	return [
		...ranked(resource.operations).map((field) => shownFor(resource.value, field)),
		...ownCollection(resource, 'filters'),
		...ownCollection(resource, 'additionalFields'),
	];
}

/**
 * Builds all fields of the node, broadest first. A field that several operations of a resource have is one
 * property; Options are one for all operations, for each has some, and most are the same.
 *
 * @param usual value of the resource that is chosen when none was
 */
export function nodeProperties(resources: readonly Resource[], usual: string): INodeProperties[] {
	return [
		{
			displayName: 'Resource',
			name: 'resource',
			type: 'options',
			noDataExpression: true,
			options: resources.map(({ name, value, description }) => ({ name, value, description })),
			default: usual,
		},
		...resources.map(operationField),
		...resources.flatMap(fieldsOf),
		collectionField(resources, 'options'),
	];
}
