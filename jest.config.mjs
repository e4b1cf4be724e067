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
	// Jest would leave one core idle.
	maxWorkers: '100%',
	// Only what never ends is to end so: machines may be slow and busy, and no test asserts a time.
	testTimeout: 300_000,
	projects: ['unit', 'simulator', 'engine'].map((ring) => ({
		...shared,
		displayName: ring,
		testMatch: [`<rootDir>/test/${ring}/**/*.test.mts`],
		setupFiles: ring === 'engine' ? ['<rootDir>/test/engine/helpers/userFolder.mts'] : [],
	})),
};
