import type { Progress } from '../scripts/progress.mts';
import { cleanUpByOwnNumbers, cleanUpHttpRequest, cleanUpNode } from './cleanUp.mts';
import { compare, type Client, type Measured, type Sample } from './compare.mts';
import { listing, type ListingClient } from './listing.mts';
import { lookUpBare, lookUpHelper, lookUpNode, lookUpPlugin } from './lookUps.mts';
import { duration, ratio } from './format.mts';
import { report, type ReportJob } from './reports.mts';
import { sendBare, sendHelper, sendNode } from './sendings.mts';
import type { ServerProcess, Settings } from './serverProcess.mts';
import { settingStores } from './settingStores.mts';
import type { Tables } from './tables.mts';
import { reportRecords } from './targets.mts';
import { uploadBare, uploadNode } from './uploads.mts';

export const ROUNDS = 3;
/** calls within any second, as documented; and how long WeChat Pay is taken to need for an answer */
const QUOTA = 20;
const LATENCY = 60;
/** calls within any second in which coupons are sent, as documented */
const SENDING_QUOTA = 500;

const PACED = { latencyMs: LATENCY, quotaPerSecond: QUOTA };
const PACED_WORDS = `answers take ${LATENCY} ms, quota ${QUOTA} a second`;

/** What others are compared with, as a reader sees it. */
const BARE = 'the bare client';
const HELPER = "n8n's helper";

const inWords = (count: number): string => count.toLocaleString('en');

/** Milliseconds that the quota and one latency make a job of so many calls last at least. */
const leastTime = (calls: number, quota: number): number =>
	(Math.ceil(calls / quota) - 1) * 1000 + LATENCY;

/** The whole workflow, and from the first call to the last answer. */
function againstLeast({ median }: Measured, calls: number, quota = QUOTA): string {
	const least = leastTime(calls, quota);
	const [whole, called] = [median.milliseconds, median.counts.milliseconds].map(
		(milliseconds) => `${(milliseconds / least).toFixed(2)}×`,
	);
	return `${whole} the ${duration(least)} that the quota takes; the calls alone ${called}`;
}

/** What can be measured, each of it under the name that the command line takes. */
export class Scenarios {
	constructor(
		private readonly server: ServerProcess,
		private readonly tables: Tables,
		private readonly step: Progress['step'],
	) {}

	private get credential() {
		return this.server.credential;
	}

	private async compared<S extends Sample>(
		job: string,
		settings: Partial<Settings>,
		clients: readonly Client<S>[],
		rounds = ROUNDS,
	): Promise<Measured<S>[]> {
		return await this.step(job, () => compare(this.server, settings, clients, rounds));
	}

	async lookUps(): Promise<void> {
		const count = 200;
		const clients = [
			lookUpNode(this.credential, count, 'unpaced'),
			lookUpHelper(this.credential, count),
			lookUpBare(this.credential, count, 1),
			lookUpBare(this.credential, count, 5),
			lookUpPlugin(this.credential, count),
		];
		await this.compared('Warming up', {}, clients, 1);
		for (const latencyMs of [0, 20]) {
			const job = `${count} look-ups, answers take ${latencyMs} ms, no quota`;
			await this.against(HELPER, job, { latencyMs }, clients, 'at most 1.15×');
		}
	}

	async listings(): Promise<void> {
		await this.listing(20_000, 0, ['node', 'helper']);
		await this.listing(100_000, 0, ['node', 'helper', 'bare']);
		await this.listing(50_000, 20, ['node', 'helper', 'bare']);
	}

	private async listing(
		stores: number,
		latencyMs: number,
		names: readonly ListingClient[],
	): Promise<void> {
		const { credential } = this;
		const job = `${inWords(stores)} stores listed, answers take ${latencyMs} ms, no quota`;
		const clients = names.map((client) => listing({ client, credential, stores }));
		const settings = { latencyMs, stores };
		const results = await this.against(HELPER, job, settings, clients, 'at most 1.15×');
		for (const result of results) this.tables.addMemory(job, result, stores);
	}

	async paced(): Promise<void> {
		const cleanUp = `10,000 rows of Disassociate Stores, ${PACED_WORDS}`;
		const [node] = await this.compared(cleanUp, PACED, [cleanUpNode(this.credential, 10_000)]);
		this.tables.add(cleanUp, node!, {
			compared: againstLeast(node!, 50),
			target: '50 calls, at most 1.25×, a handful of 429s',
		});
		const lookUp = `100 look-ups, ${PACED_WORDS}`;
		const clients = [
			lookUpNode(this.credential, 100, 'paced'),
			lookUpBare(this.credential, 100, 1),
		];
		const results = await this.compared(lookUp, PACED, clients);
		for (const result of results) {
			const target = result === results[0] ? 'at most 1.1×' : '';
			this.tables.add(lookUp, result, { compared: againstLeast(result, 100), target });
		}
	}

	/** A list of 50 pages, whose quota is 5 a second, then 50 writes. */
	async ownNumbers(): Promise<void> {
		const [stores, listQuota] = [10_000, 5];
		const job = `${inWords(stores)} rows of Disassociate Stores by own numbers, ${PACED_WORDS}, of the list ${listQuota}`;
		const client = cleanUpByOwnNumbers(this.credential, stores);
		const [node] = await this.compared(job, { ...PACED, stores }, [client]);
		const least = leastTime(50, listQuota) + leastTime(50, QUOTA);
		const times = (node!.median.milliseconds / least).toFixed(2);
		this.tables.add(job, node!, {
			compared: `${times}× the ${duration(least)} that the two quotas take`,
			target: '100 calls',
		});
	}

	/** The stock has other stores for a hundredth of the rows: a listing and four writes. */
	async settingStores(): Promise<void> {
		const [stores, others] = [20_000, 200];
		const job = `Set Stores with ${inWords(stores)} rows, ${others} stores being others, ${PACED_WORDS}`;
		const client = settingStores(this.credential, stores, others);
		const [node] = await this.compared(job, { ...PACED, stores }, [client]);
		this.tables.add(job, node!);
	}

	/**
	 * As many users as WeChat Pay takes in four seconds; without a quota, half of them; one by one it would be
	 * minutes, so a tenth.
	 */
	async sendings(): Promise<void> {
		const [users, half, sample] = [2000, 1000, 200];
		const settings = { latencyMs: LATENCY, quotaPerSecond: SENDING_QUOTA };
		const conditions = `answers take ${LATENCY} ms, quota ${SENDING_QUOTA} a second`;
		const all = `Coupons sent to ${inWords(users)} users, ${conditions}`;
		const [node] = await this.compared(all, settings, [sendNode(this.credential, users, 'paced')]);
		this.tables.add(all, node!, {
			compared: againstLeast(node!, users, SENDING_QUOTA),
			target: 'at most 8 s, hardly a 429',
		});
		const unpaced = `Coupons sent to ${inWords(half)} users, answers take ${LATENCY} ms, no quota`;
		await this.against(
			HELPER,
			unpaced,
			{ latencyMs: LATENCY },
			[
				sendNode(this.credential, half, 'unpaced'),
				sendHelper(this.credential, half, 64),
				sendHelper(this.credential, half, 32),
			],
			'at most 1.15×',
		);
		const few = `Coupons sent to ${sample} users, ${conditions}`;
		const clients = [
			sendNode(this.credential, sample, 'paced'),
			sendBare(this.credential, sample),
			sendHelper(this.credential, sample, 1),
		];
		await this.against(BARE, few, settings, clients);
	}

	async reports(): Promise<void> {
		await this.report(95, 'rows');
		await this.report(300, 'file');
	}

	private async report(size: number, output: ReportJob['output']): Promise<void> {
		const { credential } = this;
		const records = reportRecords(size);
		const result = output === 'rows' ? `${inWords(records)} rows` : 'a file';
		const job = `A report of ${size} MB as ${result}`;
		const clients = (['node', 'bare'] as const).map((client) =>
			report({ client, credential, size, output }),
		);
		const results = await this.against(BARE, job, {}, clients);
		for (const measured of results) {
			this.tables.addMemory(job, measured, output === 'rows' ? records : 0);
		}
	}

	async uploads(): Promise<void> {
		const [images, size] = [50, 500_000];
		const job = `${images} images of 0.5 MB uploaded, answers take ${LATENCY} ms, no quota`;
		const clients = [uploadNode, uploadBare].map((of) => of(this.credential, images, size));
		await this.against(BARE, job, { latencyMs: LATENCY }, clients);
	}

	async stockNodes(): Promise<void> {
		const job = `1,000 rows of Disassociate Stores, ${PACED_WORDS}`;
		const clients = [cleanUpNode(this.credential, 1000), cleanUpHttpRequest(this.credential, 1000)];
		const [node, stock] = await this.compared(job, PACED, clients, 1);
		this.tables.add(job, node!);
		const { undone, milliseconds } = stock!.median;
		const tenfold = `${undone} rows left undone; 10,000 rows would be 10,000 calls and ${Math.round(milliseconds / 6000)} minutes`;
		this.tables.add(job, stock!, { compared: tenfold });
	}

	/** Adds what clients took: the first is the node, which has the target, the second what all are compared with. */
	private async against<S extends Sample>(
		peer: string,
		job: string,
		settings: Partial<Settings>,
		clients: readonly Client<S>[],
		target = '',
	): Promise<Measured<S>[]> {
		const results = await this.compared(job, settings, clients);
		const [, second] = results;
		for (const [index, result] of results.entries()) {
			this.tables.add(job, result, {
				compared: result === second ? '' : `${ratio(result, second!)} ${peer}`,
				target: index === 0 ? target : '',
			});
		}
		return results;
	}
}

/** The names of the scenarios, in the order in which they are measured. */
export const SCENARIOS = [
	'lookUps',
	'listings',
	'paced',
	'ownNumbers',
	'settingStores',
	'sendings',
	'reports',
	'uploads',
	'stockNodes',
] as const satisfies (keyof Scenarios)[];
