import { InputError, shown } from './inputError';
import { refuseLong, undressed } from './givenText';

/**
 * Reads one value of a list, given as itself or as the editor calls it.
 *
 * @param choices the values that WeChat Pay takes
 * @param names what the editor calls them, in the same order
 * @returns one of the values
 * @throws InputError when it is none of them
 */
export function readChoice(
	given: unknown,
	field: string,
	choices: readonly string[],
	names: readonly string[] = choices,
): string {
	const text = typeof given === 'number' ? String(given) : given;
	if (typeof text === 'string') refuseLong(text, field);
	const bare = typeof text === 'string' ? undressed(text) : text;
	const found =
		choices.find((choice) => choice === bare) ?? choices.find((_, index) => names[index] === bare);
	if (found !== undefined) return found;
	throw new InputError(
		field,
		`is ${shown(given)}, which is not in its list`,
		`Choose one of ${names.join(', ')}.`,
	);
}
