import { isJsonObject, ownMember, parsedJson, type JsonObject } from '../../wechatpay/losslessJson';
import { trimUnseen } from './givenText';

const TEXT = '"(?:[^"\\\\]|\\\\.)*"';
/** The samples on WeChat Pay's pages have comments: `# 必填, …`. */
const TEXT_OR_COMMENT = new RegExp(`${TEXT}|#.*|//.*`, 'g');
/** What is left over when the last member was taken out. */
const TEXT_OR_LAST_COMMA = new RegExp(`${TEXT}|,(?=\\s*[}\\]])`, 'g');

/** Takes out what a pattern finds, but for texts. */
function without(text: string, pattern: RegExp): string {
	return text.replace(pattern, (token) => (token.startsWith('"') ? token : ''));
}

function withoutFence(text: string): string {
	const bare = trimUnseen(text);
	if (!bare.startsWith('```') || !bare.endsWith('```')) return bare;
	return bare.slice(3, -3).replace(/^json\b/i, '');
}

/**
 * @returns the value of JSON text, without rounding; comments, a comma behind the last member, and a fence of
 * Markdown around it do not matter; `undefined` for what is no JSON
 */
export function clearValue(text: string): unknown {
	const bare = withoutFence(text);
	return (
		parsedJson(bare) ?? parsedJson(without(without(bare, TEXT_OR_COMMENT), TEXT_OR_LAST_COMMA))
	);
}

function unwrapped(value: unknown): unknown {
	if (typeof value === 'string') return clearValue(value);
	if (Array.isArray(value) && value.length === 1) return value[0] as unknown;
	const isBody = isJsonObject(value) && Object.keys(value).join() === 'body';
	return isBody ? ownMember(value, 'body') : value;
}

/** Text of a list, in a fence, of an object with a body of text. */
const MOST_WRAPPERS = 5;

/**
 * @returns the object that was clearly meant: as it is, as JSON text (as `clearValue` reads it, or written as text
 * twice), as the only one of a list, or as the only member `body`; `undefined` for anything else
 */
export function clearObject(given: unknown): JsonObject | undefined {
	let value = given;
	for (let wrapper = 0; wrapper < MOST_WRAPPERS; wrapper++) value = unwrapped(value);
	return isJsonObject(value) ? value : undefined;
}
