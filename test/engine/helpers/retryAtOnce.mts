import { afterEach, beforeEach, jest } from '@jest/globals';

/** In the tests of a file nobody waits before a retry: full jitter waits for any time from nothing up to a limit. */
export function retryAtOnce(): void {
	beforeEach(() => {
		jest.spyOn(Math, 'random').mockReturnValue(0);
	});
	afterEach(() => {
		jest.restoreAllMocks();
	});
}
