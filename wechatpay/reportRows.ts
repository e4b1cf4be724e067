import { CsvError, CsvReader } from './csv';
import { ReportText } from './reportText';
import { ReportTotal, withoutBacktick, type Total } from './reportTotal';

/** A record of a report: its cells, under the names in the header of the file. */
export type ReportRow = Record<string, string>;

/** A report that says that it has another number of records than it has. */
export class TotalError extends Error {
	/** @param found how many records there are */
	constructor({ name, count }: Total, found: number) {
		super(`it says ${name} ${count}, and has ${found} records`);
		this.name = 'TotalError';
	}
}

/**
 * Makes rows of a report (CSV in UTF-8 or GBK) as it comes in. Every value stays the text that it is, without
 * WeChat Pay's backtick. The total at its end is no row, but must be the number of rows.
 *
 * @see https://pay.weixin.qq.com/doc/v3/merchant/4012463585
 */
export class ReportRows {
	private readonly text = new ReportText();
	private readonly csv = new CsvReader('`');
	private readonly total = new ReportTotal();
	private header: string[] | undefined;
	private records = 0;
	private rows = 0;

	/**
	 * @param bytes the next piece of the file
	 * @returns the rows that it completes
	 * @throws CsvError when it is no CSV, or a record does not fit the header
	 * @throws EncodingError
	 */
	push(bytes: Buffer): ReportRow[] {
		return this.rowsOf(this.csv.push(this.text.push(bytes)));
	}

	/**
	 * @returns the last rows, when the file ends without a line end
	 * @throws CsvError, EncodingError
	 * @throws TotalError when the total of the file is not the number of its rows
	 */
	end(): ReportRow[] {
		const rows = [...this.rowsOf(this.csv.push(this.text.end())), ...this.rowsOf(this.csv.end())];
		this.total.end(this.records);
		const { total } = this.total;
		if (total && total.count !== this.rows) throw new TotalError(total, this.rows);
		return rows;
	}

	private rowsOf(records: string[][]): ReportRow[] {
		const rows: ReportRow[] = [];
		for (const record of records) {
			this.records++;
			const isBlank = record.every((cell) => cell.trim() === '');
			if (isBlank || this.total.take(record, this.header?.length ?? 0, this.records)) continue;
			const cells = record.map(withoutBacktick);
			if (this.header) rows.push(this.rowOf(cells, this.header));
			else this.header = this.named(cells);
		}
		this.rows += rows.length;
		return rows;
	}

	private named(cells: string[]): string[] {
		const names = new Set<string>();
		for (const name of cells) {
			if (names.has(name)) {
				throw new CsvError(this.records, `has the name ${name} twice, and it is the header`);
			}
			names.add(name);
		}
		return cells;
	}

	private rowOf(cells: string[], header: string[]): ReportRow {
		if (cells.length === header.length) {
			return Object.fromEntries(header.map((name, index) => [name, cells[index] ?? '']));
		}
		throw new CsvError(
			this.records,
			`has ${cells.length} values, and the header names ${header.length}`,
		);
	}
}
