// Lints the description of the API in openapi/; `npm run lint` calls it.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createConfig, formatProblems, getTotals, lint } from '@redocly/openapi-core';
import { projectFolder } from './project.mts';

const config = await createConfig({
	extends: ['recommended-strict'],
	// The rule does not know that a `then` may require what stands beside it.
	rules: { 'no-required-schema-properties-undefined': 'off' },
});
const folder = join(projectFolder, 'openapi');
for (const name of readdirSync(folder).filter((file) => file.endsWith('.yaml'))) {
	const problems = await lint({ ref: join(folder, name), config });
	if (problems.length === 0) continue;
	formatProblems(problems, { totals: getTotals(problems), version: '' });
	process.exitCode = 1;
}
