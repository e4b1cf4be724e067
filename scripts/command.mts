import { spawn, type ChildProcess } from 'node:child_process';

export interface CommandOptions {
	cwd?: string;
	env?: NodeJS.ProcessEnv;
	/** Who runs it, where root starts it. */
	uid?: number;
	gid?: number;
}

export interface CommandOutput {
	stdout: string;
	stderr: string;
}

const running = new Set<ChildProcess>();
process.on('exit', () => {
	for (const child of running) child.kill();
});

/** Starts a child process that does not outlive this one. */
export function start(command: string, args: string[], options: CommandOptions = {}): ChildProcess {
	const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
	running.add(child);
	child.once('close', () => running.delete(child));
	return child;
}

/** Runs a command to its end and returns what it printed; a failure carries the last lines of it. */
export async function run(
	command: string,
	args: string[],
	options: CommandOptions = {},
): Promise<CommandOutput> {
	const child = start(command, args, options);
	const stdout = collect(child.stdout);
	const stderr = collect(child.stderr);
	const exit = await new Promise<string>((resolve, reject) => {
		child.once('error', reject);
		child.once('close', (code, signal) => resolve(signal ?? String(code)));
	});
	if (exit !== '0') {
		throw new Error(
			`"${[command, ...args].join(' ')}" ended with ${exit}:\n${lastLines(stdout() + stderr())}`,
		);
	}
	return { stdout: stdout(), stderr: stderr() };
}

/** The end of a long output, where the reason of a failure stands. */
export function lastLines(text: string, count = 30): string {
	return text.trimEnd().split('\n').slice(-count).join('\n');
}

/** Gathers a stream's text; the returned function gives what has arrived so far. */
export function collect(stream: NodeJS.ReadableStream | null): () => string {
	const chunks: Buffer[] = [];
	stream?.on('data', (chunk: Buffer) => chunks.push(chunk));
	return () => Buffer.concat(chunks).toString('utf8');
}
