import type { Fields } from '../items/fields';

/**
 * Reads input items one after the other.
 *
 * @param read never throws: what cannot be read is in what it gives
 * @param pause lets n8n get on with other things, which works out thousands of expressions without a pause
 * @throws CallError, not sent, when the execution was cancelled meanwhile
 */
export async function readAll<Reading>(
	inputs: readonly Fields[],
	read: (fields: Fields) => Promise<Reading>,
	pause: () => Promise<void>,
): Promise<Reading[]> {
	const readings: Reading[] = [];
	for (const fields of inputs) {
		readings.push(await read(fields));
		await pause();
	}
	return readings;
}
