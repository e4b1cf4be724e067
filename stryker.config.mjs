// Changes the code in small ways, one at a time, and expects a test of the unit ring to notice.
import jestConfig from './jest.config.mjs';

// Stryker works in a copy of the clone. The test of a page reads the code as text, which Stryker rewrites; the
// tests of a session wait for signatures that a broken signer never makes; ESLint takes long and sees no code of this.
const unitRing = {
	...jestConfig.projects[0],
	rootDir: '.',
	setupFiles: ['<rootDir>/test/unit/helpers/endOnFailure.mts'],
	testPathIgnorePatterns: [
		'/node_modules/',
		'/errorsPage\\.',
		'/session\\.',
		'/descriptionLint\\.',
		'/language\\.',
	],
};

export default {
	mutate: [
		'wechatpay/**/*.ts',
		'marketing/transport/{conditions,noAnswer,retryDecision,pace,mapConcurrently}.ts',
	],
	testRunner: 'jest',
	// It is merged with jest.config.mjs, whose projects it replaces.
	jest: { config: { projects: [unitRing] } },
	coverageAnalysis: 'perTest',
	// On a busy machine slow is not the same as endless.
	timeoutMS: 20_000,
	// Texts in tables would each cost a run of all tests.
	ignoreStatic: true,
	ignorePatterns: ['/dist', '/bench', '/docs/images', '/.demo', '/test/e2e', '/test/engine'],
	reporters: ['clear-text', 'progress-append-only', 'json'],
	clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
	jsonReporter: { fileName: 'coverage/mutation.json' },
	tempDirName: 'coverage/stryker',
	thresholds: { high: 95, low: 90, break: 85 },
	concurrency: 2,
};
