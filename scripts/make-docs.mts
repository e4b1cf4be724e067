// Writes what is made from the pages of the node and from openapi/: docs/operations.md and the output previews.
// With --check it writes nothing and fails when something is not up to date.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, relative } from 'node:path';
import { operationsPage, operationsPagePath } from './docs/operationsPage.mts';
import { previews } from './docs/previews.mts';
import { projectFolder } from './project.mts';

const isCheck = process.argv.includes('--check');
const files = [{ path: operationsPagePath, text: await operationsPage() }, ...previews()];

for (const { path, text } of files) {
	if (!isCheck) {
		await mkdir(dirname(path), { recursive: true });
		await writeFile(path, text);
	} else if ((await readFile(path, 'utf8').catch(() => '')) !== text) {
		console.error(`${relative(projectFolder, path)} is not up to date: run npm run docs`);
		process.exitCode = 1;
	}
}
