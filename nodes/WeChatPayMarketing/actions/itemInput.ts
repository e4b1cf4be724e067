import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { isJsonObject } from '../transport/attempt';
import type { CallValues } from '../transport/pages';
import type { CallSettings, Result, Session } from '../transport/session';
import { toId, toIds, toNumber } from './inputValues';
import { placed, type PlacedEndpoint } from './placing';
import type { Parameters } from './parameters';

/** One input item as an operation sees it: the values of the fields, and calls with its Options. */
export class ItemInput {
	constructor(
		private readonly parameters: Parameters,
		private readonly fields: INodeProperties[],
		readonly index: number,
		private readonly session: Session,
	) {}

	/** @returns the value of a field as it is; of a resource locator what was chosen or typed in */
	value(name: string): unknown {
		return this.parameters.value(name, this.index);
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
		const collection = this.value(name);
		return isJsonObject(collection) ? collection : {};
	}

	/**
	 * @returns how many results are wanted: all of them is Infinity
	 * @throws InputError when Limit is not a whole number of 1 or more
	 */
	limit(): number {
		if (this.value('returnAll') === true) return Infinity;
		return toNumber(this.value('limit'), 'Limit', { min: 1 });
	}

	/** @see Session.call */
	async call(endpoint: PlacedEndpoint, values: CallValues): Promise<Result> {
		return await this.session.call(placed(endpoint, values), this.callSettings(), this.index);
	}

	private callSettings(): CallSettings {
		const { timeout = 30_000, maxRetries = 3, requestsPerSecond } = this.collection('options');
		return {
			timeout: toNumber(timeout, 'Timeout', { min: 1 }),
			maxRetries: toNumber(maxRetries, 'Max Retries', { min: 0 }),
			requestsPerSecond:
				requestsPerSecond === undefined
					? undefined
					: toNumber(requestsPerSecond, 'Requests Per Second', { min: 0 }),
		};
	}

	private displayName(name: string): string {
		return this.fields.find((field) => field.name === name)?.displayName ?? name;
	}
}
