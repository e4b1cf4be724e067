import type { CredentialValues } from '../test/simulator/index.mts';
import type { Client } from './compare.mts';
import { HELPER } from './helperClient.mts';
import type { MemorySample } from './memory.mts';
import { inOwnProcess } from './ownProcess.mts';

/** The ways to list stores, each under the name that a reader sees. */
const LISTING_CLIENTS = {
	node: 'this node in n8n',
	helper: HELPER,
	bare: 'bare client',
};

export type ListingClient = keyof typeof LISTING_CLIENTS;

/** What a listing process is told when it starts. */
export interface ListingJob {
	client: ListingClient;
	credential: CredentialValues;
	stores: number;
}

/** Lists all stores of a stock. */
export function listing(job: ListingJob): Client<MemorySample> {
	return inOwnProcess(LISTING_CLIENTS[job.client], 'listingProcess.mts', job);
}
