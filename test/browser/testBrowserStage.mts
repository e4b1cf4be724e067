import { setBrowserStage, type BrowserStage } from '../../scripts/browser/browserStage.mts';
import { progressTo } from '../../scripts/progress.mts';

/** Long enough for the first run on a machine, which installs n8n and a browser. */
export const SETUP_LIMIT = 20 * 60_000;

/** The editor with the simulator, and what is being done on the error stream. */
export async function setTestBrowserStage(): Promise<BrowserStage> {
	return await setBrowserStage(progressTo(process.stderr));
}
