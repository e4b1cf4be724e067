import { fastify } from 'fastify';

/** A service that takes what is sent to it, and answers only while it is open. */
export interface Gate {
	url: string;
	/** What came, in the order of arrival, answered or not. */
	taken: unknown[];
	shut(): void;
	/** Also answers all that waits. */
	open(): void;
	close(): Promise<void>;
}

/** Starts one on the loopback interface, open. */
export async function startGate(): Promise<Gate> {
	const taken: unknown[] = [];
	let opened = Promise.resolve();
	let open = () => {};
	const app = fastify({ forceCloseConnections: true });
	app.post('/', async ({ body }) => {
		taken.push(body);
		await opened;
		return {};
	});
	return {
		url: await app.listen({ port: 0, host: '127.0.0.1' }),
		taken,
		shut() {
			opened = new Promise((resolve) => (open = resolve));
		},
		open: () => open(),
		close: () => app.close(),
	};
}
