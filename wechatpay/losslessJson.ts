/** Whether a text may have a number that long outside of its strings: within them it may find more. */
const LONG_NUMBER = /(?:^|[:,[])\s*-?\d{16}/;

const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/**
 * Parses JSON without rounding: an integer that a JavaScript number cannot hold exactly becomes a string
 * of its digits. Everything else is as JSON.parse gives it.
 *
 * @throws SyntaxError when the text is not JSON
 */
export function parseLossless(text: string): unknown {
	// Checked as it came: quotes around a number would make it legal as the name of a member.
	const rounded: unknown = JSON.parse(text);
	if (!LONG_NUMBER.test(text)) return rounded;
	const exact = text.replace(STRING_OR_NUMBER, (token) =>
		/^-?\d+$/.test(token) && !Number.isSafeInteger(Number(token)) ? `"${token}"` : token,
	);
	return JSON.parse(exact);
}

/** The members of a JSON object. */
export type JsonObject = Record<string, string | number | boolean | object | null | undefined>;

/** Whether a value is a JSON object, and neither a list, a Date nor anything else. */
export function isJsonObject(value: unknown): value is JsonObject {
	return Object.prototype.toString.call(value) === '[object Object]';
}

/** @returns the member of this name that an object has itself; `undefined` for one that it inherits */
export function ownMember<Value>(object: Readonly<Record<string, Value>>, name: string) {
	return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** @returns the value when it is a JSON object, and neither a list nor anything else */
export function asObject(value: unknown): JsonObject | undefined {
	return isJsonObject(value) ? value : undefined;
}

/** Parses JSON without rounding; `undefined` when the text is not JSON. */
export function parsedJson(text: string): unknown {
	try {
		return parseLossless(text);
	} catch {
		return undefined;
	}
}

/** Parses JSON without rounding; `undefined` when the text is not a JSON object. */
export function parseObject(text: string): JsonObject | undefined {
	return asObject(parsedJson(text));
}
