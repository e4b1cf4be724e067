// Measures the built node beside other ways to do the same work, and prints tables in Markdown; with the names of
// scenarios only those.
import { progressTo } from '../scripts/progress.mts';
import { cleanUpHttpRequest, cleanUpNode } from './cleanUp.mts';
import { compare, type Measured } from './compare.mts';
import { listing, type ListingClient, type ListingSample } from './listing.mts';
import { loadingTimes } from './loading.mts';
import { lookUpBare, lookUpHelper, lookUpNode, lookUpPlugin } from './lookUps.mts';
import { circumstances, duration, megabytes, ratio, table, times } from './report.mts';
import { sendBare, sendHelper, sendNode } from './sendings.mts';
import { ServerProcess } from './serverProcess.mts';

const ROUNDS = 3;
/** calls within any second, as documented; and how long WeChat Pay is taken to need for an answer */
const QUOTA = 20;
const LATENCY = 60;
/** calls within any second in which coupons are sent, as documented */
const SENDING_QUOTA = 500;

const { step } = progressTo(process.stderr);
const server = await ServerProcess.start();
const { credential } = server;
const rows: string[][] = [];
const memoryRows: string[][] = [];
let lastJob = '';

function row(
	job: string,
	{ name, median, fastest, slowest }: Measured,
	compared = '',
	target = '',
): void {
	const { calls, tooMany } = median.counts;
	const time = times({ name, median, fastest, slowest });
	rows.push([
		job === lastJob ? '' : job,
		name,
		time,
		String(calls),
		String(tooMany),
		compared,
		target,
	]);
	lastJob = job;
}

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

async function lookUps(): Promise<void> {
	const count = 200;
	const clients = [
		lookUpNode(credential, count, 'unpaced'),
		lookUpBare(credential, count, 1),
		lookUpBare(credential, count, 5),
		lookUpPlugin(credential, count),
		lookUpHelper(credential, count),
	];
	await step('Warming up', () => compare(server, {}, clients, 1));
	for (const latencyMs of [0, 20]) {
		const job = `${count} look-ups, answers take ${latencyMs} ms, no quota`;
		const results = await step(job, () => compare(server, { latencyMs }, clients, ROUNDS));
		const [, oneByOne] = results;
		for (const result of results) {
			const compared = `${ratio(result, oneByOne!)} the bare client one by one`;
			const target = result === results[0] ? 'at most 0.75×' : '';
			row(job, result, result === oneByOne ? '' : compared, target);
		}
	}
}

async function listings(
	stores: number,
	latencyMs: number,
	names: readonly ListingClient[],
): Promise<void> {
	const job = `${stores.toLocaleString('en')} stores listed, answers take ${latencyMs} ms, no quota`;
	const clients = names.map((client) => listing({ client, credential, stores }));
	const results = await step(job, () => compare(server, { latencyMs, stores }, clients, ROUNDS));
	const bare = results[names.indexOf('bare')]!;
	for (const [index, result] of results.entries()) {
		const compared = result === bare ? '' : `${ratio(result, bare)} the bare client`;
		row(job, result, compared, names[index] === 'node' ? 'at most 1.25×' : '');
		memoryRows.push(memoryRow(job, result, stores));
	}
}

async function paced(): Promise<void> {
	const settings = { latencyMs: LATENCY, quotaPerSecond: QUOTA };
	const conditions = `answers take ${LATENCY} ms, quota ${QUOTA} a second`;
	const cleanUp = `10,000 rows of Disassociate Stores, ${conditions}`;
	const [node] = await step(cleanUp, () =>
		compare(server, settings, [cleanUpNode(credential, 10_000)], ROUNDS),
	);
	row(cleanUp, node!, againstLeast(node!, 50), '50 calls, at most 1.25×, a handful of 429s');
	const lookUp = `100 look-ups, ${conditions}`;
	const clients = [lookUpNode(credential, 100, 'paced'), lookUpBare(credential, 100, 1)];
	const results = await step(lookUp, () => compare(server, settings, clients, ROUNDS));
	for (const result of results) {
		row(lookUp, result, againstLeast(result, 100), result === results[0] ? 'at most 1.1×' : '');
	}
}

/** As many users as WeChat Pay takes in four seconds; one by one it would be minutes, so a tenth of them. */
async function sendings(): Promise<void> {
	const [users, sample] = [2000, 200];
	const settings = { latencyMs: LATENCY, quotaPerSecond: SENDING_QUOTA };
	const conditions = `answers take ${LATENCY} ms, quota ${SENDING_QUOTA} a second`;
	const all = `Coupons sent to ${users.toLocaleString('en')} users, ${conditions}`;
	const [node] = await step(all, () =>
		compare(server, settings, [sendNode(credential, users)], ROUNDS),
	);
	row(all, node!, againstLeast(node!, users, SENDING_QUOTA), 'at most 8 s, hardly a 429');
	const few = `Coupons sent to ${sample} users, ${conditions}`;
	const clients = [
		sendNode(credential, sample),
		sendBare(credential, sample),
		sendHelper(credential, sample),
	];
	const results = await step(few, () => compare(server, settings, clients, ROUNDS));
	for (const result of results) {
		row(few, result, result === results[1] ? '' : `${ratio(result, results[1]!)} the bare client`);
	}
}

async function stockNodes(): Promise<void> {
	const settings = { latencyMs: LATENCY, quotaPerSecond: QUOTA };
	const job = `1,000 rows of Disassociate Stores, answers take ${LATENCY} ms, quota ${QUOTA} a second`;
	const clients = [cleanUpNode(credential, 1000), cleanUpHttpRequest(credential, 1000)];
	const [node, stock] = await step(job, () => compare(server, settings, clients, 1));
	row(job, node!);
	const { undone, milliseconds } = stock!.median;
	const tenfold = `${undone} rows left undone; 10,000 rows would be 10,000 calls and ${Math.round(milliseconds / 6000)} minutes`;
	row(job, stock!, tenfold);
}

function memoryRow(
	job: string,
	{ name, median }: Measured<ListingSample>,
	stores: number,
): string[] {
	const { milliseconds, heapPeak, rssPeak, kept } = median;
	return [
		job,
		name,
		`${((milliseconds / stores) * 1000).toFixed(1)} µs`,
		megabytes(kept),
		`${Math.round(kept / stores)} B`,
		megabytes(heapPeak),
		megabytes(rssPeak),
	];
}

const conditions = circumstances();
let loading: number[] = [];
const SCENARIOS: Readonly<Record<string, () => Promise<void>>> = {
	lookUps,
	async listings() {
		await listings(100_000, 0, ['node', 'bare', 'helper']);
		await listings(50_000, 20, ['node', 'bare']);
	},
	paced,
	sendings,
	stockNodes,
	async loading() {
		loading = await step('Loading the node', async () => loadingTimes(15));
	},
};

const wanted = process.argv.slice(2);
const strangers = wanted.filter((name) => !(name in SCENARIOS));
if (strangers.length > 0) {
	console.error(`There is no ${strangers.join(', ')}, only ${Object.keys(SCENARIOS).join(', ')}`);
	process.exitCode = 1;
} else {
	for (const [name, measure] of Object.entries(SCENARIOS)) {
		if (wanted.length === 0 || wanted.includes(name)) await measure();
	}
}
server.stop();

const HEAD = ['Job', 'Client', 'Time', 'Calls', '429s', 'Compared', 'Target'];
const MEMORY_HEAD = [
	'Job',
	'Client',
	'Time per store',
	'The list itself',
	'per store',
	'Heap growth, peak',
	'Memory growth, peak',
];
const paragraphs = [
	`${conditions} Times are medians of ${ROUNDS} rounds with the fastest and the slowest in brackets; in a round the clients take turns. They work against a server in a process of its own, which checks every request's signature and signs every answer (the same answer once a minute). Every call has a new connection, as in n8n, but for wechatpay-axios-plugin, which keeps its own. The node runs in n8n's engine, and its time is that of the whole workflow. “HTTP Request (emulated)” is not that node, but its way of batching with n8n's own request helper, measured once; it verifies no answer.`,
];
if (rows.length > 0) paragraphs.push(table(HEAD, [2, 3, 4], rows));
if (memoryRows.length > 0) {
	paragraphs.push(
		"Memory of the listings, counted from just before; the heap's peak holds garbage, too:",
		table(MEMORY_HEAD, [2, 3, 4, 5, 6], memoryRows),
	);
}
if (loading.length > 0) {
	paragraphs.push(
		`Loading the node and its credential takes ${duration(loading[7]!)} (median of ${loading.length} new processes, ${duration(loading[0]!)}–${duration(loading.at(-1)!)}), n8n-workflow being loaded already.`,
	);
}
if (process.exitCode === undefined) console.log(`\n${paragraphs.join('\n\n')}`);
