import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { InputError, shown } from './inputError';
import { readText, refuseCellError, refuseUnseen } from './givenText';
import { fieldOf, withoutRequired, type FieldWords, type Parameter } from './parameter';
import { readChoice } from './readChoice';
import { readId } from './readId';
import { readList, type Member } from './readList';
import { FEN, readAmount, readFlag, readInteger, type Range } from './readNumber';
import { readTime } from './readTime';

/** Rules of the documentation for a text, checked before any call. */
export interface TextRules {
	/** characters at least and at most */
	minLength?: number;
	maxLength?: number;
	pattern?: RegExp;
	/** completes "is not …" when the pattern does not fit */
	patternWords?: string;
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
	rest: Pick<Own<Wire, Value>, 'read' | 'absent' | 'identifies'>,
): Own<Wire, Value> {
	return { wire, field: { ...field, required: true }, place: 'own', isRequired: true, ...rest };
}

/** An ID of WeChat Pay's or of the merchant's: read as spreadsheets and people write IDs. */
export function id<const Wire extends string>(
	wire: Wire,
	{ identifies = true, ...rest }: FieldWords & TextRules & { identifies?: boolean } = {},
): Own<Wire, string> {
	const field = { ...fieldOf(wire, rest), type: 'string' as const, default: '' };
	return own(wire, field, {
		identifies,
		read: (given) => checkText(readId(given, field.displayName), field.displayName, rest),
	});
}

/** Free text. */
export function text<const Wire extends string>(
	wire: Wire,
	rules: FieldWords & TextRules = {},
): Own<Wire, string> {
	const field = { ...fieldOf(wire, rules), type: 'string' as const, default: '' };
	return own(wire, field, {
		read: (given) => {
			const read = readText(given, field.displayName);
			refuseCellError(read, field.displayName);
			return checkText(read, field.displayName, rules);
		},
	});
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
		...((min !== undefined || max !== undefined) && {
			typeOptions: {
				...(min !== undefined && { minValue: min }),
				...(max !== undefined && { maxValue: max }),
			},
		}),
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
		typeOptions: { minValue: min },
	};
	return own(wire, field, {
		read: (given) => readAmount(given, field.displayName, { min, max }),
	});
}

/** A moment. */
export function time<const Wire extends string>(
	wire: Wire,
	words: FieldWords = {},
): Own<Wire, string> {
	const field = {
		...fieldOf(wire, { hint: 'In the time zone of the workflow, unless it names one', ...words }),
		type: 'dateTime' as const,
		default: '',
	};
	return own(wire, field, {
		read: (given, { timezone }) => readTime(given, field.displayName, timezone),
	});
}

/** One of the values that the documentation lists. */
export function choice<const Wire extends string>(
	wire: Wire,
	options: INodePropertyOptions[],
	words: FieldWords & { default?: string } = {},
): Own<Wire, string> {
	const values = options.map(({ value }) => String(value));
	const field = {
		...fieldOf(wire, words),
		type: 'options' as const,
		options,
		default: words.default ?? values[0] ?? '',
	};
	return own(wire, field, { read: (given) => readChoice(given, field.displayName, values) });
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
	'WeChat Pay does nothing twice under one number. Empty: made for each item of each execution, and kept when a call is repeated. Map a column of your own numbers to make repeats across executions safe.';

/** The number by which WeChat Pay knows a write, so that it is done once; stands in Options. */
export function requestNumber<const Wire extends string>(
	wire: Wire,
	rules: TextRules = {
		minLength: 6,
		maxLength: 40,
		pattern: /^[\w-]+$/,
		patternWords: 'digits, letters, _ and -',
	},
): Parameter<Wire, false, string> {
	const words = { label: 'Request Number', name: 'requestNumber', description: NUMBER_WORDS };
	const field = withoutRequired(text(wire, words).field);
	return {
		wire,
		field,
		place: 'option',
		isRequired: false,
		absent: 'requestNumber',
		read: (given) => {
			const number = readText(given, field.displayName);
			refuseCellError(number, field.displayName);
			refuseUnseen(number, field.displayName);
			return checkText(number, field.displayName, rules);
		},
	};
}

/** Several IDs or codes: a list, or text with one or many. */
export function list<const Wire extends string>(
	wire: Wire,
	words: FieldWords & { member: (given: unknown, field: string) => string },
): Own<Wire, Member[]> {
	const field = { ...fieldOf(wire, words), type: 'string' as const, default: '' };
	return own(wire, field, {
		read: (given) =>
			readList(given, field.displayName, (member) => words.member(member, field.displayName)),
	});
}
