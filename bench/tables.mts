import type { Measured } from './compare.mts';
import type { MemorySample } from './memory.mts';
import { duration, megabytes, table, times } from './format.mts';

const HEAD = ['Job', 'Client', 'Time', 'Calls', '429s', 'Compared', 'Target'];
const MEMORY_HEAD = [
	'Job',
	'Client',
	'Time per entry',
	'The result itself',
	'per entry',
	'Growth in use, peak',
	'Memory growth, peak',
	'Longest hold',
];

/** What was measured, in rows. */
export class Tables {
	private readonly rows: string[][] = [];
	private readonly memoryRows: string[][] = [];
	private lastJob = '';

	/** What a client took for a job. */
	add(job: string, measured: Measured, { compared = '', target = '' } = {}): void {
		const { calls, tooMany } = measured.median.counts;
		const name = job === this.lastJob ? '' : job;
		const numbers = [times(measured), String(calls), String(tooMany)];
		this.rows.push([name, measured.name, ...numbers, compared, target]);
		this.lastJob = job;
	}

	/** The memory that a client took, of whose result so many entries are in memory. */
	addMemory(job: string, { name, median }: Measured<MemorySample>, entries: number): void {
		const { milliseconds, usedPeak, rssPeak, kept, longestHold } = median;
		this.memoryRows.push([
			job,
			name,
			entries > 0 ? `${((milliseconds / entries) * 1000).toFixed(1)} µs` : '',
			entries > 0 ? megabytes(kept) : '',
			entries > 0 ? `${Math.round(kept / entries)} B` : '',
			megabytes(usedPeak),
			megabytes(rssPeak),
			duration(longestHold),
		]);
	}

	/** The tables in Markdown; those without rows are left out. */
	paragraphs(): string[] {
		const paragraphs: string[] = [];
		if (this.rows.length > 0) paragraphs.push(table(HEAD, [2, 3, 4], this.rows));
		if (this.memoryRows.length > 0) {
			paragraphs.push(
				'Memory of the listings and the reports, each in a process of its own, counted from just before. An entry is a store or a record. What is in use at the peak holds garbage, too. The longest hold is the longest time for which the process could do nothing else:',
				table(MEMORY_HEAD, [2, 3, 4, 5, 6, 7], this.memoryRows),
			);
		}
		return paragraphs;
	}
}
