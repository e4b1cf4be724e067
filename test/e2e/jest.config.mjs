import { join } from 'node:path';

// The tests are .mts files; without Node's VM modules flag Jest runs them as CommonJS.
export default {
	rootDir: join(import.meta.dirname, '..', '..'),
	displayName: 'e2e',
	testEnvironment: 'node',
	testMatch: ['<rootDir>/test/e2e/**/*.test.mts'],
	moduleFileExtensions: ['mts', 'ts', 'mjs', 'cjs', 'js', 'json'],
	transform: {
		'\\.m?ts$': [
			'@swc/jest',
			{ jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
		],
	},
	// Each n8n takes a core and several hundred megabytes.
	maxWorkers: 2,
	testTimeout: 120_000,
};
