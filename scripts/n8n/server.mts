import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { collect, lastLines, start } from '../command.mts';

const START_LIMIT = 120_000;
const STOP_LIMIT = 30_000;

/** A running n8n server. */
export interface Server {
	url: string;
	/** All that it has printed so far. */
	log(): string;
	stop(): Promise<void>;
	/** Ends it as a machine that loses its power does. */
	kill(): Promise<void>;
}

/** Where a server listens that has this environment. */
export function urlOf(env: NodeJS.ProcessEnv): string {
	return `http://127.0.0.1:${env.N8N_PORT}`;
}

/** Starts an n8n server and waits until it answers. */
export async function startServer(
	node: string,
	cli: string,
	env: NodeJS.ProcessEnv,
): Promise<Server> {
	const child = start(node, [cli, 'start'], { env });
	const ended = once(child, 'close');
	const output = [collect(child.stdout), collect(child.stderr)];
	const log = () => output.map((read) => read()).join('\n');
	const url = urlOf(env);

	const deadline = Date.now() + START_LIMIT;
	while (!(await answers(`${url}/healthz/readiness`)) || !(await answers(`${url}/rest/settings`))) {
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

async function answers(url: string): Promise<boolean> {
	try {
		const response = await fetch(url, { signal: AbortSignal.timeout(5000) });
		await response.arrayBuffer();
		return response.ok;
	} catch {
		return false;
	}
}
