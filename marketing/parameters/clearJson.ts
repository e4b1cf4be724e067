import { isJsonObject, ownMember, parsedJson, type JsonObject } from '../../wechatpay/losslessJson';
import { trimUnseen } from './givenText';

const TEXT_OR_COMMENT = /"(?:[^"\\]|\\.)*"|#.*|\/\/.*/g;

/** The samples on WeChat Pay's pages have comments: `# 必填, …`. */
function withoutComments(text: string): string {
	return text.replace(TEXT_OR_COMMENT, (token) => (token.startsWith('"') ? token : ''));
}

function withoutFence(text: string): string {
	const bare = trimUnseen(text);
	if (!bare.startsWith('```') || !bare.endsWith('```')) return bare;
	return bare.slice(3, -3).replace(/^json\b/i, '');
}

function parsed(text: string): unknown {
	const bare = withoutFence(text);
	return parsedJson(bare) ?? parsedJson(withoutComments(bare));
}

function unwrapped(value: unknown): unknown {
	if (typeof value === 'string') return parsed(value);
	if (Array.isArray(value) && value.length === 1) return value[0] as unknown;
	const isBody = isJsonObject(value) && Object.keys(value).join() === 'body';
	return isBody ? ownMember(value, 'body') : value;
}

/** Text of a list, in a fence, of an object with a body of text. */
const MOST_WRAPPERS = 5;

/**
 * @returns the object that was clearly meant: as it is, as JSON text (with comments, in a fence of Markdown, written
 * as text twice), as the only one of a list, or as the only member `body`; `undefined` for anything else
 */
export function clearObject(given: unknown): JsonObject | undefined {
	let value = given;
	for (let wrapper = 0; wrapper < MOST_WRAPPERS; wrapper++) value = unwrapped(value);
	return isJsonObject(value) ? value : undefined;
}
