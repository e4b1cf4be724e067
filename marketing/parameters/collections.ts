import type { INodeProperties } from 'n8n-workflow';
import type { Parameter } from './parameter';

/** A field whose members are added one by one: what may be left out has no field of its own. */
export type CollectionName = 'filters' | 'additionalFields' | 'options';

/** What the editor calls them. */
export const COLLECTION_LABELS: Readonly<Record<CollectionName, string>> = {
	filters: 'Filters',
	additionalFields: 'Additional Fields',
	options: 'Options',
};

/** The parameters of an operation, and what decides where they stand. */
export interface OperationParameters {
	endpoint: { method: string };
	/** the values that it takes, in the order of their fields */
	parameters: readonly Parameter[];
	/** members of Options that the node itself uses */
	settings: readonly Parameter[];
}

/** @returns the collection that a value stands in which has no field of its own */
export function collectionOf(
	{ place }: Pick<Parameter, 'place'>,
	{ method }: OperationParameters['endpoint'],
): CollectionName {
	if (place === 'option') return 'options';
	return method === 'GET' ? 'filters' : 'additionalFields';
}

/** @returns the fields that stand in a collection */
export function membersOf(
	{ parameters, settings, endpoint }: OperationParameters,
	collection: CollectionName,
): INodeProperties[] {
	return [...parameters, ...settings]
		.filter(
			(parameter) => parameter.place !== 'own' && collectionOf(parameter, endpoint) === collection,
		)
		.map(({ field }) => field);
}
