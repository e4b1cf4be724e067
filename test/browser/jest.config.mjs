import e2e from '../e2e/jest.config.mjs';

/** As the end-to-end tests, with a browser in front of n8n. */
export default {
	...e2e,
	displayName: 'browser',
	// A browser and an n8n together keep two cores busy.
	maxWorkers: 1,
	testMatch: ['<rootDir>/test/browser/**/*.test.mts'],
};
