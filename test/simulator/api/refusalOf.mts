import { type ErrorObject } from 'ajv';
import { isJsonObject, type JsonObject, type JsonValue } from '../json.mts';
import { DetailCode, paramError, type Refusal } from '../refusals.mts';
import { type Schema, schemaAt } from './schema.mts';

/** What is wrong with a value, in WeChat Pay's words. */
interface Complaint {
	/** Of what is at fault, below the path that the validator names. */
	below?: string;
	/** How the sentence begins. */
	begin(field: string, name: string): string;
	/** How it ends: the rule. */
	issue: string;
	detailCode?: number;
}

/** The refusal of a request by the first rule that it breaks, in WeChat Pay's words. */
export function refusalOf(error: ErrorObject, schema: Schema, values: JsonObject): Refusal {
	const complaint = complaintOf(error);
	const field = error.instancePath + (complaint.below ? `/${complaint.below}` : '');
	const name = schemaAt(schema, field)?.['x-name-zh'] ?? field.split('/').at(-1)!;
	return paramError(
		{
			field,
			value: valueAt(values, field),
			issue: complaint.issue,
			location: field.split('/')[1] as 'body',
		},
		`${complaint.begin(field, name)}${complaint.issue}`,
		complaint.detailCode,
	);
}

const TYPES: Record<string, string> = {
	integer: '此字段需要一个合法的 64 位有符号整数',
	int64: '此字段需要一个合法的 64 位有符号整数',
	string: '此字段需要一个 string 类型的 Json 值',
	boolean: '此字段需要一个 bool 类型的 Json 值',
	array: '此字段需要一个 array 类型的 Json 值',
	object: '此字段需要一个 object 类型的 Json 值',
};

const rule = (kind: string, of: string) => (field: string, name: string) =>
	`输入源“${field}”映射到${kind}“${name}”${of}规则校验失败，`;

const wrongType = (type: string): Complaint => ({
	begin: (field, name) =>
		`无法将${field.startsWith('/body') ? ' JSON ' : ''}输入源“${field}”映射到目标字段“${name}”中，`,
	issue: TYPES[type]!,
});

function complaintOf({ keyword, params, data, parentSchema }: ErrorObject): Complaint {
	const string = rule('值字段', '字符串');
	const count = `字符数 ${Array.from(String(data)).length}`;
	const items = `元素个数 ${Array.isArray(data) ? data.length : 0}`;
	const { tooShort, tooLong, outOfRange } = {
		tooShort: DetailCode.parameterTooShort,
		tooLong: DetailCode.parameterTooLong,
		outOfRange: DetailCode.parameterOutOfRange,
	};
	const { limit } = params as { limit: number };
	switch (keyword) {
		case 'required':
		case 'dependentRequired':
			return {
				below: params['missingProperty'] as string,
				begin: rule('字段', '必填性'),
				issue: '此字段为必填项',
			};
		case 'additionalProperties':
			return {
				below: params['additionalProperty'] as string,
				begin: (field) => `输入源“${field}”`,
				issue: '不是此接口的参数',
			};
		case 'type':
			return wrongType(params['type'] as string);
		case 'minLength':
			return { begin: string, issue: `${count}，小于最小值 ${limit}`, detailCode: tooShort };
		case 'maxLength':
			return { begin: string, issue: `${count}，大于最大值 ${limit}`, detailCode: tooLong };
		case 'pattern':
			return { begin: string, issue: `字符串必须匹配正则表达式“${params['pattern']}”` };
		case 'format':
			if (params['format'] === 'int64') return wrongType('int64');
			return { begin: string, issue: `字符串必须符合格式“${params['format']}”` };
		case 'enum':
			return {
				begin: rule('枚举字段', ''),
				issue: `可选取值：${(params['allowedValues'] as string[]).join('、')}`,
			};
		case 'minimum':
			return {
				begin: rule('数值字段', ''),
				issue: `值低于最小值 ${limit}`,
				detailCode: outOfRange,
			};
		case 'maximum':
			return {
				begin: rule('数值字段', ''),
				issue: `值高于最大值 ${limit}`,
				detailCode: outOfRange,
			};
		case 'minItems':
			return {
				begin: rule('数组字段', ''),
				issue: `${items}，小于最小值 ${limit}`,
				detailCode: tooShort,
			};
		case 'maxItems':
			return {
				begin: rule('数组字段', ''),
				issue: `${items}，大于最大值 ${limit}`,
				detailCode: tooLong,
			};
		case 'oneOf': {
			const choices = ((parentSchema as Schema).oneOf ?? []).flatMap(
				({ required = [] }) => required,
			);
			return { begin: rule('字段', ''), issue: `只能填写 ${choices.join('、')} 之一` };
		}
		default:
			throw new Error(`No words for the keyword ${keyword}`);
	}
}

function valueAt(values: JsonValue, pointer: string): JsonValue | undefined {
	return pointer
		.split('/')
		.slice(1)
		.reduce<JsonValue | undefined>((at, name) => {
			if (Array.isArray(at)) return at[Number(name)];
			return isJsonObject(at) ? at[name] : undefined;
		}, values);
}
