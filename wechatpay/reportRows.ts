import { CsvError, CsvReader } from './csv';

/** A record of a report: its cells, under the names in the header of the file. */
export type ReportRow = Record<string, string>;

/** WeChat Pay puts a backtick before a value, so that spreadsheets take numbers for text. */
function withoutBacktick(cell: string): string {
	return cell.startsWith('`') ? cell.slice(1) : cell;
}

/**
 * Makes rows of a report (CSV) as it comes in. Every value stays the text that it is, without WeChat Pay's
 * backtick.
 *
 * @see https://pay.weixin.qq.com/doc/v3/merchant/4012463585
 */
export class ReportRows {
	private readonly csv = new CsvReader();
	private header: string[] | undefined;
	private records = 0;

	/**
	 * @param bytes the next piece of the file
	 * @returns the rows that it completes
	 * @throws CsvError when it is no CSV, or a record does not fit the header
	 */
	push(bytes: Buffer): ReportRow[] {
		return this.rowsOf(this.csv.push(bytes));
	}

	/**
	 * @returns the last row, when the file ends without a line end
	 * @throws CsvError
	 */
	end(): ReportRow[] {
		return this.rowsOf(this.csv.end());
	}

	private rowsOf(records: string[][]): ReportRow[] {
		const rows: ReportRow[] = [];
		for (const record of records) {
			this.records++;
			const cells = record.map(withoutBacktick);
			if (this.header) rows.push(this.rowOf(cells, this.header));
			else this.header = this.named(cells);
		}
		return rows;
	}

	private named(cells: string[]): string[] {
		const again = cells.find((name, index) => cells.indexOf(name) < index);
		if (again === undefined) return cells;
		throw new CsvError(this.records, `has the name ${again} twice, and it is the header`);
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
