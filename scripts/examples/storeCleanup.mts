import { join } from 'node:path';
import { readExampleWorkflow } from './exampleWorkflow.mts';
import { readResultRows, type ResultRow } from './resultRows.mts';
import type { Stage } from './stage.mts';

/** What the store clean-up with files on disk did. */
export interface CleanupReport {
	/** How many rows were read. */
	rows: number;
	/** The rows of the spreadsheet that it wrote. */
	results: ResultRow[];
}

const WORKFLOW = 'store-cleanup';

/** Puts the example workflow into the stage's n8n, ready to be executed; returns its ID. */
export async function importStoreCleanup({ instance, ...stage }: Stage): Promise<string> {
	const settings = { folder: stage.folder.replaceAll('\\', '/') };
	const workflow = await readExampleWorkflow(WORKFLOW, settings, stage.credential);
	await instance.importWorkflows(workflow);
	return workflow.id;
}

/** Executes the example workflow that takes closed stores off a stock, from a file on disk. */
export async function runStoreCleanup(stage: Stage): Promise<CleanupReport> {
	const execution = await stage.instance.execute(await importStoreCleanup(stage));
	return {
		rows: execution.items('Extract Rows').length,
		results: await readResultRows(join(stage.folder, 'stores-result.xlsx')),
	};
}
