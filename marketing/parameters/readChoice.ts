import { InputError, shown } from './inputError';
import { refuseLong, undressed } from './givenText';

/**
 * Reads one value of a list.
 *
 * @param choices the values that WeChat Pay takes
 * @throws InputError when it is none of them
 */
export function readChoice(given: unknown, field: string, choices: readonly string[]): string {
	const text = typeof given === 'number' ? String(given) : given;
	if (typeof text === 'string') refuseLong(text, field);
	const bare = typeof text === 'string' ? undressed(text) : text;
	const found = choices.find((choice) => choice === bare);
	if (found !== undefined) return found;
	throw new InputError(
		field,
		`is ${shown(given)}, which is not in its list`,
		`Choose one of ${choices.join(', ')}.`,
	);
}
