import { availableParallelism } from 'node:os';

// The tests are .mts files; without Node's VM modules flag Jest runs them as CommonJS.
const shared = {
	rootDir: import.meta.dirname,
	testEnvironment: 'node',
	moduleFileExtensions: ['mts', 'ts', 'mjs', 'cjs', 'js', 'json'],
	transform: {
		'\\.m?ts$': [
			'@swc/jest',
			{ jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
		],
	},
};

export default {
	// Two for a core, since many tests wait for a pace or a timeout.
	maxWorkers: 2 * availableParallelism(),
	// Only what never ends is to end so: machines may be slow and busy, and no test asserts a time.
	testTimeout: 300_000,
	projects: ['unit', 'simulator', 'engine'].map((ring) => ({
		...shared,
		displayName: ring,
		testMatch: [`<rootDir>/test/${ring}/**/*.test.mts`],
		...(ring !== 'unit' && { runtime: '<rootDir>/test/packagesOnce.cjs' }),
		setupFiles: ring === 'engine' ? ['<rootDir>/test/engine/helpers/userFolder.mts'] : [],
	})),
};
