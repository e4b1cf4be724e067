import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo, type Server, type Socket } from 'node:net';
import tls from 'node:tls';
import { jest } from '@jest/globals';
import { certificatePem } from '../../unit/helpers/certificates.mts';
import { privatePem, rsaKeyPair } from '../../unit/helpers/keys.mts';
import type { Simulator } from '../../simulator/index.mts';

/**
 * What becomes of a connection to a host: the packets that ask for it are swallowed; it comes about, and nothing
 * comes back; what comes back to the call is damaged; all goes well.
 */
export type Passage = 'swallowed' | 'silent' | 'damagedAnswer' | 'open';

export interface Proxy {
	/** hosts that connections were asked for, in order */
	readonly asked: string[];
	/** what happens to each host; `open` unless told */
	passages: Record<string, Passage>;
	close(): Promise<void>;
}

async function listening(server: Server): Promise<number> {
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return (server.address() as AddressInfo).port;
}

/**
 * Has n8n reach every https:// host by a proxy that leads to a server on the loopback interface, with TLS and a
 * certificate that is trusted until jest restores its mocks.
 *
 * @param server its address, http://, and the requests that it has received
 */
export async function startProxy({
	url,
	requests,
}: Pick<Simulator, 'url' | 'requests'>): Promise<Proxy> {
	const keys = rsaKeyPair();
	const sockets = new Set<Socket>();
	const kept = <S extends Socket>(socket: S): S => {
		sockets.add(socket);
		return socket.on('error', () => socket.destroy());
	};
	const cert = certificatePem(keys);
	const secured = tls.createServer({ cert, key: privatePem(keys.privateKey) }, (socket) => {
		const server = kept(connect(Number(new URL(url).port), '127.0.0.1'));
		kept(socket).pipe(server).pipe(socket);
	});
	const securePort = await listening(secured);
	const asked: string[] = [];
	const proxy: Proxy = {
		asked,
		passages: {},
		async close() {
			delete process.env.HTTPS_PROXY;
			for (const socket of sockets) socket.destroy();
			secured.close();
			server.close();
			await Promise.all([once(secured, 'close'), once(server, 'close')]);
		},
	};
	const server = createServer();
	server.on('connect', ({ url: target = '' }, client: Socket) => {
		const [host = ''] = target.split(':');
		asked.push(host);
		const passage = proxy.passages[host] ?? 'open';
		kept(client);
		if (passage === 'swallowed') return;
		client.write('HTTP/1.1 200 Connection established\r\n\r\n');
		if (passage === 'silent') return;
		const upstream = kept(connect(securePort, '127.0.0.1'));
		client.pipe(upstream);
		if (passage === 'open') {
			upstream.pipe(client);
			return;
		}
		const before = requests.length;
		upstream.on('data', (piece: Buffer) => {
			if (requests.length > before) piece[piece.length >> 1]! ^= 1;
			client.write(piece);
		});
	});
	process.env.HTTPS_PROXY = `http://127.0.0.1:${await listening(server)}`;
	const secure = tls.connect as (options: tls.ConnectionOptions) => tls.TLSSocket;
	jest
		.spyOn(tls, 'connect')
		.mockImplementation((options: unknown) =>
			secure({ ...(options as object), ca: cert, checkServerIdentity: () => undefined }),
		);
	return proxy;
}
