import type { ChildProcess } from 'node:child_process';
import { nextMessage, startProcess } from './childProcess.mts';
import type { Client } from './compare.mts';
import type { MemorySample } from './memory.mts';

/**
 * A client that does its job in a process of its own, which was warmed up before, so that its memory can be
 * measured.
 *
 * @param file of this folder, whose process calls `serveJob`
 */
export function inOwnProcess(name: string, file: string, job: object): Client<MemorySample> {
	let child: ChildProcess;
	return {
		name,
		async prepare() {
			child = startProcess(file, ['--expose-gc']);
			child.send(job);
			await nextMessage(child);
		},
		async run() {
			child.send('go');
			const sample = await nextMessage<MemorySample>(child);
			child.disconnect();
			return sample;
		},
	};
}
