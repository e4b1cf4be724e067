import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

/** Runs a file of this folder in a process of its own, with further options for Node.js. */
export function startProcess(file: string, nodeOptions: string[] = []): ChildProcess {
	const execArgv = [...process.execArgv, ...nodeOptions];
	return fork(join(import.meta.dirname, file), { execArgv });
}

/**
 * Waits for what a process says next.
 *
 * @throws Error when it ends instead
 */
export async function nextMessage<T>(child: ChildProcess): Promise<T> {
	return await new Promise((resolve, reject) => {
		const onExit = (code: number | null): void => reject(new Error(`It ended with ${code}`));
		child.once('exit', onExit);
		child.once('message', (message) => {
			child.off('exit', onExit);
			resolve(message as T);
		});
	});
}
