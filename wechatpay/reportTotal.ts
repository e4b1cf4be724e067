import { CsvError } from './csv';

/** The name of a number of records (总条数, 总交易单数, 资金流水总笔数), and what stands behind it in its cell. */
const COUNT = /^(\p{Script=Han}*总\p{Script=Han}*数)(?:[\s:：]+|(?=\d)|$)(.*)$/u;
/** The name of any total, those of amounts among them: 总金额（元）, 退款总金额, 合计. */
const TOTAL = /总\S*[数量额费计](?:[（(]\S*[)）])?$|^合计/;
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

/** @returns name and number of a line that has both; thousands groups make cells of their own of the number */
function namedCount([first = '', ...others]: readonly string[]): [string, string] | undefined {
	const [, name, behind = ''] = COUNT.exec(first) ?? [];
	const values = [withoutBacktick(behind), ...others].filter((cell) => cell !== '');
	const end = values.findIndex((cell) => !hasDigit(cell));
	const count = values.slice(0, end < 0 ? undefined : end).join(',');
	return name === undefined || count === '' ? undefined : [name, count];
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
		if (this.awaited.some((name) => COUNT.test(name))) {
			throw new CsvError(records, 'names a total, and its number is missing');
		}
	}

	private isTotal(cells: readonly string[], length: number, width: number): boolean {
		if (namedCount(cells)) return true;
		const isNames = !cells.some(hasDigit);
		if (width === 0) return isNames && length === 1 && COUNT.test(cells[0] ?? '');
		if (isNames && cells.some((cell) => COUNT.test(cell))) return true;
		return (this.hasBegun || length !== width) && TOTAL.test(cells[0] ?? '');
	}

	private readValues(cells: readonly string[], number: number): void {
		const names = this.awaited;
		this.awaited = [];
		const at = names.findIndex((name) => COUNT.test(name));
		if (at < 0) return;
		const name = COUNT.exec(names[at] ?? '')?.[1] ?? '';
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
