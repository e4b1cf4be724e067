import { isJsonObject, type JsonObject } from '../json.mts';
import { paramError } from '../refusals.mts';

/**
 * The pairs of a raw query string (without its `?`), decoded; throws WeChat Pay's PARAM_ERROR for
 * bad escapes and repeated names.
 */
export function queryTexts(rawQuery: string): Map<string, string> {
	const texts = new Map<string, string>();
	// Some clients end a query with `&`.
	for (const pair of rawQuery.split('&').filter((one) => one !== '')) {
		const equals = pair.indexOf('=');
		const name = decodeFormText(equals < 0 ? pair : pair.slice(0, equals));
		if (texts.has(name)) throw wrongQuery(name, '重复');
		texts.set(name, equals < 0 ? '' : decodeFormText(pair.slice(equals + 1)));
	}
	return texts;
}

/** The members of a request body; throws PARAM_ERROR unless it is a JSON object in valid UTF-8. */
export function bodyObject(body: Buffer): JsonObject {
	let text: string;
	try {
		text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
	} catch {
		throw wrongBody('不是合法的UTF-8');
	}
	let parsed: unknown;
	try {
		parsed = JSON.parse(text);
	} catch {
		throw wrongBody('不是合法的JSON');
	}
	if (!isJsonObject(parsed)) throw wrongBody('类型应为object');
	return parsed;
}

/** A path segment with its escapes resolved; throws PARAM_ERROR for bad escapes. */
export function decodePathValue(name: string, segment: string): string {
	try {
		return decodeURIComponent(segment);
	} catch {
		const field = `/uri_template/${name}`;
		throw wrong({ field, value: segment, issue: '百分号编码错误', location: 'uri_template' });
	}
}

function decodeFormText(text: string): string {
	try {
		return decodeURIComponent(text.replaceAll('+', ' '));
	} catch {
		throw wrongQuery(text, '百分号编码错误');
	}
}

const wrong = (detail: Parameters<typeof paramError>[0]) =>
	paramError(detail, `输入源“${detail.field}”${detail.issue}`);

const wrongQuery = (name: string, issue: string) =>
	wrong({ field: `/query/${name}`, issue, location: 'query' });

const wrongBody = (issue: string) => wrong({ field: '/body', issue, location: 'body' });
