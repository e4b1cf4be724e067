import type { Counts, ServerProcess, Settings } from './serverProcess.mts';

/** What one run took; clients that measure more add to it. */
export interface Sample {
	milliseconds: number;
}

/** One of the ways to do a job. */
export interface Client<S extends Sample = Sample> {
	name: string;
	/** done before the clock starts and before calls are counted */
	prepare?(): Promise<void>;
	run(): Promise<S>;
}

/** All runs of a client, by their time: the one in the middle and the two ends. */
export interface Measured<S extends Sample = Sample> {
	name: string;
	median: S & { counts: Counts };
	fastest: number;
	slowest: number;
}

/** Times a piece of work. */
export async function timed(work: () => Promise<unknown>): Promise<Sample> {
	const begin = performance.now();
	await work();
	return { milliseconds: performance.now() - begin };
}

async function sampleOf<S extends Sample>(
	server: ServerProcess,
	settings: Partial<Settings>,
	client: Client<S>,
): Promise<S & { counts: Counts }> {
	await server.configure(settings);
	await client.prepare?.();
	await server.configure(settings);
	const sample = await client.run();
	const counts = await server.counts();
	if (counts.refused > 0) throw new Error(`${client.name}: ${counts.refused} calls were refused`);
	return { ...sample, counts };
}

/** Runs the clients in turn, every round each of them once, against a server that forgot the one before. */
export async function compare<S extends Sample>(
	server: ServerProcess,
	settings: Partial<Settings>,
	clients: readonly Client<S>[],
	rounds: number,
): Promise<Measured<S>[]> {
	const samples = clients.map((): (S & { counts: Counts })[] => []);
	for (let round = 0; round < rounds; round++) {
		for (const [index, client] of clients.entries()) {
			samples[index]!.push(await sampleOf(server, settings, client));
		}
	}
	return clients.map(({ name }, index) => {
		const byTime = samples[index]!.sort((one, other) => one.milliseconds - other.milliseconds);
		return {
			name,
			median: byTime[Math.floor(byTime.length / 2)]!,
			fastest: byTime[0]!.milliseconds,
			slowest: byTime.at(-1)!.milliseconds,
		};
	});
}
