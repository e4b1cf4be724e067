import { trimUnseen, withPlainDigits } from '../../parameters/givenText';

/** What is not seen at the ends of a number says nothing, and full-width digits are digits. */
function keyOf(number: string): string {
	return withPlainDigits(trimUnseen(number));
}

function withoutZeros(number: string): string {
	return number.replace(/^0+/, '');
}

/** All members that there are, by their IDs and by the numbers that their owner has given them. */
export class Directory {
	private readonly numbers = new Map<string, string>();
	private readonly ids = new Map<string, string[]>();
	/** numbers that begin with zeros, by what is behind these */
	private readonly zeros = new Map<string, string>();

	/** Takes a member in. @param given its number, where it has one */
	add(id: string, given: unknown): void {
		const number = typeof given === 'string' ? keyOf(given) : '';
		this.numbers.set(id, number);
		if (number === '') return;
		this.ids.set(number, [...(this.ids.get(number) ?? []), id]);
		if (number.startsWith('0')) this.zeros.set(withoutZeros(number), number);
	}

	/** How many there are. */
	get size(): number {
		return this.numbers.size;
	}

	has(id: string): boolean {
		return this.numbers.has(id);
	}

	/** @returns the number of a member; undefined where it has none, or there is no such member */
	numberOf(id: string): string | undefined {
		return this.numbers.get(id) || undefined;
	}

	/** @returns the IDs of the members that have a number: several when it was given more than once */
	idsOf(number: string): readonly string[] {
		return this.ids.get(keyOf(number)) ?? [];
	}

	/** @returns a number that is this one but for zeros before it, which spreadsheets take off */
	withZeros(number: string): string | undefined {
		return this.zeros.get(withoutZeros(keyOf(number)));
	}
}
