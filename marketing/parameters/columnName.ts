import type { BodyLeaf } from './body';

type Column = Pick<BodyLeaf, 'path' | 'leaf'>;

/** How a column is called in the editor. No hint can stand beside it, so that its name says all. */
export function columnName({ leaf }: Column): string {
	return 'part' in leaf ? leaf.label : leaf.field.displayName;
}

function withoutBracket(name: string): string {
	return name.replace(/ \([^()]*\)$/, '');
}

/**
 * @returns the paths of columns by the names that people may head them with: what the editor shows, with the last
 * bracket of it and without. A name that is another column's whole name is that column's.
 */
export function pathsByName(columns: readonly Column[]): Map<string, string> {
	const named = [columnName, (column: Column) => withoutBracket(columnName(column))].flatMap(
		(nameOf) => columns.map((column) => [nameOf(column), column.path] as const),
	);
	return new Map(named.reverse());
}
