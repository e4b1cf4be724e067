import { BareClient } from './bareClient.mts';
import type { ListingJob } from './listing.mts';
import { serveJob } from './memory.mts';
import { listStores, storesTarget } from './targets.mts';

interface Page {
	store_list: object[];
	next_page_token?: string;
}

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

await serveJob<ListingJob>(async (job) => {
	const list = await listOf(job);
	return {
		warmUp: () => list(job.stores / 20),
		run: () => list(job.stores),
		expected: job.stores,
	};
});
