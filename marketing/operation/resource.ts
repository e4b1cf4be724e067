import { InputError, shown } from '../parameters/inputError';
import type { Operation } from './page';

/** An entry of the Resource list with its operations, both in the order in which they are shown. */
export interface Resource {
	name: string;
	/** its name where there is little room: under the node on the canvas */
	shortName: string;
	/** value of the parameter `resource` */
	value: string;
	description: string;
	/** value of the operation that is chosen when none was: workflows in the field hold no other trace of it */
	defaultOperation: string;
	operations: readonly Operation[];
}

/**
 * @param resources all that the node can do
 * @param resource value of the parameter `resource`
 * @param operation value of the parameter `operation`
 * @throws InputError when the node has no such operation
 */
export function findOperation(
	resources: readonly Resource[],
	resource: unknown,
	operation: unknown,
): Operation {
	const found = resources
		.find(({ value }) => value === resource)
		?.operations.find(({ value }) => value === operation);
	if (found) return found;
	throw new InputError(
		'Operation',
		`is ${shown(operation)}, which the resource ${shown(resource)} does not have`,
		'Choose Resource and Operation again.',
	);
}

/** Characters that n8n shows under a node before it cuts the line. */
const SUBTITLE_LENGTH = 28;

function subtitleOf(resource: Resource, operation: Operation): string {
	const candidates = [
		`${operation.name}: ${resource.name}`,
		`${operation.name}: ${resource.shortName}`,
		operation.name,
	];
	return candidates.find(({ length }) => length <= SUBTITLE_LENGTH) ?? operation.name;
}

/** An expression for the line under a node's name: what it does, in the words of the lists. */
export function subtitleExpression(resources: readonly Resource[]): string {
	const labels = resources.flatMap((resource) =>
		resource.operations.map((operation) => [
			`${resource.value}.${operation.value}`,
			subtitleOf(resource, operation),
		]),
	);
	return `={{ (${JSON.stringify(Object.fromEntries(labels))})[$parameter["resource"] + "." + $parameter["operation"]] }}`;
}
