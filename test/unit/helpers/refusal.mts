import { expect } from '@jest/globals';
import { InputError } from '../../../marketing/parameters/inputError.ts';

/** Checks that a value is refused in these words, with a sentence that says what to do. */
export function expectRefusal(attempt: () => unknown, message: string): void {
	expect(attempt).toThrow(InputError);
	expect(attempt).toThrow(
		expect.objectContaining({
			message: expect.stringContaining(message),
			remedy: expect.stringMatching(/^[A-Z].*\.$/),
		}),
	);
}
