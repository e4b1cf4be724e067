import { identifiesPerson, shortened, withoutPersons } from '../../wechatpay/persons';

function unpersonal(complaint: string, field: string): string {
	const whole = identifiesPerson(field)
		? complaint.replace(/(?<=“)[^”]+(?=”)/g, shortened)
		: complaint;
	return withoutPersons(whole);
}

/**
 * What a user gave for a field cannot be used. The message names the field; what identifies a person is shortened
 * in it. Nothing was sent for it.
 */
export class InputError extends Error {
	/** completes the sentence "<field> …" and shows the value where there is one */
	readonly complaint: string;

	constructor(
		/** display name of the field */
		readonly field: string,
		complaint: string,
		/** what to do, a sentence */
		readonly remedy: string,
	) {
		const told = unpersonal(complaint, field);
		super(`${field} ${told}`);
		this.complaint = told;
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
	const line = withoutPersons(text).replace(/\s+/g, ' ').trim();
	return `“${line.length > LONGEST_SHOWN ? `${line.slice(0, LONGEST_SHOWN)}…` : line}”`;
}
