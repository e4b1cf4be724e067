import type { CredentialValues } from '../test/simulator/index.mts';
import type { Client } from './compare.mts';
import type { MemorySample } from './memory.mts';
import { inOwnProcess } from './ownProcess.mts';

/** The ways to get a report, each under the name that a reader sees. */
const REPORT_CLIENTS = { node: 'this node in n8n', bare: 'bare client with csv-parse' };

/** What a report process is told when it starts. */
export interface ReportJob {
	client: keyof typeof REPORT_CLIENTS;
	credential: CredentialValues;
	/** MB */
	size: number;
	output: 'rows' | 'file';
}

/** Gets a report: its records, or its file, which is stored. */
export function report(job: ReportJob): Client<MemorySample> {
	return inOwnProcess(REPORT_CLIENTS[job.client], 'reportProcess.mts', job);
}
