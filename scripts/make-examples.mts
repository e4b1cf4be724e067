import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exampleFiles, examplesFolder } from './examples/exampleFiles.mts';

// The example spreadsheets name what the simulator's shop holds, so they are made from it.
for (const { name, text } of exampleFiles()) {
	await writeFile(join(examplesFolder, name), text);
	console.log(`examples/${name}: ${text.split('\n').length - 2} rows`);
}
