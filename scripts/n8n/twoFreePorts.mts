import { createServer, type AddressInfo, type Server } from 'node:net';

/** Two different ports on the loopback interface that nobody listens on. */
export async function twoFreePorts(): Promise<[number, number]> {
	// Both are held at once, so that the same port is not given twice.
	const servers = [createServer(), createServer()] as const;
	const ports = [await listen(servers[0]), await listen(servers[1])] as [number, number];
	for (const server of servers) await new Promise((done) => server.close(done));
	return ports;
}

async function listen(server: Server): Promise<number> {
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(0, '127.0.0.1', resolve);
	});
	return (server.address() as AddressInfo).port;
}
