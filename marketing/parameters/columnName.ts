import type { BodyLeaf } from './body';
import type { Parameter } from './parameter';

type Column = Pick<BodyLeaf, 'path' | 'leaf'>;

/** Characters of a name that the editor shows. */
const LONGEST = 28;

/** The first of the values that a leaf takes, where they are fixed: ` (Barcode…)` */
function firstValue({ field: { options = [] }, entries = [] }: Parameter): string {
	const values = [...entries, ...options.map(({ name }) => name)];
	return values.length === 0 ? '' : ` (${values[0]}${values.length > 1 ? '…' : ''})`;
}

/**
 * How a column is called in the editor. No hint can stand beside it, so that its name says all: what it takes, too,
 * where the editor would not cut it off.
 */
export function columnName({ leaf }: Column): string {
	if ('part' in leaf) return leaf.label;
	const label = leaf.field.displayName;
	const whole = `${label}${firstValue(leaf)}`;
	return whole.length > LONGEST ? label : whole;
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
