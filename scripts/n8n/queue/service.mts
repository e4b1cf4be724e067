import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { collect, lastLines, start, type CommandOptions } from '../../command.mts';

const START_LIMIT = 60_000;

/** A program that serves on the loopback interface, goes away on demand and comes back. */
export class Service {
	private child!: ChildProcess;
	private ended!: Promise<unknown>;

	private constructor(
		private readonly command: string,
		private readonly args: string[],
		private readonly options: CommandOptions,
	) {}

	/** Starts a program, and waits until it says that it is ready to accept connections. */
	static async start(command: string, args: string[], options: CommandOptions): Promise<Service> {
		const service = new Service(command, args, options);
		await service.start();
		return service;
	}

	/** Starts it anew, with what it had stored. */
	async start(): Promise<void> {
		this.child = start(this.command, this.args, this.options);
		this.ended = once(this.child, 'close');
		const output = [collect(this.child.stdout), collect(this.child.stderr)];
		const log = () => output.map((read) => read()).join('\n');
		const deadline = Date.now() + START_LIMIT;
		while (!/ready to accept connections/i.test(log())) {
			if (this.child.exitCode !== null || Date.now() > deadline) {
				throw new Error(`${this.command} did not start:\n${lastLines(log())}`);
			}
			await delay(50);
		}
	}

	/** Ends it at once, as a crash does: SIGQUIT is PostgreSQL's immediate shutdown, and nothing that Redis knows. */
	async kill(): Promise<void> {
		this.child.kill('SIGQUIT');
		await this.ended;
	}
}
