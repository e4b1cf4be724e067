import { readSheet } from 'read-excel-file/node';

/** A row of a clean-up's result: the columns of the spreadsheet's row, and what became of its store. */
export type ResultRow = Record<string, string>;

/** Reads the spreadsheet that a clean-up makes; empty cells are empty text. */
export async function readResultRows(file: string | Buffer): Promise<ResultRow[]> {
	const [header = [], ...rows] = await readSheet(file);
	return rows.map((cells) =>
		Object.fromEntries(header.map((name, index) => [String(name), String(cells[index] ?? '')])),
	);
}

/** How many rows there are of each result. */
export function countResults(rows: ResultRow[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const { result = '' } of rows) counts.set(result, (counts.get(result) ?? 0) + 1);
	return counts;
}
