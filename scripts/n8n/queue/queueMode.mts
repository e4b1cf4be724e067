import { newEncryptionKey, type Instance } from '../instance.mts';
import { installPacked } from '../installPacked.mts';
import type { Sandbox } from '../sandbox.mts';
import { MAIN, WEBHOOK, worker, type Server, type ServerKind } from '../server.mts';
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
	main: Process;
	workers: [Process, Process];
	/** They take calls of webhooks. */
	webhooks: [Process, Process];
	stop(): Promise<void>;
}

/** A process of n8n that can be ended and started anew, at the same address. */
export class Process {
	private constructor(
		private readonly instance: Instance,
		private readonly kind: ServerKind,
		private server: Server,
	) {}

	static async start(instance: Instance, kind: ServerKind): Promise<Process> {
		return new Process(instance, kind, await instance.startServer({}, kind));
	}

	get url(): string {
		return this.server.url;
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
		this.server = await this.instance.startServer({}, this.kind);
	}
}

// Few enough at a time that four executions need both workers.
const WORKER = worker(2);

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
			Process.start(forMain, MAIN),
			Process.start(others[0], WORKER),
			Process.start(others[1], WORKER),
			Process.start(others[2], WEBHOOK),
			Process.start(others[3], WEBHOOK),
		]);
		undo.push(async () => await Promise.all(started.map(async (server) => await server.kill())));
		const [main, firstWorker, secondWorker, ...webhooks] = started;
		return { services, main, workers: [firstWorker, secondWorker], webhooks, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}
