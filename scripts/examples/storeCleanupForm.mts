import { submitForm, untilOpen, type FormEnding, type FormFile } from '../n8n/form.mts';
import type { Rest } from '../n8n/rest.mts';
import type { Server } from '../n8n/server.mts';
import type { Workflow } from '../n8n/workflow.mts';
import { readExampleWorkflow } from './exampleWorkflow.mts';
import { readResultRows, type ResultRow } from './resultRows.mts';
import type { Stage } from './stage.mts';

/** What somebody who uploads a spreadsheet to the store clean-up gets. */
export interface UploadReport extends Omit<FormEnding, 'files'> {
	file: FormFile;
	/** The rows of the file. */
	results: ResultRow[];
}

/** A store clean-up whose form is open to the public of the stage. */
export interface StoreCleanupForm {
	upload(file: FormFile): Promise<UploadReport>;
	close(): Promise<void>;
}

const WORKFLOW = 'store-cleanup-form';

/** Reads the example, with its credential chosen and Dry Run as it is delivered: on. */
export async function readStoreCleanupForm({ credential }: Stage): Promise<Workflow> {
	return await readExampleWorkflow(WORKFLOW, {}, credential);
}

/** The clean-up after its options have been changed. */
export function withOptions(workflow: Workflow, options: object): Workflow {
	const nodes = workflow.nodes.map((node) =>
		node.name === 'Disassociate Stores'
			? { ...node, parameters: { ...node.parameters, options } }
			: node,
	);
	return { ...workflow, nodes };
}

/** Saves a clean-up with a form in a running n8n and publishes it. */
export async function publishForm(
	server: Server,
	rest: Rest,
	workflow: Workflow,
): Promise<StoreCleanupForm> {
	const id = await rest.publish(workflow);
	const path = workflow.nodes.find(({ webhookId }) => webhookId)?.webhookId;
	const url = `${server.url}/form/${path}`;
	await untilOpen(url, true);
	return {
		async upload(file) {
			const { files, ...ending } = await submitForm(url, file);
			const [result, ...others] = files;
			if (!result || others.length > 0) throw new Error(`The form gave ${files.length} files.`);
			return { ...ending, file: result, results: await readResultRows(result.bytes) };
		},
		async close() {
			await rest.unpublish(id);
			await untilOpen(url, false);
		},
	};
}
