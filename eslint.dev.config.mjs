// n8n's own configuration (eslint.config.mjs) reads the published sources; this one reads what surrounds them.
import js from '@eslint/js';
import tseslint from 'typescript-eslint';

export default tseslint.config(
	{ ignores: ['dist/', 'coverage/', '.demo/', '**/*.ts', 'gulpfile.js'] },
	{
		files: ['**/*.mts', '**/*.mjs'],
		extends: [js.configs.recommended, tseslint.configs.recommended],
		linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true },
		rules: {
			'@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
		},
	},
	{ files: ['scripts/setup.mjs'], languageOptions: { globals: { process: true, console: true } } },
);
