import { join } from 'node:path';
import type { Execution } from '../n8n/execution.mts';
import { readExampleWorkflow } from './exampleWorkflow.mts';
import type { Stage } from './stage.mts';

/** What the store clean-up did, as n8n tells it. */
export interface CleanupReport {
	rows: number;
	done: number;
	refused: number;
	/** How many rows were refused for each reason. */
	reasons: Map<string, number>;
	/** Milliseconds that the node took for all rows. */
	duration: number;
	resultFiles: { done: string; refused: string };
}

const WORKFLOW = 'store-cleanup';

/** Puts the example workflow into the stage's n8n, ready to be executed; returns its ID. */
export async function importStoreCleanup({ instance, ...stage }: Stage): Promise<string> {
	const settings = { folder: stage.folder.replaceAll('\\', '/') };
	const workflow = await readExampleWorkflow(WORKFLOW, settings, stage.credential);
	await instance.importWorkflows(workflow);
	return workflow.id;
}

/** Executes the example workflow that takes closed stores off a stock. */
export async function runStoreCleanup(stage: Stage): Promise<CleanupReport> {
	const execution = await stage.instance.execute(await importStoreCleanup(stage));
	return {
		rows: execution.items('Extract Rows').length,
		done: execution.items('Done').length,
		refused: execution.items('Refused').length,
		reasons: countReasons(execution),
		duration: execution.duration('Disassociate Stores'),
		resultFiles: {
			done: join(stage.folder, 'stores-done.xlsx'),
			refused: join(stage.folder, 'stores-refused.xlsx'),
		},
	};
}

function countReasons(execution: Execution): Map<string, number> {
	const counts = new Map<string, number>();
	for (const { json } of execution.items('Refused')) {
		const reason = `${json.code}: ${json.reason}`;
		counts.set(reason, (counts.get(reason) ?? 0) + 1);
	}
	return counts;
}
