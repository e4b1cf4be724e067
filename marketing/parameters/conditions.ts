import type { BodyPart } from './body';
import { optional, withoutRequired, type Condition, type Named, type Parameter } from './parameter';

function conditionOf(choice: Named, values: string | readonly string[]): Condition {
	return { choice, values: typeof values === 'string' ? [values] : values };
}

function under(condition: Condition, part: BodyPart): BodyPart {
	const when = [condition, ...(part.when ?? [])];
	return 'part' in part ? { ...part, when } : { ...part, when, field: withoutRequired(part.field) };
}

/**
 * The same parameter, or the same parts of a body, under a condition: they exist only when a choice has this value,
 * or one of these. One that must be there must be there then.
 */
export function when<Wire extends string, Value>(
	choice: Named,
	values: string | readonly string[],
	parameter: Parameter<Wire, boolean, Value>,
): Parameter<Wire, boolean, Value>;
export function when(
	choice: Named,
	values: string | readonly string[],
	parameters: readonly Parameter[],
): Parameter[];
export function when(
	choice: Named,
	values: string | readonly string[],
	parts: readonly BodyPart[],
): BodyPart[];
export function when(
	choice: Named,
	values: string | readonly string[],
	part: Parameter | readonly BodyPart[],
): BodyPart | BodyPart[] {
	const condition = conditionOf(choice, values);
	if ('wire' in part) return under(condition, part);
	return part.map((one) => under(condition, one));
}

/** The same parameter as one that may be left out, unless a choice has this value. */
export function neededWhen<Wire extends string, Value>(
	choice: Named,
	value: string,
	parameter: Parameter<Wire, boolean, Value>,
): Parameter<Wire, false, Value> {
	return { ...optional(parameter), neededWhen: conditionOf(choice, value) };
}

/** The same parameter as one that may be left out, unless one of these is given. */
export function neededBeside<Wire extends string, Value>(
	others: readonly Named[],
	parameter: Parameter<Wire, boolean, Value>,
): Parameter<Wire, false, Value> {
	return { ...optional(parameter), neededBeside: others };
}

/** The same parameter as one that may be left out, and that a call does not take beside another one. */
export function notWith<Wire extends string, Value>(
	other: Named,
	parameter: Parameter<Wire, boolean, Value>,
): Parameter<Wire, false, Value> {
	return { ...optional(parameter), notWith: [other, ...(parameter.notWith ?? [])] };
}

/** The same parameters as ones of which a call takes at least one. */
export function atLeastOneOf(...parameters: readonly Parameter[]): Array<Parameter<string, false>> {
	return parameters.map((parameter) => ({
		...optional(parameter),
		neededUnless: parameters.filter((one) => one !== parameter),
	}));
}

/** The same parameters as ones of which a call takes exactly one. */
export function oneOf(...parameters: readonly Parameter[]): Array<Parameter<string, false>> {
	return atLeastOneOf(...parameters).map((parameter) => ({
		...parameter,
		notWith: parameter.neededUnless,
	}));
}

/** @returns what the editor calls a value of a choice; `on` or `off` of a switch */
export function wordOf({ field }: Named, value: string): string {
	if (value === '') return '(empty)';
	if (field.type === 'boolean') return value === 'true' ? 'on' : 'off';
	const found = field.options?.find((option) => 'value' in option && option.value === value);
	return found?.name ?? value;
}

/** @returns what the editor calls the values of a condition: `Category or Single Product` */
export function wordsOf({ choice, values }: Condition): string {
	return values.map((value) => wordOf(choice, value)).join(' or ');
}
