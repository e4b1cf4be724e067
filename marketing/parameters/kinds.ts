import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { BodyPart } from './body';
import { clearObject } from './clearJson';
import { InputError, shown } from './inputError';
import { readText, refuseCellError, refuseNoValue } from './givenText';
import { fieldOf, type FieldWords, type Parameter, type RequestNumber } from './parameter';
import { readObject } from './readValues';
import { readChoice } from './readChoice';
import { readCode } from './readCode';
import { readId } from './readId';
import { CODES, readList, readTexts, valuesOf, type Member, type Separation } from './readList';
import { FEN, readAmount, readFlag, readInteger, type Range } from './readNumber';
import { endsPeriod, readDay, readEnd, readTime } from './readTime';

/** Rules of the documentation for a text, checked before any call. */
export interface TextRules {
	/** characters at least and at most */
	minLength?: number;
	maxLength?: number;
	pattern?: RegExp;
	/** completes "is not …" when the pattern does not fit */
	patternWords?: string;
}

function tooMany(field: string, count: number, most: number): InputError {
	return new InputError(field, `has ${count} entries`, `WeChat Pay takes ${most} at most.`);
}

/** @throws InputError when the text breaks a rule */
export function checkText(text: string, field: string, rules: TextRules): string {
	const { minLength = 0, maxLength = Infinity, pattern, patternWords } = rules;
	const { length } = [...text];
	if (length > maxLength) {
		throw new InputError(
			field,
			`is longer than ${maxLength} characters: ${shown(text)} has ${length}`,
			'Shorten it, or check what its expression gives.',
		);
	}
	if (length < minLength) {
		throw new InputError(
			field,
			`is shorter than ${minLength} characters: ${shown(text)}`,
			'Correct it, or check what its expression gives.',
		);
	}
	if (pattern && !pattern.test(text)) {
		throw new InputError(
			field,
			`is not ${patternWords ?? 'in the form that WeChat Pay takes'}: ${shown(text)}`,
			'Correct it, or check what its expression gives.',
		);
	}
	return text;
}

type Own<Wire extends string, Value> = Parameter<Wire, true, Value>;

function own<Wire extends string, Value>(
	wire: Wire,
	field: INodeProperties,
	rest: Pick<Own<Wire, Value>, 'read' | 'absent' | 'identifies' | 'entries'>,
): Own<Wire, Value> {
	return { wire, field: { ...field, required: true }, place: 'own', isRequired: true, ...rest };
}

function textField(wire: string, words: FieldWords): INodeProperties {
	return { ...fieldOf(wire, words), type: 'string', default: '' };
}

type NameRules = FieldWords & TextRules & { identifies?: boolean };

/** Text that names something. @param read how it is read before its rules are checked */
function name<Wire extends string>(
	wire: Wire,
	{ identifies = true, ...rest }: NameRules,
	read: (given: unknown, field: string) => string,
): Own<Wire, string> {
	const field = textField(wire, rest);
	return own(wire, field, {
		identifies,
		read: (given) => checkText(read(given, field.displayName), field.displayName, rest),
	});
}

/** An ID of WeChat Pay's or of the merchant's: read as spreadsheets and people write IDs. */
export function id<const Wire extends string>(
	wire: Wire,
	rules: NameRules = {},
): Own<Wire, string> {
	return name(wire, rules, readId);
}

/** A code or a number of somebody's own, in which digits mean nothing; without blanks, unless it may have them. */
export function code<const Wire extends string>(
	wire: Wire,
	{ mayHaveBlanks, ...rules }: NameRules & { mayHaveBlanks?: boolean } = {},
): Own<Wire, string> {
	return name(wire, rules, (given, field) => readCode(given, field, mayHaveBlanks));
}

/** Free text. */
export function text<const Wire extends string>(
	wire: Wire,
	rules: FieldWords & TextRules = {},
): Own<Wire, string> {
	const field = textField(wire, rules);
	return own(wire, field, {
		read: (given) => {
			const read = readText(given, field.displayName);
			refuseCellError(read, field.displayName);
			refuseNoValue(read, field.displayName);
			return checkText(read, field.displayName, rules);
		},
	});
}

/** A least value above the default is left out: the editor would put it into the field, a value that nobody chose. */
function limits({ min, max }: Range, filledIn: number): Pick<INodeProperties, 'typeOptions'> {
	const typeOptions = {
		...(min !== undefined && filledIn >= min && { minValue: min }),
		...(max !== undefined && { maxValue: max }),
	};
	return Object.keys(typeOptions).length > 0 ? { typeOptions } : {};
}

/** A whole number. */
export function integer<const Wire extends string>(
	wire: Wire,
	rules: FieldWords & Range & { default?: number } = {},
): Own<Wire, number> {
	const { min, max } = rules;
	const field = {
		...fieldOf(wire, rules),
		type: 'number' as const,
		default: rules.default ?? 0,
		...limits({ min, max }, rules.default ?? 0),
	};
	return own(wire, field, { read: (given) => readInteger(given, field.displayName, { min, max }) });
}

/** An amount of money in fen, a whole number. */
export function amount<const Wire extends string>(
	wire: Wire,
	rules: FieldWords & Range = {},
): Own<Wire, number> {
	const { min = 0, max } = rules;
	const field = {
		...fieldOf(wire, { hint: FEN, ...rules }),
		type: 'number' as const,
		default: 0,
		...limits({ min }, 0),
	};
	return own(wire, field, {
		read: (given) => readAmount(given, field.displayName, { min, max }),
	});
}

const LEFT_AS_TEXT = {
	hint: 'Text without a zone is Beijing time. Leave it as text: a date that n8n makes of it is in the time zone of the workflow.',
};
const TO_ITS_END = { hint: `A day alone lasts to its end, 23:59:59. ${LEFT_AS_TEXT.hint}` };

function timeField(wire: string, words: FieldWords): INodeProperties {
	const { displayName, ...rest } = fieldOf(wire, words);
	return { displayName: `${displayName} (Beijing)`, ...rest, type: 'dateTime', default: '' };
}

/** A moment; of one that ends a period, a day alone is its last second. */
export function time<const Wire extends string>(
	wire: Wire,
	words: FieldWords = {},
): Own<Wire, string> {
	const isEnd = endsPeriod(wire);
	const field = timeField(wire, { ...(isEnd ? TO_ITS_END : LEFT_AS_TEXT), ...words });
	const read = isEnd ? readEnd : readTime;
	return own(wire, field, { read: (given) => read(given, field.displayName) });
}

/** A day of the calendar. */
export function day<const Wire extends string>(
	wire: Wire,
	words: FieldWords = {},
): Own<Wire, string> {
	const field: INodeProperties = {
		...timeField(wire, { ...LEFT_AS_TEXT, ...words }),
		typeOptions: { dateOnly: true },
	};
	return own(wire, field, {
		identifies: true,
		read: (given) => readDay(given, field.displayName),
	});
}

/** One of the values that the documentation lists. */
export function choice<const Wire extends string>(
	wire: Wire,
	options: INodePropertyOptions[],
	words: FieldWords & { default?: string } = {},
): Own<Wire, string> {
	const values = options.map(({ value }) => String(value));
	const names = options.map(({ name }) => name);
	const field = {
		...fieldOf(wire, words),
		type: 'options' as const,
		options,
		default: words.default ?? values[0] ?? '',
	};
	return own(wire, field, {
		read: (given) => readChoice(given, field.displayName, values, names),
	});
}

/** On or off. */
export function flag<const Wire extends string>(
	wire: Wire,
	words: FieldWords & { default?: boolean } = {},
): Own<Wire, boolean> {
	const field = {
		...fieldOf(wire, words),
		type: 'boolean' as const,
		default: words.default ?? false,
	};
	return own(wire, field, { read: (given) => readFlag(given, field.displayName) });
}

/** Where a number is not given, it is made; the same for every attempt of a call, another for every call. */
const NUMBER_WORDS =
	'WeChat Pay does nothing twice under one number. Empty: made for each item of each execution, and kept when a call is repeated or the execution retried. Map a column of your own numbers to make repeats across executions safe.';

/** What most request numbers are made of. */
export const REQUEST_NUMBER: TextRules = {
	minLength: 6,
	maxLength: 40,
	pattern: /^[\w-]+$/,
	patternWords: 'digits, letters, _ and -',
};

/** The number by which WeChat Pay knows a write, so that it is done once; stands in Options. */
export function requestNumber<const Wire extends string>(
	wire: Wire,
	rules: TextRules = REQUEST_NUMBER,
): RequestNumber<Wire> {
	const words = { label: 'Request Number', name: 'requestNumber', description: NUMBER_WORDS };
	const field = textField(wire, words);
	return {
		wire,
		field,
		place: 'option',
		isRequired: false,
		absent: 'requestNumber',
		read: (given) => checkText(readCode(given, field.displayName), field.displayName, rules),
	};
}

/** Several IDs: a list, or text with one or many. */
export function list<const Wire extends string>(
	wire: Wire,
	words: FieldWords & { member: (given: unknown, field: string) => string },
): Own<Wire, Member[]> {
	const field = textField(wire, words);
	return own(wire, field, {
		read: (given) =>
			readList(given, field.displayName, (member) => words.member(member, field.displayName)),
	});
}

/** Several codes: a list, or text with one or many, in which a blank separates nothing. */
export function codeList<const Wire extends string>(
	wire: Wire,
	{
		each,
		separation = CODES,
		mayHaveBlanks,
		...words
	}: FieldWords & { each: TextRules; separation?: Separation; mayHaveBlanks?: boolean },
): Own<Wire, Member[]> {
	const field = textField(wire, words);
	return own(wire, field, {
		read: (given) =>
			readList(
				given,
				field.displayName,
				(member) =>
					checkText(readCode(member, field.displayName, mayHaveBlanks), field.displayName, each),
				separation,
			),
	});
}

/** Several texts in one column: a list, or text with commas, semicolons or line ends between them. */
export function texts<const Wire extends string>(
	wire: Wire,
	rules: FieldWords & TextRules & { maxItems?: number; choices?: readonly string[] } = {},
): Own<Wire, string[]> {
	const { maxItems = Infinity, choices } = rules;
	const field = textField(wire, rules);
	const readMember = (given: unknown) => {
		if (choices) return readChoice(given, field.displayName, choices);
		return checkText(readText(given, field.displayName), field.displayName, rules);
	};
	return own(wire, field, {
		...(choices && { entries: choices }),
		read: (given) => {
			const members = readTexts(given, field.displayName, readMember);
			if (members.length > maxItems) throw tooMany(field.displayName, members.length, maxItems);
			return members;
		},
	});
}

/**
 * Several IDs, read as IDs are: a list, JSON text of one, or text with separators between them.
 *
 * @throws InputError, when it is read, for the first that is no ID, and for too many
 */
export function ids<const Wire extends string>(
	wire: Wire,
	{ maxItems, ...rules }: FieldWords & TextRules & { maxItems: number },
): Own<Wire, string[]> {
	const field = textField(wire, rules);
	const readMember = (given: unknown): string =>
		checkText(readId(given, field.displayName), field.displayName, rules);
	return own(wire, field, {
		read: (given) => {
			if (Array.isArray(given) && given.length === 0) return [];
			const members = valuesOf(readList(given, field.displayName, readMember));
			if (members.length > maxItems) throw tooMany(field.displayName, members.length, maxItems);
			return members;
		},
	});
}

/** Several whole numbers in one column: a list, or text with commas, semicolons or line ends between them. */
export function integers<const Wire extends string>(
	wire: Wire,
	{ min, max, ...words }: FieldWords & Range = {},
): Own<Wire, number[]> {
	const field = textField(wire, words);
	const readMember = (given: unknown) => readInteger(given, field.displayName, { min, max });
	return own(wire, field, { read: (given) => readTexts(given, field.displayName, readMember) });
}

/** An object, given as JSON; its members are read as those of a body. */
export function json<const Wire extends string>(
	wire: Wire,
	{ members, ...words }: FieldWords & { example: string; members: readonly BodyPart[] },
): Own<Wire, object> {
	const field = { ...fieldOf(wire, words), type: 'json' as const, default: '' };
	const { displayName } = field;
	const example = `Give it as JSON, for example ${words.example}.`;
	return own(wire, field, {
		read: (given) => {
			const value = clearObject(given);
			if (!value) {
				throw new InputError(displayName, `is not a JSON object: ${shown(given)}`, example);
			}
			const read = readObject(members, value, { namedBy: 'path', prefix: `${displayName}: ` });
			if (Object.keys(read).length > 0) return read;
			throw new InputError(displayName, 'is empty', `Take it out, or fill it in. ${example}`);
		},
	});
}
