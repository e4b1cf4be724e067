import { newEncryptionKey, type Instance } from '../instance.mts';
import { installPacked } from '../installPacked.mts';
import type { Sandbox } from '../sandbox.mts';
import { WEBHOOK, worker, type Server } from '../server.mts';
import type { Credential } from '../workflow.mts';
import type { Programs } from './programs.mts';
import { startServices, type Services } from './services.mts';

export interface QueueModeOptions {
	sandbox: Sandbox;
	programs: Programs;
	/** The only folder whose files workflows may read and write. */
	files: string;
	/** Imported before anything starts. */
	credentials: Credential[];
	/** More of the environment of all processes. */
	settings?: Record<string, string>;
}

/** n8n as several processes, each with a folder of its own, as if on a machine of its own. */
export interface QueueMode {
	services: Services;
	/** The one with the editor and the API. */
	main: Server;
	workers: [Worker, Worker];
	/** They take calls of webhooks. */
	webhooks: [Server, Server];
	stop(): Promise<void>;
}

/** A process that executes; it can be ended and started anew. */
export class Worker {
	private constructor(
		private readonly instance: Instance,
		private server: Server,
	) {}

	static async start(instance: Instance): Promise<Worker> {
		return new Worker(instance, await instance.startServer({}, KIND));
	}

	/** All that it has printed since it was started. */
	log(): string {
		return this.server.log();
	}

	/** SIGTERM: n8n gives what is under way its grace period. */
	async stop(): Promise<void> {
		await this.server.stop();
	}

	/** SIGKILL. */
	async kill(): Promise<void> {
		await this.server.kill();
	}

	async startAnew(): Promise<void> {
		this.server = await this.instance.startServer({}, KIND);
	}
}

// Few enough at a time that four executions need both workers.
const KIND = worker(2);

const SETTINGS = {
	EXECUTIONS_MODE: 'queue',
	QUEUE_HEALTH_CHECK_ACTIVE: 'true',
	N8N_DISABLE_PRODUCTION_MAIN_PROCESS: 'true',
	OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
	// No workflow has code of its own, so nobody starts the processes that would run it.
	N8N_RUNNERS_MODE: 'external',
};

/** Starts PostgreSQL, Redis, and an n8n with two workers and two processes for webhooks. */
export async function startQueueMode(options: QueueModeOptions): Promise<QueueMode> {
	const { sandbox, programs, files, credentials } = options;
	const undo: Array<() => Promise<unknown>> = [];
	const stop = async (): Promise<void> => {
		for (const step of undo.reverse()) await step();
	};
	try {
		const services = await startServices(programs);
		undo.push(services.stop);
		const encryptionKey = newEncryptionKey();
		const settings = {
			...SETTINGS,
			N8N_RUNNERS_AUTH_TOKEN: newEncryptionKey(),
			...services.settings,
			...options.settings,
		};
		const instances = await installPacked(5, { sandbox, files, encryptionKey, settings });
		undo.push(async () => await Promise.all(instances.map(async (one) => await one.remove())));
		const [forMain, ...others] = instances as [Instance, Instance, Instance, Instance, Instance];
		// Also makes the tables, before five processes try to.
		for (const credential of credentials) await forMain.importCredential(credential);
		const started = await Promise.all([
			forMain.startServer(),
			Worker.start(others[0]),
			Worker.start(others[1]),
			others[2].startServer({}, WEBHOOK),
			others[3].startServer({}, WEBHOOK),
		]);
		undo.push(async () => await Promise.all(started.map(async (server) => await server.kill())));
		const [main, firstWorker, secondWorker, ...webhooks] = started;
		return { services, main, workers: [firstWorker, secondWorker], webhooks, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}
