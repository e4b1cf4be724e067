import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parse } from 'csv-parse';
import { BareClient } from './bareClient.mts';
import { serveJob } from './memory.mts';
import type { ReportJob } from './reports.mts';
import { reportParameters, reportRecords, reportTarget } from './targets.mts';

type Get = (megabytes: number) => Promise<unknown[]>;

const withoutBacktick = (cell: string): string => (cell.startsWith('`') ? cell.slice(1) : cell);

function bareGet({ credential, output }: ReportJob): Get {
	const client = new BareClient(credential);
	return async (megabytes) => {
		const answer = (await client.get(reportTarget(megabytes))) as Record<string, string>;
		const { pathname, search } = new URL(answer['url']!);
		const hash = createHash('sha1');
		const body = (await client.open(pathname + search)).pipe(
			new PassThrough().on('data', (piece: Buffer) => hash.update(piece)),
		);
		let found: unknown[];
		if (output === 'file') {
			const folder = await mkdtemp(join(tmpdir(), 'bare-report-'));
			await pipeline(body, createWriteStream(join(folder, 'report.csv')));
			await rm(folder, { recursive: true });
			found = [folder];
		} else {
			found = [];
			const rows = body.pipe(parse({ bom: true, columns: true }));
			for await (const row of rows as AsyncIterable<Record<string, string>>) {
				for (const name in row) row[name] = withoutBacktick(row[name]!);
				found.push(row);
			}
		}
		if (hash.digest('hex') !== answer['hash_value']) throw new Error('The file does not fit');
		return found;
	};
}

async function nodeGet({ credential, output }: ReportJob): Promise<{ get: Get; end: () => void }> {
	const { runNode } = await import('./nodeClient.mts');
	const { storeFiles } = await import('../test/engine/helpers/storedFiles.mts');
	const stored = await storeFiles();
	return {
		get: async (megabytes) =>
			await runNode(
				credential,
				{ ...reportParameters(megabytes), output },
				[{}],
				output === 'file' ? 1 : reportRecords(megabytes),
			),
		end: () => void stored.remove(),
	};
}

await serveJob<ReportJob>(async (job) => {
	const { get, end } =
		job.client === 'node' ? await nodeGet(job) : { get: bareGet(job), end: () => {} };
	process.once('disconnect', end);
	return {
		warmUp: () => get(1),
		run: () => get(job.size),
		expected: job.output === 'file' ? 1 : reportRecords(job.size),
	};
});
