import { CsvError } from './csv';

/** Chinese words at the beginning of a cell, and what parts them from a number behind them. */
const NAME = /^(\p{Script=Han}+)(?:[\s:：]+|(?=\d)|$)/u;
const LINE_END = /[\n\r\u2028\u2029]/;
/** The last word of a name of any total, those of amounts among them: 总金额（元）, 退款总金额. */
const KIND = /[数量额费计]$/;
const KIND_AND_UNIT = /[数量额费计][（(]/;
/** What all of them have in common. */
const OF_TOTAL = /总|合计/;
/** A number, in groups or not, and perhaps what it counts. */
const NUMBER = /^(?:\d+|\d{1,3}(?:,\d{3})+)\s*[条笔单张]?$/;

const hasDigit = (cell: string) => /\d/.test(cell);

/** How many records a report says that it has, and under which name. */
export interface Total {
	name: string;
	count: number;
}

/** WeChat Pay puts a backtick before a value, so that spreadsheets take numbers for text. */
export function withoutBacktick(cell: string): string {
	return cell.replace(/^\s*`/, '');
}

/** The cells of a line, without those at its end that only fill it up. */
function filled(record: readonly string[]): string[] {
	const cells = record.map((cell) => withoutBacktick(cell).trim());
	const isFilled = cells.map((cell) => cell !== '');
	return cells.slice(0, isFilled.lastIndexOf(true) + 1);
}

/** @returns the name of a number of records (总条数, 总交易单数, 资金流水总笔数), and what stands behind it in its cell */
function countIn(cell: string): { name: string; behind: string } | undefined {
	const [begin = '', name = ''] = NAME.exec(cell) ?? [];
	const behind = cell.slice(begin.length);
	const isName = name.endsWith('数') && name.includes('总') && !LINE_END.test(behind);
	return isName ? { name, behind } : undefined;
}

/** Whether a cell is the name of a total, of records or of anything else. */
function isTotalName(cell: string): boolean {
	if (cell.startsWith('合计')) return true;
	const word = cell.split(/\s/).at(-1) ?? '';
	const kind = word.slice(word.indexOf('总') + 1);
	if (kind === word) return false;
	return KIND.test(kind) || (/[)）]$/.test(kind) && KIND_AND_UNIT.test(kind));
}

/** @returns name and number of a line that has both; thousands groups make cells of their own of the number */
function namedCount([first = '', ...others]: readonly string[]): [string, string] | undefined {
	const found = countIn(first);
	if (!found) return undefined;
	const values = [withoutBacktick(found.behind), ...others].filter((cell) => cell !== '');
	const end = values.findIndex((cell) => !hasDigit(cell));
	const count = values.slice(0, end < 0 ? undefined : end).join(',');
	return count === '' ? undefined : [found.name, count];
}

/**
 * The lines behind the records of a report that add them up: `总条数` and the number in the next line; both in
 * one line; or several names and their values in the next line, as WeChat Pay's trade bills have them.
 */
export class ReportTotal {
	/** what they say of the records; `undefined` when they say nothing, and when there are none */
	total: Total | undefined;
	private hasBegun = false;
	/** the names whose values come in the next line */
	private awaited: string[] = [];

	/**
	 * Takes a record when it is one of these lines.
	 *
	 * @param width how many names the header has; 0 before it
	 * @param number of the record in the file
	 * @returns whether it was taken
	 * @throws CsvError when it cannot be read, and when something else comes behind the total
	 */
	take(record: readonly string[], width: number, number: number): boolean {
		// What all records but the last ones are told by.
		if (!this.hasBegun && !record.some((cell) => OF_TOTAL.test(cell))) return false;
		const cells = filled(record);
		if (this.awaited.length > 0) {
			this.readValues(cells, number);
			return true;
		}
		if (!this.isTotal(cells, record.length, width)) {
			if (this.hasBegun) throw new CsvError(number, 'stands behind the total');
			return false;
		}
		this.hasBegun = true;
		const named = namedCount(cells);
		if (named) this.keep(...named, number);
		else if (!cells.some(hasDigit)) this.awaited = cells;
		return true;
	}

	/**
	 * @param records of the file
	 * @throws CsvError when the last line names a total whose number does not come
	 */
	end(records: number): void {
		if (this.awaited.some(countIn)) {
			throw new CsvError(records, 'names a total, and its number is missing');
		}
	}

	private isTotal(cells: readonly string[], length: number, width: number): boolean {
		if (namedCount(cells)) return true;
		const isNames = !cells.some(hasDigit);
		if (width === 0) return isNames && length === 1 && countIn(cells[0] ?? '') !== undefined;
		if (isNames && cells.some(countIn)) return true;
		return (this.hasBegun || length !== width) && isTotalName(cells[0] ?? '');
	}

	private readValues(cells: readonly string[], number: number): void {
		const names = this.awaited;
		this.awaited = [];
		const at = names.findIndex(countIn);
		const { name } = countIn(names[at] ?? '') ?? {};
		if (name === undefined) return;
		const isClear = names.length === 1 || cells.length <= names.length;
		this.keep(name, (isClear && names.length > 1 ? cells[at] : cells.join(',')) ?? '', number);
	}

	private keep(name: string, count: string, number: number): void {
		if (!NUMBER.test(count)) {
			throw new CsvError(number, `has no number of records for ${name}, but “${count}”`);
		}
		this.total ??= { name, count: Number(count.replace(/\D/g, '')) };
	}
}
