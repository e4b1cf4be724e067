// Writes what is made from the pages of the nodes and from openapi/: for each node the page that lists its operations,
// the page of each resource, and the output previews. With --check it writes nothing and fails when something is not up to date.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, relative } from 'node:path';
import { FACES } from './docs/faces.mts';
import { operationsIndex } from './docs/operationsIndex.mts';
import { previews } from './docs/previews.mts';
import { resourcePage } from './docs/resourcePage.mts';
import { projectFolder } from './project.mts';

const isCheck = process.argv.includes('--check');
const made = FACES.map(async (face) => [
	await operationsIndex(face),
	...(await Promise.all(face.resources.map(async (one) => await resourcePage(face, one)))),
	...previews(face),
]);
const files = (await Promise.all(made)).flat();

for (const { path, text } of files) {
	if (!isCheck) {
		await mkdir(dirname(path), { recursive: true });
		await writeFile(path, text);
	} else if ((await readFile(path, 'utf8').catch(() => '')) !== text) {
		console.error(`${relative(projectFolder, path)} is not up to date: run npm run docs`);
		process.exitCode = 1;
	}
}
