// Writes what is made from the pages of the node and from openapi/: docs/operations.md, the page of each resource in
// docs/operations/, and the output previews. With --check it writes nothing and fails when something is not up to date.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, relative } from 'node:path';
import { resources } from '../marketing/resources/index.ts';
import { operationsIndex } from './docs/operationsIndex.mts';
import { previews } from './docs/previews.mts';
import { resourcePage } from './docs/resourcePage.mts';
import { projectFolder } from './project.mts';

const isCheck = process.argv.includes('--check');
const files = [
	await operationsIndex(),
	...(await Promise.all(resources.map(resourcePage))),
	...previews(),
];

for (const { path, text } of files) {
	if (!isCheck) {
		await mkdir(dirname(path), { recursive: true });
		await writeFile(path, text);
	} else if ((await readFile(path, 'utf8').catch(() => '')) !== text) {
		console.error(`${relative(projectFolder, path)} is not up to date: run npm run docs`);
		process.exitCode = 1;
	}
}
