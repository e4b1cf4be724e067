import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { collect, lastLines, start } from '../command.mts';

const START_LIMIT = 300_000;
const STOP_LIMIT = 30_000;

/** A running n8n server. */
export interface Server {
	url: string;
	/** All that it has printed so far. */
	log(): string;
	/** Asks it to end, and sees to it after half a minute. */
	stop(): Promise<void>;
	/** Ends it as a machine that loses its power does. */
	kill(): Promise<void>;
}

/** Where a server listens that has this environment. */
export function urlOf(env: NodeJS.ProcessEnv): string {
	return `http://127.0.0.1:${env.N8N_PORT}`;
}

/** How a process of n8n is started, and what it answers once it is ready. */
export interface ServerKind {
	command: string[];
	answers: string[];
}

const READY = '/healthz/readiness';

/** An n8n with its editor. */
export const MAIN: ServerKind = { command: ['start'], answers: [READY, '/rest/settings'] };

/** One that executes what it finds in the queue, so many at a time. */
export const worker = (concurrency: number): ServerKind => ({
	command: ['worker', `--concurrency=${concurrency}`],
	answers: [READY],
});

/** One that takes calls of webhooks and puts executions into the queue. */
export const WEBHOOK: ServerKind = { command: ['webhook'], answers: [READY] };

/** Starts a process of n8n and waits until it answers. */
export async function startServer(
	node: string,
	cli: string,
	env: NodeJS.ProcessEnv,
	kind: ServerKind = MAIN,
): Promise<Server> {
	const child = start(node, [cli, ...kind.command], { env });
	const ended = once(child, 'close');
	const output = [collect(child.stdout), collect(child.stderr)];
	const log = () => output.map((read) => read()).join('\n');
	const url = urlOf(env);

	const deadline = Date.now() + START_LIMIT;
	while (!(await answersAll(url, kind.answers))) {
		if (child.exitCode !== null || Date.now() > deadline) {
			child.kill();
			throw new Error(`n8n did not start:\n${lastLines(log())}`);
		}
		await delay(200);
	}

	return {
		url,
		log,
		async stop() {
			child.kill();
			const force = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT);
			await ended;
			clearTimeout(force);
		},
		async kill() {
			child.kill('SIGKILL');
			await ended;
		},
	};
}

async function answersAll(url: string, paths: string[]): Promise<boolean> {
	for (const path of paths) {
		if (!(await answers(url + path))) return false;
	}
	return true;
}

async function answers(url: string): Promise<boolean> {
	try {
		const response = await fetch(url, { signal: AbortSignal.timeout(5000) });
		await response.arrayBuffer();
		return response.ok;
	} catch {
		return false;
	}
}
