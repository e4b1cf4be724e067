import type { IDataObject } from 'n8n-workflow';
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

function numberOf(rows: readonly Row[], isCounted: (result: IDataObject) => boolean): number {
	return rows.filter((row) => 'json' in row && isCounted(row.json)).length;
}

/** What is as it is wanted to be after a lost answer. */
function isUnsure({ change }: IDataObject): boolean {
	return change === 'unknown';
}

const BY_WHOM = 'by this run or before it';

/** What a dry run says of a row that nothing stands in the way of. */
export const WOULD_BE_SENT = 'would be sent';

/**
 * @param word completes "40 of 60 were …"
 * @returns how many rows were done, refused, unknown, not sent and unreadable, in one sentence; empty for one row
 */
export function rowSummary(rows: readonly Row[], word: string): string {
	if (rows.length < 2) return '';
	const inTheWay = rows.filter(
		(row) => 'json' in row && row.json.dryRun && row.json.result !== WOULD_BE_SENT,
	);
	const done = rows.length - failuresOf(rows).length - inTheWay.length;
	const unsure = numberOf(rows, isUnsure);
	return sentence(rows, (were) => [
		`${done} of ${rows.length} ${were(rows.length)} ${word}`,
		unsure > 0 && `${unsure} of them ${BY_WHOM}`,
	]);
}

/** @returns how many rows were done, already so, refused, unknown, not sent and unreadable, in one sentence */
export function batchSummary(rows: readonly Row[], words: BatchWords): string {
	const done = numberOf(rows, (result) => result.change !== 'none' && !isUnsure(result));
	const unsure = numberOf(rows, isUnsure);
	const failures = failuresOf(rows);
	const notOnStock = failures.filter(({ error }) => outcomeOf(error) === 'notOnStock').length;
	const already = rows.length - done - unsure - failures.length + notOnStock;
	return sentence(rows, (were) => [
		`${done} of ${counted(rows.length, words.one, words.many)} ${were(rows.length)} ${words.done}`,
		unsure > 0 && `${unsure} ${words.done} ${BY_WHOM}`,
		already > 0 && `${already} ${words.already}`,
	]);
}

/** @returns how many members came onto their lists, went off and stayed, and how many failed, in one sentence */
export function exactSummary(
	rows: readonly Row[],
	{ one, many }: Pick<BatchWords, 'one' | 'many'>,
	[added, removed]: readonly [string, string],
): string {
	const changed = (word: string) => numberOf(rows, ({ change }) => change === word);
	const unsure = [added, removed].map((mark) => {
		const count = numberOf(rows, (result) => isUnsure(result) && result[mark] === true);
		return count > 0 && `${count} ${mark} ${BY_WHOM}`;
	});
	const came = changed(added);
	return sentence(rows, (were) => [
		`${counted(came, one, many)} ${were(came)} ${added}`,
		`${changed(removed)} ${removed}`,
		...unsure,
		`${changed('none')} unchanged`,
	]);
}
