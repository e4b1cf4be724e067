import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Programs } from '../../scripts/n8n/queue/programs.mts';
import { startQueueMode, type QueueMode } from '../../scripts/n8n/queue/queueMode.mts';
import { Rest } from '../../scripts/n8n/rest.mts';
import { ensureSandbox } from '../../scripts/n8n/sandbox.mts';
import type { Credential } from '../../scripts/n8n/workflow.mts';
import { progressTo } from '../../scripts/progress.mts';
import { credentialType } from '../../scripts/project.mts';
import { SimulatorProcess } from './simulatorProcess.mts';

/** An n8n of many processes with the packed package, and the simulator in a process of its own. */
export interface QueueStage {
	n8n: QueueMode;
	simulator: SimulatorProcess;
	/** Imported already. */
	credential: Credential;
	/** Logged in as the owner. */
	rest: Rest;
	/** Tells a figure of this run. */
	say(text: string): void;
	close(): Promise<void>;
}

/** Where notifications would come from outside; nobody calls it. */
const OUTSIDE = 'https://n8n.example.com';

const SETTINGS = {
	N8N_WEBHOOK_URL: OUTSIDE,
	N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true',
	// n8n gives a worker 30 s to end, and sees after two minutes that one is gone: less waiting for the tests.
	N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '1',
	QUEUE_WORKER_LOCK_DURATION: '30000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '5000',
	QUEUE_WORKER_STALLED_INTERVAL: '3000',
	// n8n gives up after 10 s without Redis, and its processes end.
	QUEUE_BULL_REDIS_TIMEOUT_THRESHOLD: '60000',
};

/** Sets everything up. */
export async function setQueueStage(programs: Programs): Promise<QueueStage> {
	const progress = progressTo(process.stderr);
	const undo: Array<() => unknown> = [];
	const close = async (): Promise<void> => {
		for (const step of undo.reverse()) await step();
	};
	try {
		const sandbox = await ensureSandbox(progress);
		const files = await mkdtemp(join(tmpdir(), 'n8n-files-'));
		undo.push(async () => await rm(files, { recursive: true, force: true }));
		const simulator = await SimulatorProcess.start();
		undo.push(() => simulator.stop());
		const credential = {
			id: 'simulator',
			name: 'WeChat Pay simulator',
			type: credentialType,
			data: simulator.credential,
		};
		const n8n = await progress.step(
			`Starting n8n ${sandbox.version} in queue mode`,
			async () =>
				await startQueueMode({
					sandbox,
					programs,
					files,
					credentials: [credential],
					settings: SETTINGS,
				}),
		);
		undo.push(n8n.stop);
		const rest = new Rest(n8n.main.url);
		await rest.setUpOwner();
		return { n8n, simulator, credential, rest, say: progress.say, close };
	} catch (error) {
		await close();
		throw error;
	}
}
