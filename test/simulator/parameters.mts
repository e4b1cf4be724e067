import { isJsonObject, type JsonObject, type JsonValue } from './json.mts';
import { DetailCode, type Location, paramError, type Refusal } from './refusals.mts';

/**
 * Named values of one place of a request (the query, the body, an object inside of them), read by
 * rule: every method throws WeChat Pay's PARAM_ERROR for a value that breaks its rule.
 */
export class Parameters {
	/** `prefix` precedes each name in the error answers, e.g. `/` or `/store_list/0/` for a body. */
	constructor(
		private readonly values: JsonObject,
		private readonly location: Location,
		private readonly prefix: string,
	) {}

	/** Refuses names that are not among those given. */
	allowOnly(...names: string[]): void {
		const unknown = Object.keys(this.values).find((name) => !names.includes(name));
		if (unknown !== undefined) throw this.wrong(unknown, '不是此接口的参数');
	}

	/** Whether there is a value other than the empty string. */
	has(name: string): boolean {
		return this.values[name] !== undefined && this.values[name] !== '';
	}

	/** A string that must be there and not be empty; `maxLength` counts characters. */
	text(name: string, maxLength = Infinity): string {
		const value = this.values[name];
		if (value === undefined) throw this.wrong(name, '必填');
		if (typeof value !== 'string') throw this.wrong(name, '类型应为string');
		if (value === '') throw this.wrong(name, '不能为空', DetailCode.parameterTooShort);
		if (Array.from(value).length > maxLength) {
			throw this.wrong(name, `长度不能超过${maxLength}`, DetailCode.parameterTooLong);
		}
		return value;
	}

	/** As `text`, undefined when absent. */
	optionalText(name: string, maxLength?: number): string | undefined {
		return this.values[name] === undefined ? undefined : this.text(name, maxLength);
	}

	/** A string out of a list. */
	oneOf<T extends string>(name: string, allowed: readonly T[]): T {
		const value = this.text(name);
		const found = allowed.find((candidate) => candidate === value);
		if (found === undefined) throw this.wrong(name, `可选取值：${allowed.join('、')}`);
		return found;
	}

	/** As `oneOf`, undefined when absent. */
	optionalOneOf<T extends string>(name: string, allowed: readonly T[]): T | undefined {
		return this.values[name] === undefined ? undefined : this.oneOf(name, allowed);
	}

	/** An integer written in decimal in the query, `fallback` when absent. */
	integer(name: string, fallback: number, min: number, max: number): number {
		if (this.values[name] === undefined) return fallback;
		const value = this.text(name);
		if (!/^(0|-?[1-9]\d*)$/.test(value)) throw this.wrong(name, '类型应为integer');
		if (Number(value) < min || Number(value) > max) {
			throw this.wrong(name, `取值范围${min}到${max}`, DetailCode.parameterOutOfRange);
		}
		return Number(value);
	}

	/** The members of an object that stands in the query as JSON text. */
	jsonObject(name: string): Parameters {
		const parsed = parseJson(this.text(name));
		if (!isJsonObject(parsed)) throw this.wrong(name, '类型应为object（JSON）');
		return new Parameters(parsed, this.location, `${this.prefix}${name}.`);
	}

	/** The members of each object of an array in the body. */
	objects(name: string, minItems: number, maxItems: number): Parameters[] {
		const list = this.values[name];
		if (list === undefined) throw this.wrong(name, '必填');
		if (!Array.isArray(list)) throw this.wrong(name, '类型应为array');
		if (list.length < minItems) {
			throw this.wrong(name, `元素个数不能小于${minItems}`, DetailCode.parameterTooShort);
		}
		if (list.length > maxItems) {
			throw this.wrong(name, `元素个数不能大于${maxItems}`, DetailCode.parameterTooLong);
		}
		return list.map((item, index) => {
			if (!isJsonObject(item))
				throw this.wrong(`${name}/${index}`, '类型应为object', undefined, item);
			return new Parameters(item, this.location, `${this.prefix}${name}/${index}/`);
		});
	}

	/** The refusal of one value; for rules only an endpoint knows. */
	wrong(name: string, issue: string, detailCode?: number, value?: JsonValue): Refusal {
		return paramError(
			{
				field: this.prefix + name,
				value: value ?? this.values[name],
				issue,
				location: this.location,
			},
			detailCode,
		);
	}
}

/** The parameters of a raw query string (without its `?`); refuses bad escapes and repeated names. */
export function queryParameters(rawQuery: string): Parameters {
	const values = new Map<string, string>();
	for (const pair of rawQuery === '' ? [] : rawQuery.split('&')) {
		const equals = pair.indexOf('=');
		const name = decodeFormText(equals < 0 ? pair : pair.slice(0, equals));
		if (values.has(name)) throw wrongQuery(name, '重复');
		values.set(name, equals < 0 ? '' : decodeFormText(pair.slice(equals + 1)));
	}
	return new Parameters(Object.fromEntries(values), 'query', '');
}

/** The members of a request body, which must be a JSON object in valid UTF-8. */
export function bodyParameters(body: Buffer): Parameters {
	let text: string;
	try {
		text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
	} catch {
		throw paramError({ field: '', issue: '不是合法的UTF-8', location: 'body' });
	}
	const parsed = parseJson(text);
	if (parsed === undefined)
		throw paramError({ field: '', issue: '不是合法的JSON', location: 'body' });
	if (!isJsonObject(parsed)) {
		throw paramError({ field: '', issue: '类型应为object', location: 'body' });
	}
	return new Parameters(parsed, 'body', '/');
}

/** A path segment with its escapes resolved; refuses bad escapes. */
export function decodePathValue(name: string, segment: string): string {
	try {
		return decodeURIComponent(segment);
	} catch {
		throw paramError({ field: name, value: segment, issue: '百分号编码错误', location: 'url' });
	}
}

function decodeFormText(text: string): string {
	try {
		return decodeURIComponent(text.replaceAll('+', ' '));
	} catch {
		throw wrongQuery(text, '百分号编码错误');
	}
}

const wrongQuery = (field: string, issue: string) =>
	paramError({ field, issue, location: 'query' });

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
