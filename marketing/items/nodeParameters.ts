import type { IExecuteFunctions } from 'n8n-workflow';
import { isJsonObject, ownMember } from '../../wechatpay/losslessJson';

/** Whether what a field holds, or something in it, is worked out for each item. */
export function hasExpression(value: unknown): boolean {
	if (typeof value === 'string') return value.startsWith('=');
	if (typeof value !== 'object' || value === null) return false;
	return Object.values(value).some(hasExpression);
}

/**
 * The node's parameters for every input item. n8n takes its time to work one out, so a parameter without an
 * expression, which is the same for all items, is worked out once, and the last value of the others is kept.
 */
export class NodeParameters {
	private readonly constants = new Map<string, unknown>();
	private readonly latest = new Map<string, { item: number; value: unknown }>();

	constructor(private readonly context: IExecuteFunctions) {}

	/**
	 * @returns the value as it is; of a resource locator what was chosen or typed in
	 * @throws what n8n throws when it cannot work the expression out for this item
	 */
	value(name: string, item: number): unknown {
		if (this.constants.has(name)) return this.constants.get(name);
		const latest = this.latest.get(name);
		if (latest?.item === item) return latest.value;
		const given: unknown = this.context.getNodeParameter(name, item, undefined);
		const value = isJsonObject(given) && ownMember(given, '__rl') === true ? given.value : given;
		if (this.isExpression(name)) this.latest.set(name, { item, value });
		else this.constants.set(name, value);
		return value;
	}

	/** Whether the parameter, or something in it, is worked out for each item. */
	isExpression(name: string): boolean {
		return hasExpression(this.context.getNode().parameters[name]);
	}

	/** Whether a member of a collection is worked out for each item, by itself or with the whole collection. */
	isMemberExpression(collection: string, name: string): boolean {
		const members: unknown = this.context.getNode().parameters[collection];
		return hasExpression(isJsonObject(members) ? ownMember(members, name) : members);
	}
}
