import { InputError } from '../parameters/inputError';
import { failuresOf, outcomeOf, type Row } from './row';

/** How a batch speaks of its members. */
export interface BatchWords {
	/** singular and plural of what a member is */
	one: string;
	many: string;
	/** completes "5 of 7 stores were …" and, in a dry run, "would be …" */
	done: string;
	/** completes "2 …" for those that were so before */
	already: string;
}

function counted(count: number, one: string, many: string): string {
	return `${count} ${count === 1 ? one : many}`;
}

/** @returns how many rows were done, already so, refused, unknown, not sent and unreadable, in one sentence */
export function batchSummary(rows: readonly Row[], words: BatchWords): string {
	const done = rows.filter((row) => 'json' in row && row.json.change !== 'none').length;
	const isDryRun = rows.some((row) => 'json' in row && row.json.dryRun === true);
	const failures = failuresOf(rows).map(({ error }) => error);
	const number = (outcome: string) =>
		failures.filter((error) => outcomeOf(error) === outcome).length;
	const already = rows.length - done - failures.length + number('notOnStock');
	const unreadable = failures.filter((error) => error instanceof InputError).length;
	const notSent = number('notSent') - unreadable;
	const parts = [
		`${done} of ${counted(rows.length, words.one, words.many)} ${isDryRun ? 'would be' : rows.length === 1 ? 'was' : 'were'} ${words.done}`,
		already > 0 && `${already} ${words.already}`,
		number('refused') > 0 && `${number('refused')} refused`,
		number('unknown') > 0 && `of ${number('unknown')} it is not known`,
		notSent > 0 && `${notSent} not sent`,
		unreadable > 0 && `${counted(unreadable, 'row', 'rows')} unreadable`,
	];
	return `${isDryRun ? 'Dry run: ' : ''}${parts.filter(Boolean).join(', ')}.`;
}
