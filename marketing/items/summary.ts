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

/** @returns how many rows failed, by what is true of them */
function failureParts(rows: readonly Row[]): Array<string | false> {
	const failures = failuresOf(rows).map(({ error }) => error);
	const number = (outcome: string) =>
		failures.filter((error) => outcomeOf(error) === outcome).length;
	const unreadable = failures.filter((error) => error instanceof InputError).length;
	const notSent = number('notSent') - unreadable;
	return [
		number('refused') > 0 && `${number('refused')} refused`,
		number('unknown') > 0 && `of ${number('unknown')} it is not known`,
		notSent > 0 && `${notSent} not sent`,
		unreadable > 0 && `${counted(unreadable, 'row', 'rows')} unreadable`,
	];
}

/** @returns the parts and the failures in one sentence */
function sentence(
	rows: readonly Row[],
	parts: (were: (count: number) => string) => Array<string | false>,
): string {
	const isDryRun = rows.some((row) => 'json' in row && row.json.dryRun === true);
	const were = (count: number) => (isDryRun ? 'would be' : count === 1 ? 'was' : 'were');
	const all = [...parts(were), ...failureParts(rows)];
	return `${isDryRun ? 'Dry run: ' : ''}${all.filter(Boolean).join(', ')}.`;
}

function numberOf(rows: readonly Row[], isCounted: (change: unknown) => boolean): number {
	return rows.filter((row) => 'json' in row && isCounted(row.json.change)).length;
}

/**
 * @param word completes "40 of 60 were …"
 * @returns how many rows were done, refused, unknown, not sent and unreadable, in one sentence; empty for one row
 */
export function rowSummary(rows: readonly Row[], word: string): string {
	if (rows.length < 2) return '';
	const inTheWay = rows.filter(
		(row) => 'json' in row && row.json.dryRun && row.json.result !== `would be ${word}`,
	);
	const done = rows.length - failuresOf(rows).length - inTheWay.length;
	return sentence(rows, (were) => [`${done} of ${rows.length} ${were(rows.length)} ${word}`]);
}

/** @returns how many rows were done, already so, refused, unknown, not sent and unreadable, in one sentence */
export function batchSummary(rows: readonly Row[], words: BatchWords): string {
	const done = numberOf(rows, (change) => change !== 'none');
	const failures = failuresOf(rows);
	const notOnStock = failures.filter(({ error }) => outcomeOf(error) === 'notOnStock').length;
	const already = rows.length - done - failures.length + notOnStock;
	return sentence(rows, (were) => [
		`${done} of ${counted(rows.length, words.one, words.many)} ${were(rows.length)} ${words.done}`,
		already > 0 && `${already} ${words.already}`,
	]);
}

/** @returns how many members came onto their lists, went off and stayed, and how many failed, in one sentence */
export function exactSummary(
	rows: readonly Row[],
	{ one, many }: Pick<BatchWords, 'one' | 'many'>,
	[added, removed]: readonly [string, string],
): string {
	const came = numberOf(rows, (change) => change === added);
	return sentence(rows, (were) => [
		`${counted(came, one, many)} ${were(came)} ${added}`,
		`${numberOf(rows, (change) => change === removed)} ${removed}`,
		`${numberOf(rows, (change) => change === 'none')} unchanged`,
	]);
}
