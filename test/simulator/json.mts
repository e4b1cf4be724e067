/** Any JSON value; a bigint stands for an integer that a double cannot hold. */
export type JsonValue = null | boolean | number | bigint | string | JsonValue[] | JsonObject;

/** A JSON object; members that are undefined are left out of its text. */
export interface JsonObject {
	[name: string]: JsonValue | undefined;
}

/** Whether a value that came out of JSON.parse is an object (not null, not an array). */
export function isJsonObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The same object without one of its members. */
export function without(object: JsonObject, name: string): JsonObject {
	return Object.fromEntries(Object.entries(object).filter(([member]) => member !== name));
}

/** The compact JSON text of a value. Unlike JSON.stringify it writes a bigint as its digits. */
export function toJsonText(value: JsonValue): string {
	if (typeof value === 'bigint') return value.toString();
	if (Array.isArray(value)) return `[${value.map(toJsonText).join(',')}]`;
	if (isJsonObject(value)) {
		const members = Object.entries(value).flatMap(([name, member]) =>
			member === undefined ? [] : [`${JSON.stringify(name)}:${toJsonText(member)}`],
		);
		return `{${members.join(',')}}`;
	}
	return JSON.stringify(value);
}
