import type { ChildProcess } from 'node:child_process';
import type { CredentialValues } from '../test/simulator/index.mts';
import { nextMessage, startProcess } from './childProcess.mts';

/** How the server behaves until told otherwise. */
export interface Settings {
	/** milliseconds from a whole request to its answer */
	latencyMs: number;
	/** calls within any second; those above are answered 429; 0 for no quota */
	quotaPerSecond: number;
	/** how many stores every stock has */
	stores: number;
}

/** Requests since the server was last configured. */
export interface Counts {
	calls: number;
	/** answered 429 */
	tooMany: number;
	/** refused for another reason, such as a wrong signature */
	refused: number;
	/** milliseconds from the first call's arrival to the last answer */
	milliseconds: number;
}

/** What is sent to the process. Settings begin a new count; the answer is always a Counts. */
export type Question = Settings | 'counts';

/** The stand-in for WeChat Pay, in a process of its own so that it takes no time from the clients. */
export class ServerProcess {
	private constructor(
		private readonly child: ChildProcess,
		readonly credential: CredentialValues,
	) {}

	static async start(): Promise<ServerProcess> {
		const child = startProcess('server.mts');
		return new ServerProcess(child, await nextMessage<CredentialValues>(child));
	}

	/** Changes some of the settings' defaults: no latency, no quota, no stores. Begins a new count. */
	async configure(settings: Partial<Settings>): Promise<void> {
		await this.ask({ latencyMs: 0, quotaPerSecond: 0, stores: 0, ...settings });
	}

	async counts(): Promise<Counts> {
		return await this.ask('counts');
	}

	stop(): void {
		this.child.disconnect();
	}

	private async ask(question: Question): Promise<Counts> {
		this.child.send(question);
		return await nextMessage<Counts>(this.child);
	}
}
