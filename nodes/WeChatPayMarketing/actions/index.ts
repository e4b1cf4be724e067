import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';
import { optionsField } from './commonFields';
import { merchantCouponStock } from './merchantCouponStock';
import type { Operation } from './operation';
import { partnership } from './partnership';
import { productCoupon } from './productCoupon';
import { productCouponStock } from './productCouponStock';
import type { Resource } from './resource';

const resources: Resource[] = [merchantCouponStock, partnership, productCoupon, productCouponStock];

function operationFields({ value: resource, operations }: Resource): INodeProperties[] {
	return operations.flatMap(({ value, operation }) =>
		updateDisplayOptions({ show: { resource: [resource], operation: [value] } }, [
			...operation.fields,
			optionsField(operation.endpoint.quota?.calls ?? Infinity),
		]),
	);
}

function operationField({ value: resource, operations }: Resource): INodeProperties {
	const { value: firstOperation } = operations[0];
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [resource] } },
		options: operations.map(({ name, value, action, description }) => ({
			name,
			value,
			action,
			description,
		})),
		default: firstOperation,
	};
}

const { value: usualResource } = productCoupon;

/** All fields of the node, broadest first. */
export const properties: INodeProperties[] = [
	{
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: resources.map(({ name, value }) => ({ name, value })),
		default: usualResource,
	},
	...resources.map(operationField),
	...resources.flatMap(operationFields),
];

const labels = resources.flatMap(({ name, value, operations }) =>
	operations.map((entry) => [`${value}.${entry.value}`, `${entry.name}: ${name}`]),
);

/** An expression for the line under a node's name: what it does, in the words of the lists. */
export const subtitle = `={{ (${JSON.stringify(Object.fromEntries(labels))})[$parameter["resource"] + "." + $parameter["operation"]] }}`;

/**
 * @param resource value of the parameter `resource`
 * @param operation value of the parameter `operation`
 * @throws Error when the node has no such operation
 */
export function operationOf(resource: unknown, operation: unknown): Operation {
	const found = resources
		.find(({ value }) => value === resource)
		?.operations.find(({ value }) => value === operation);
	if (found) return found.operation;
	throw new Error(
		`This node has no operation ${String(operation)} of a resource ${String(resource)}. Choose Resource and Operation again`,
	);
}
