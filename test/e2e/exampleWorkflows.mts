import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { examplesFolder } from '../../scripts/examples/exampleFiles.mts';
import type { Workflow } from '../../scripts/n8n/workflow.mts';

/** An example as its file has it. */
export interface ExampleWorkflow {
	file: string;
	text: string;
	workflow: Omit<Workflow, 'id'> & Record<string, unknown>;
}

/** All workflows in examples/. */
export function exampleWorkflows(): ExampleWorkflow[] {
	return readdirSync(examplesFolder)
		.filter((file) => file.endsWith('.json'))
		.map((file) => {
			const text = readFileSync(join(examplesFolder, file), 'utf8');
			return { file, text, workflow: JSON.parse(text) as ExampleWorkflow['workflow'] };
		});
}
