import { trimmed } from './trimmed';

/** What takes no room on the screen: format and direction marks, variation selectors, control characters. */
const INVISIBLE = /[\p{Cf}\uFE00-\uFE0F]|(?![\t\n\v\f\r])\p{Cc}/gu;

/**
 * Undoes what copying does to a value: blanks at its ends and invisible marks anywhere go, digits and
 * letters of full width become ordinary ones.
 *
 * @returns an empty text for nothing
 */
export function pastedText(value: unknown): string {
	return String(value ?? '')
		.normalize('NFKC')
		.replace(INVISIBLE, '')
		.trim();
}

/** A value of one line, which may have come with quotes around it. */
export function pastedLine(value: unknown): string {
	return trimmed(pastedText(value), /["'`“”‘’\s]/);
}
