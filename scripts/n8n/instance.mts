import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../command.mts';
import { environmentOf } from './environment.mts';
import { Execution, type RawExecution } from './execution.mts';
import type { Sandbox } from './sandbox.mts';
import { startServer, urlOf, type Server, type ServerKind } from './server.mts';
import { twoFreePorts } from './twoFreePorts.mts';
import { installCommunityPackage } from './userFolder.mts';
import type { Credential, EncryptedCredential, Workflow } from './workflow.mts';

export interface InstanceOptions {
	sandbox: Sandbox;
	/** The only folder whose files workflows may read and write. */
	files: string;
	communityPackage: { name: string; tarball: string };
	/** What credentials are encrypted with; a new one unless told. */
	encryptionKey?: string;
	/** More of the environment of all its processes, such as a database. */
	settings?: Record<string, string>;
}

/** A key as n8n makes one. */
export function newEncryptionKey(): string {
	return randomBytes(24).toString('hex');
}

/** An n8n with a user folder of its own, as a user has it after installing the package. */
export class Instance {
	private constructor(
		private readonly sandbox: Sandbox,
		private readonly userFolder: string,
		private readonly env: NodeJS.ProcessEnv,
	) {}

	static async create(options: InstanceOptions): Promise<Instance> {
		const { sandbox, files, communityPackage } = options;
		const userFolder = await mkdtemp(join(tmpdir(), 'n8n-user-'));
		await installCommunityPackage(userFolder, communityPackage.name, communityPackage.tarball);
		const [port, brokerPort] = await twoFreePorts();
		const environment = environmentOf({
			node: sandbox.node,
			userFolder,
			encryptionKey: options.encryptionKey ?? newEncryptionKey(),
			files,
			port,
			brokerPort,
		});
		const env = { ...environment, ...options.settings };
		return new Instance(sandbox, userFolder, env);
	}

	/** Adds a credential, or replaces the one with its ID; n8n encrypts it unless it is already. */
	async importCredential(credential: Credential | EncryptedCredential): Promise<void> {
		await this.import('credentials', [credential]);
	}

	/** Takes a credential out as it is stored. */
	async exportCredential(id: string): Promise<EncryptedCredential> {
		const file = join(this.userFolder, 'exported.json');
		await this.cli('export:credentials', `--id=${id}`, `--output=${file}`);
		const [credential] = JSON.parse(await readFile(file, 'utf8')) as [EncryptedCredential];
		return credential;
	}

	/** Adds workflows, or replaces those with their IDs. */
	async importWorkflows(...workflows: Workflow[]): Promise<void> {
		await this.import('workflow', workflows);
	}

	/** Executes an imported workflow from its manual trigger; it must end well. */
	async execute(workflowId: string): Promise<Execution> {
		const [execution] = await this.executeAll([workflowId]);
		return execution as Execution;
	}

	/** Executes imported workflows one after the other, in one process. */
	async executeAll(workflowIds: string[]): Promise<Execution[]> {
		// Into files: what n8n 1 prints is cut off when it is long.
		const folder = await mkdtemp(join(this.userFolder, 'executions-'));
		const ids = `--ids=${workflowIds.join(',')}`;
		await this.cli('executeBatch', ids, `--snapshot=${folder}`, '--retries=0');
		return await Promise.all(
			workflowIds.map(async (id) => {
				const file = join(folder, `${id}-snapshot.json`);
				return new Execution(JSON.parse(await readFile(file, 'utf8')) as RawExecution);
			}),
		);
	}

	/** Where its server listens. */
	get url(): string {
		return urlOf(this.env);
	}

	/** @param settings more of the environment, such as `WEBHOOK_URL` */
	async startServer(settings: Record<string, string> = {}, kind?: ServerKind): Promise<Server> {
		const env = { ...this.env, ...settings };
		return await startServer(this.sandbox.node, this.sandbox.cli, env, kind);
	}

	/** All that n8n keeps of its own: database with executions and static data, event log, settings. */
	async kept(): Promise<Buffer> {
		const folder = join(this.userFolder, '.n8n');
		const entries = await readdir(folder, { withFileTypes: true });
		const files = entries.filter((entry) => entry.isFile());
		return Buffer.concat(
			await Promise.all(files.map(async ({ name }) => await readFile(join(folder, name)))),
		);
	}

	/** Deletes the user folder with all that is in it. */
	async remove(): Promise<void> {
		await rm(this.userFolder, { recursive: true, force: true, maxRetries: 3 });
	}

	private async import(kind: 'credentials' | 'workflow', things: object[]): Promise<void> {
		const file = join(this.userFolder, `${kind}.json`);
		await writeFile(file, JSON.stringify(things), { mode: 0o600 });
		try {
			await this.cli(`import:${kind}`, `--input=${file}`);
		} finally {
			await rm(file);
		}
	}

	private async cli(...args: string[]): Promise<{ stdout: string }> {
		return await run(this.sandbox.node, [this.sandbox.cli, ...args], {
			cwd: this.userFolder,
			env: this.env,
		});
	}
}
