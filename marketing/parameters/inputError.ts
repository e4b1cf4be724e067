/** What a user gave for a field cannot be used. The message names the field; nothing was sent for it. */
export class InputError extends Error {
	constructor(
		/** display name of the field */
		readonly field: string,
		/** completes the sentence "<field> …" and shows the value where there is one */
		readonly complaint: string,
		/** what to do, a sentence */
		readonly remedy: string,
	) {
		super(`${field} ${complaint}`);
		this.name = 'InputError';
	}
}

const LONGEST_SHOWN = 40;

function written(given: unknown): string {
	if (typeof given === 'string' || typeof given === 'number') return String(given);
	try {
		return JSON.stringify(given) ?? String(given);
	} catch {
		return String(given);
	}
}

/** @returns the value as a message shows it: short, in quotation marks, without line ends */
export function shown(given: unknown): string {
	const text = written(given);
	const line = text.replace(/\s+/g, ' ').trim();
	return `“${line.length > LONGEST_SHOWN ? `${line.slice(0, LONGEST_SHOWN)}…` : line}”`;
}
