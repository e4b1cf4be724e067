import type { BodyLeaf } from './body';
import { endsPeriod } from './readTime';

type Column = Pick<BodyLeaf, 'path' | 'leaf'>;

function labelOf({ leaf }: Column): string {
	return 'part' in leaf ? leaf.label : leaf.field.displayName;
}

/** How a column is called in the editor. No hint can stand beside it, so that its name says all. */
export function columnName(column: Column): string {
	const label = labelOf(column);
	if ('part' in column.leaf) return label;
	const isEnd = column.leaf.field.type === 'dateTime' && endsPeriod(column.path);
	return isEnd ? label.replace(/\)$/, ', Day Alone = Its End)') : label;
}

function withoutBracket(name: string): string {
	return name.replace(/ \([^()]*\)$/, '');
}

/**
 * @returns the paths of columns by the names that people may head them with: what the editor shows, with the last
 * bracket of it and without. A name that is another column's whole name is that column's.
 */
export function pathsByName(columns: readonly Column[]): Map<string, string> {
	const named = [columnName, labelOf, (column: Column) => withoutBracket(labelOf(column))].flatMap(
		(nameOf) => columns.map((column) => [nameOf(column), column.path] as const),
	);
	return new Map(named.reverse());
}
