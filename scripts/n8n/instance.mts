import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../command.mts';
import { environmentOf } from './environment.mts';
import { Execution } from './execution.mts';
import type { Sandbox } from './sandbox.mts';
import { startServer, type Server } from './server.mts';
import { twoFreePorts } from './twoFreePorts.mts';
import { installCommunityPackage } from './userFolder.mts';
import type { Credential, Workflow } from './workflow.mts';

export interface InstanceOptions {
	sandbox: Sandbox;
	/** The only folder whose files workflows may read and write. */
	files: string;
	communityPackage: { name: string; tarball: string };
}

/** An n8n with a user folder of its own, as a user has it after installing the package. */
export class Instance {
	private constructor(
		private readonly sandbox: Sandbox,
		private readonly userFolder: string,
		private readonly env: NodeJS.ProcessEnv,
	) {}

	static async create({ sandbox, files, communityPackage }: InstanceOptions): Promise<Instance> {
		const userFolder = await mkdtemp(join(tmpdir(), 'n8n-user-'));
		await installCommunityPackage(userFolder, communityPackage.name, communityPackage.tarball);
		const [port, brokerPort] = await twoFreePorts();
		const env = environmentOf({
			node: sandbox.node,
			userFolder,
			encryptionKey: randomBytes(24).toString('hex'),
			files,
			port,
			brokerPort,
		});
		return new Instance(sandbox, userFolder, env);
	}

	/** Adds a credential, or replaces the one with its ID; n8n encrypts it. */
	async importCredential(credential: Credential): Promise<void> {
		await this.import('credentials', credential);
	}

	/** Adds a workflow, or replaces the one with its ID. */
	async importWorkflow(workflow: Workflow): Promise<void> {
		await this.import('workflow', workflow);
	}

	/** Executes a workflow that was imported, from its manual trigger. */
	async execute(workflowId: string): Promise<Execution> {
		const { stdout } = await this.cli('execute', `--id=${workflowId}`, '--rawOutput');
		return Execution.parse(stdout);
	}

	async startServer(): Promise<Server> {
		return await startServer(this.sandbox.node, this.sandbox.cli, this.env);
	}

	/** Deletes the user folder with all that is in it. */
	async remove(): Promise<void> {
		await rm(this.userFolder, { recursive: true, force: true, maxRetries: 3 });
	}

	private async import(kind: 'credentials' | 'workflow', thing: object): Promise<void> {
		const file = join(this.userFolder, `${kind}.json`);
		await writeFile(file, JSON.stringify([thing]), { mode: 0o600 });
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
