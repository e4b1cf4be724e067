import { createHash } from 'node:crypto';
import { type JsonObject } from '../json.mts';
import { requestNumberReused } from '../refusals.mts';
import { type Operation } from './operations.mts';
import { type RequestValues } from './requestCheck.mts';
import { type Schema } from './schema.mts';

interface Remembered {
	content: string;
	answer: JsonObject;
}

/** The request numbers of a merchant, each with what was asked for under it and the answer. */
export class RequestNumbers {
	private remembered = new Map<string, Remembered>();

	/**
	 * Does the work once for each number: a repeat gets the first answer, and the same number with
	 * other values throws WeChat Pay's refusal. What was refused is not remembered.
	 */
	once(operation: Operation, values: RequestValues, work: () => JsonObject): JsonObject {
		const number = requestNumberOf(operation, values);
		if (number === undefined) return work();
		const key = JSON.stringify([operation.id, number]);
		const content = fingerprint(values);
		const known = this.remembered.get(key);
		if (known && known.content !== content) throw requestNumberReused();
		const answer = known ? known.answer : work();
		if (!known) this.remembered.set(key, { content, answer: structuredClone(answer) });
		return structuredClone(answer);
	}

	/** Forgets all numbers. */
	reset(): void {
		this.remembered.clear();
	}
}

function requestNumberOf(
	{ parameters, body }: Operation,
	{ query, header, body: sent }: RequestValues,
): unknown {
	const parameter = parameters.find(({ schema }) => schema['x-request-number']);
	if (parameter) return (parameter.in === 'query' ? query : header)[parameter.name];
	return body && numberIn(body.schema, sent);
}

/** The value that is the request number, wherever it stands in a body. */
function numberIn(schema: Schema, value: unknown): unknown {
	if (schema['x-request-number']) return value;
	for (const [name, member] of Object.entries(schema.properties ?? {})) {
		const found = numberIn(member, (value as JsonObject | undefined)?.[name]);
		if (found !== undefined) return found;
	}
	return undefined;
}

/** The same for values that differ only in the order of their members. */
function fingerprint(values: RequestValues): string {
	const text = JSON.stringify(values, (_, value: unknown) =>
		value !== null && typeof value === 'object' && !Array.isArray(value)
			? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
			: value,
	);
	return createHash('sha256').update(text).digest('hex');
}
