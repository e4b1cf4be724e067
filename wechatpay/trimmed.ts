function characterAt(text: string, index: number): string {
	return String.fromCodePoint(text.codePointAt(index) ?? 0);
}

function characterBefore(text: string, end: number): string {
	const character = end > 1 ? characterAt(text, end - 2) : '';
	return character.length === 2 ? character : text.charAt(end - 1);
}

/**
 * Takes characters off the beginning of a text.
 *
 * @param taken matches a text of one character that goes; not global
 */
export function trimmedStart(text: string, taken: RegExp): string {
	let start = 0;
	while (start < text.length) {
		const character = characterAt(text, start);
		if (!taken.test(character)) break;
		start += character.length;
	}
	return text.slice(start);
}

/**
 * Takes characters off the end of a text, in time that grows with how many they are. An expression such as
 * `/ +$/` looks for the end from every blank of the text, which takes seconds for some ten thousand of them.
 *
 * @param taken matches a text of one character that goes; not global
 */
export function trimmedEnd(text: string, taken: RegExp): string {
	let end = text.length;
	while (end > 0) {
		const character = characterBefore(text, end);
		if (!taken.test(character)) break;
		end -= character.length;
	}
	return text.slice(0, end);
}

/** Takes characters off both ends of a text. @param taken as above */
export function trimmed(text: string, taken: RegExp): string {
	return trimmedEnd(trimmedStart(text, taken), taken);
}
