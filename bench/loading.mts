import { execFileSync } from 'node:child_process';
import { projectFolder } from '../scripts/project.mts';

// Plain JavaScript for a process without tsx, which would take part in every require.
const SCRIPT = `
	require('n8n-workflow');
	const { n8n } = require('./package.json');
	const begin = performance.now();
	for (const file of [...n8n.credentials, ...n8n.nodes]) {
		for (const Type of Object.values(require('./' + file))) new Type();
	}
	console.log(performance.now() - begin);
`;

/** Milliseconds that n8n spends on loading the built node and credential, each time in a new process. */
export function loadingTimes(rounds: number): number[] {
	return Array.from({ length: rounds }, () =>
		Number(execFileSync(process.execPath, ['--eval', SCRIPT], { cwd: projectFolder })),
	).sort((one, other) => one - other);
}
