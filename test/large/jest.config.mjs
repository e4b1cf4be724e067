import { join } from 'node:path';
import config from '../../jest.config.mjs';

const engine = config.projects.find(({ displayName }) => displayName === 'engine');

/** As the tests in n8n's engine. Each takes what the machine has of memory and disk, so one at a time. */
export default {
	...config,
	rootDir: join(import.meta.dirname, '..', '..'),
	maxWorkers: 1,
	projects: [
		{ ...engine, displayName: 'large', testMatch: ['<rootDir>/test/large/**/*.test.mts'] },
	],
};
