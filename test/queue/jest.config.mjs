import e2e from '../e2e/jest.config.mjs';

/** As the end-to-end tests, with an n8n of many processes. */
export default {
	...e2e,
	displayName: 'queue',
	maxWorkers: 1,
	testMatch: ['<rootDir>/test/queue/**/*.test.mts'],
};
