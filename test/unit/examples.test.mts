import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { projectFolder } from '../../scripts/project.mts';
import { exampleWorkflows } from '../e2e/exampleWorkflows.mts';

test.each(exampleWorkflows())('$file: dates that n8n makes are of Beijing', ({ workflow }) => {
	expect(workflow.settings).toMatchObject({ timezone: 'Asia/Shanghai' });
});

test.each(exampleWorkflows())('$file stands in the list of templates', ({ file }) => {
	const list = readFileSync(join(projectFolder, 'examples/README.md'), 'utf8');
	expect(list).toContain(`](${file})`);
});
