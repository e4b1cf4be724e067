import { fastify } from 'fastify';

/** Stands in for a spreadsheet in the cloud: gives rows, takes results. */
export interface SpreadsheetService {
	url: string;
	/** In the order of arrival. */
	results: unknown[];
	close(): Promise<void>;
}

/** Starts one on the loopback interface. */
export async function startSpreadsheetService(rows: object[]): Promise<SpreadsheetService> {
	const results: unknown[] = [];
	const app = fastify({ forceCloseConnections: true });
	app.get('/rows', () => rows);
	app.post('/rows', ({ body }) => {
		results.push(body);
		return {};
	});
	const url = await app.listen({ port: 0, host: '127.0.0.1' });
	return { url: `${url}/rows`, results, close: () => app.close() };
}
