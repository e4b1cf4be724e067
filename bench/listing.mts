import type { ChildProcess } from 'node:child_process';
import type { CredentialValues } from '../test/simulator/index.mts';
import { nextMessage, startProcess } from './childProcess.mts';
import type { Client, Sample } from './compare.mts';

/** The ways to list stores, each under the name that a reader sees. */
export const LISTING_CLIENTS = {
	node: 'this node in n8n',
	helper: "n8n's request helper alone, unverified",
	bare: 'bare client',
};

export type ListingClient = keyof typeof LISTING_CLIENTS;

/** What a listing process is told when it starts. */
export interface ListingJob {
	client: ListingClient;
	credential: CredentialValues;
	stores: number;
}

/** What it answers. Growth is counted from just before the listing, in bytes. */
export interface ListingSample extends Sample {
	/** most that the heap held at any time, garbage included */
	heapPeak: number;
	/** most memory that the process had of the system */
	rssPeak: number;
	/** what the heap holds after the listing and a garbage collection: the list itself */
	kept: number;
}

/** Lists all stores of a stock in a process of its own, which was warmed up with a short list before. */
export function listing(job: ListingJob): Client<ListingSample> {
	let child: ChildProcess;
	return {
		name: LISTING_CLIENTS[job.client],
		async prepare() {
			child = startProcess('listingProcess.mts', ['--expose-gc']);
			child.send(job);
			await nextMessage(child);
		},
		async run() {
			child.send('go');
			const sample = await nextMessage<ListingSample>(child);
			child.disconnect();
			return sample;
		},
	};
}
