import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { call, type CallSettings, type Result } from '../transport/call';
import type { Endpoint, EndpointValues } from '../transport/endpoint';
import { InputError, toId, toIds } from './inputValues';

/** One input item as an operation sees it: the values of the fields, and calls with its Options. */
export class ItemInput {
	constructor(
		private readonly context: IExecuteFunctions,
		private readonly fields: INodeProperties[],
		readonly index: number,
	) {}

	/** @returns the value of a field as it is */
	value(name: string): unknown {
		return this.context.getNodeParameter(name, this.index, undefined);
	}

	/** @returns the value of a field as text, to be shown and not to be sent */
	text(name: string): string {
		const value = this.value(name);
		return typeof value === 'string' ? value : JSON.stringify(value ?? '');
	}

	/** @throws InputError when the field holds no ID */
	id(name: string): string {
		return toId(this.value(name), this.displayName(name));
	}

	/** @throws InputError when the field holds no IDs */
	ids(name: string): string[] {
		return toIds(this.value(name), this.displayName(name));
	}

	/** @returns the members of a collection that the user added */
	collection(name: string): IDataObject {
		return this.context.getNodeParameter(name, this.index, {}) as IDataObject;
	}

	/**
	 * @returns how many results are wanted: all of them is Infinity
	 * @throws InputError when Limit is not a whole number of 1 or more
	 */
	limit(): number {
		if (this.value('returnAll') === true) return Infinity;
		const limit = Number(this.value('limit'));
		if (Number.isInteger(limit) && limit > 0) return limit;
		throw new InputError(
			'Limit',
			'is not a whole number of 1 or more',
			'Correct it, or turn on Return All.',
		);
	}

	/** @see call */
	async call(endpoint: Endpoint, values: EndpointValues): Promise<Result> {
		return await call(this.context, endpoint, values, this.settings());
	}

	private settings(): CallSettings {
		const { timeout = 30_000 } = this.collection('options');
		if (typeof timeout === 'number' && timeout > 0) return { timeout };
		throw new InputError(
			'Timeout',
			'is not a number of milliseconds above 0',
			'Correct it in Options.',
		);
	}

	private displayName(name: string): string {
		return this.fields.find((field) => field.name === name)?.displayName ?? name;
	}
}
