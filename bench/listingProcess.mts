import { once } from 'node:events';
import { memoryUsage } from 'node:process';
import { BareClient } from './bareClient.mts';
import type { ListingJob, ListingSample } from './listing.mts';
import { listStores, storesTarget } from './targets.mts';

interface Page {
	store_list: object[];
	next_page_token?: string;
}

const SAMPLING_INTERVAL = 5;

type List = (limit: number) => Promise<unknown[]>;

function listWith(client: { get(target: string): Promise<unknown> }): List {
	return async (limit) => {
		const stores: object[] = [];
		let token: string | undefined;
		do {
			const page = (await client.get(storesTarget(token))) as Page;
			stores.push(...page.store_list);
			token = page.next_page_token;
		} while (token !== undefined && stores.length < limit);
		return stores;
	};
}

async function nodeList({ credential, stores }: ListingJob): Promise<List> {
	const { runNode } = await import('./nodeClient.mts');
	return async (limit) => {
		const wanted = limit < stores ? { returnAll: false, limit } : { returnAll: true };
		return await runNode(credential, { ...listStores, ...wanted }, [{}], limit);
	};
}

// Only what a client needs is loaded: it counts as memory.
async function listOf(listingJob: ListingJob): Promise<List> {
	const { client, credential } = listingJob;
	if (client === 'node') return await nodeList(listingJob);
	if (client === 'bare') return listWith(new BareClient(credential));
	const { HelperClient } = await import('./helperClient.mts');
	return listWith(new HelperClient(credential));
}

function collectGarbage(): void {
	if (!globalThis.gc) throw new Error('Needs --expose-gc');
	globalThis.gc();
}

async function measure(list: List, stores: number): Promise<ListingSample> {
	collectGarbage();
	const before = memoryUsage();
	const peak = { heap: 0, rss: 0 };
	const look = (): void => {
		const { heapUsed, rss } = memoryUsage();
		peak.heap = Math.max(peak.heap, heapUsed);
		peak.rss = Math.max(peak.rss, rss);
	};
	const timer = setInterval(look, SAMPLING_INTERVAL);
	const begin = performance.now();
	const found = await list(stores);
	const milliseconds = performance.now() - begin;
	clearInterval(timer);
	look();
	collectGarbage();
	const kept = memoryUsage().heapUsed - before.heapUsed;
	// Used after the measurement, so that the list is not garbage before it.
	if (found.length !== stores) throw new Error(`${found.length} stores instead of ${stores}`);
	return {
		milliseconds,
		heapPeak: peak.heap - before.heapUsed,
		rssPeak: peak.rss - before.rss,
		kept,
	};
}

const [job] = (await once(process, 'message')) as [ListingJob];
const list = await listOf(job);
await list(job.stores / 20);
process.send?.('ready');
await once(process, 'message');
process.send?.(await measure(list, job.stores));
