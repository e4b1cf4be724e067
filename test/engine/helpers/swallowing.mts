import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { Worker } from 'node:worker_threads';

/** Listens, and then does nothing any more: nobody takes the connections that the system has made. */
const NEVER_ACCEPTING = `
	const { parentPort } = require('node:worker_threads');
	const server = require('node:net').createServer();
	server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
		parentPort.postMessage(server.address().port);
		setImmediate(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0));
	});
`;

/** An address on the loopback interface that answers no attempt to connect, as when packets are swallowed. */
export async function startSwallowing(): Promise<{ url: string; close(): Promise<void> }> {
	const worker = new Worker(NEVER_ACCEPTING, { eval: true });
	const [port] = (await once(worker, 'message')) as [number];
	// The queue is full with one more than its length.
	const waiting: Socket[] = [];
	for (let count = 0; count < 2; count++) {
		const socket = connect(port, '127.0.0.1');
		waiting.push(socket);
		await once(socket, 'connect');
	}
	return {
		url: `http://127.0.0.1:${port}`,
		async close() {
			for (const socket of waiting) socket.destroy();
			await worker.terminate();
		},
	};
}
