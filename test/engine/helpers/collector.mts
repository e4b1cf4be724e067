import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A foreign host on the loopback interface that notes what it is sent. */
export interface Collector {
	url: string;
	received: IncomingHttpHeaders[];
	close(): Promise<void>;
}

export async function startCollector(): Promise<Collector> {
	const received: IncomingHttpHeaders[] = [];
	const server = createServer((request, response) => {
		received.push(request.headers);
		response.end('{}');
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
		received,
		close: async () => await new Promise<void>((resolve) => server.close(() => resolve())),
	};
}
