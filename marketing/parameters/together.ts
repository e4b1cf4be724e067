import { InputError } from './inputError';
import { optional, type Parameter } from './parameter';

/** The same parameter as one that this value of a choice needs, and that no other value takes. */
export function needs<Wire extends string, Value>(
	value: string,
	of: Parameter<string, true, string>,
	parameter: Parameter<Wire, boolean, Value>,
): Parameter<Wire, false, Value> {
	const neededFor = { wire: of.wire, label: of.field.displayName, value };
	return { ...optional(parameter), neededFor };
}

/** The same parameters as ones of which a call takes exactly one. */
export function oneOf(...parameters: readonly Parameter[]): Array<Parameter<string, false>> {
	const rivals = parameters.map(({ wire }) => wire);
	return parameters.map((parameter) => ({ ...optional(parameter), rivals }));
}

function checkNeeded({ wire, field, neededFor }: Parameter, values: Record<string, unknown>): void {
	if (!neededFor) return;
	const { label, value } = neededFor;
	const isNeeded = values[neededFor.wire] === value;
	const isGiven = values[wire] !== undefined;
	if (isNeeded === isGiven) return;
	if (isNeeded) {
		throw new InputError(
			field.displayName,
			'is missing',
			`Add it to Additional Fields, because ${label} is ${value}.`,
		);
	}
	throw new InputError(
		field.displayName,
		`does not go with ${label} ${String(values[neededFor.wire])}`,
		`Take it out of Additional Fields, or let ${label} be ${value}.`,
	);
}

function checkRivals(
	rivals: readonly string[],
	parameters: readonly Parameter[],
	values: Record<string, unknown>,
): void {
	const labelOf = (wire: string) =>
		parameters.find((parameter) => parameter.wire === wire)?.field.displayName ?? wire;
	const [first = '', second, ...others] = rivals.filter((wire) => values[wire] !== undefined);
	const all = rivals.map(labelOf).join(' or ');
	if (first === '') {
		throw new InputError(all, 'is missing', 'Add one of them.');
	}
	if (second === undefined) return;
	throw new InputError(
		labelOf(first),
		`and ${[second, ...others].map(labelOf).join(' and ')} are given at once`,
		'Leave one of them.',
	);
}

/**
 * Checks what no value shows by itself: that those are there which a choice needs, and no others, and just one
 * of those that exclude each other.
 *
 * @param values under WeChat Pay's names
 * @throws InputError naming the field
 */
export function checkTogether(
	parameters: readonly Parameter[],
	values: Record<string, unknown>,
): void {
	for (const parameter of parameters) {
		checkNeeded(parameter, values);
		if (parameter.rivals) checkRivals(parameter.rivals, parameters, values);
	}
}
