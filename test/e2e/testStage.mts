import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setStage, type Stage, type StageOptions } from '../../scripts/examples/stage.mts';
import { progressTo } from '../../scripts/progress.mts';

/** Long enough for the first run on a machine, which installs n8n. */
export const SETUP_LIMIT = 15 * 60_000;

/** A stage whose files are in a temporary folder that goes with it. */
export async function setTestStage(options: StageOptions): Promise<Stage> {
	const temporary = await mkdtemp(join(tmpdir(), 'n8n-files-'));
	const stage = await setStage(join(temporary, 'files'), progressTo(process.stderr), options);
	return {
		...stage,
		async close() {
			await stage.close();
			await rm(temporary, { recursive: true, force: true });
		},
	};
}
