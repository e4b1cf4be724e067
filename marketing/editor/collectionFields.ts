import type { INodeProperties } from 'n8n-workflow';
import type { Resource } from '../operation/resource';
import { COLLECTION_LABELS, membersOf, type CollectionName } from '../parameters/collections';

const PLACEHOLDERS: Readonly<Record<CollectionName, { placeholder: string }>> = {
	filters: { placeholder: 'Add filter' },
	additionalFields: { placeholder: 'Add field' },
	options: { placeholder: 'Add option' },
};

/** Operations, by their resources. */
type Having = Map<Resource, string[]>;

/** A field, and the operations that have it. */
interface Member {
	field: INodeProperties;
	having: Having;
}

/** The members of a collection, the same ones once. */
function sharedMembers(resources: readonly Resource[], name: CollectionName): Member[] {
	const members = new Map<string, Member>();
	for (const resource of resources) {
		for (const operation of resource.operations) {
			for (const field of membersOf(operation, name)) {
				const key = JSON.stringify(field);
				const member: Member = members.get(key) ?? { field, having: new Map() };
				const known = member.having.get(resource) ?? [];
				member.having.set(resource, [...known, operation.value]);
				members.set(key, member);
			}
		}
	}
	return [...members.values()];
}

/** Whether one condition tells them: no resource has another operation whose name is among theirs. */
function isOneCondition(having: Having): boolean {
	const names = new Set([...having.values()].flat());
	return [...having].every(
		([{ operations }, own]) =>
			operations.filter(({ value }) => names.has(value)).length === own.length,
	);
}

/** Divides operations into parts that one condition tells each. */
function partsOf(having: Having): Having[] {
	const parts: Having[] = [];
	for (const [resource, own] of having) {
		const joined = parts.find((part) => isOneCondition(new Map([...part, [resource, own]])));
		if (joined) joined.set(resource, own);
		else parts.push(new Map([[resource, own]]));
	}
	return parts;
}

/** The field, under its condition; without one when all operations of all resources have it. */
function shownFor(
	field: INodeProperties,
	having: Having,
	resources: readonly Resource[],
): INodeProperties {
	const isWhole = [...having].every(([{ operations }, own]) => own.length === operations.length);
	const show = {
		...(having.size < resources.length && {
			'/resource': [...having.keys()].map(({ value }) => value),
		}),
		...(!isWhole && { '/operation': [...new Set([...having.values()].flat())] }),
	};
	return Object.keys(show).length === 0 ? field : { ...field, displayOptions: { show } };
}

/**
 * Builds a field whose members are added one by one, for all operations of the resources: each member stands in
 * it as seldom as conditions can tell for which operations it is.
 */
export function collectionField(
	resources: readonly Resource[],
	name: CollectionName,
): INodeProperties {
	const members = sharedMembers(resources, name).flatMap(({ field, having }) =>
		partsOf(having).map((part) => shownFor(field, part, resources)),
	);
	return {
		displayName: COLLECTION_LABELS[name],
		...PLACEHOLDERS[name],
		name,
		type: 'collection',
		default: {},
		options: members.sort((a, b) => a.displayName.localeCompare(b.displayName, 'en')),
	};
}
