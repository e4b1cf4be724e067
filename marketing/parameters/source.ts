import type { BodyLeaf, BodyList, BodyPart, Choices } from './body';
import type { InputError } from './inputError';
import type { Condition, Parameter } from './parameter';

/** How a complaint names a value: by its path in JSON, by both in a column of the input, by its label elsewhere. */
export type NamedBy = 'path' | 'column' | 'label';

/** Where values come from: the fields of the node, or an object that was given as a whole. */
export interface Source {
	/** what stands before the names of its values in their paths */
	readonly prefix: string;
	readonly namedBy: NamedBy;
	/** whether members of JSON that no part is are sent; `undefined` where no option says it */
	readonly sendsUnknown?: boolean;
	/**
	 * @returns what was given for a part; `undefined` for nothing
	 * @throws InputError when there is something that cannot be what was meant
	 */
	given(part: BodyPart): unknown;
	/** the same for a leaf that does not exist with the chosen values; `undefined` when it would not count anyway */
	givenAt(leaf: BodyLeaf): unknown;
	/** @param because what makes it needed, where it may be left out otherwise */
	missing(leaf: Parameter | BodyList, because?: Condition): InputError;
	/** @param instead what would have to be chosen for the leaf to exist */
	unchosen(leaf: BodyLeaf, instead: readonly Condition[], choices: Choices): InputError;
}

/** @returns what stands before the names of the members of an entry of a list; they are named as JSON has them */
export function prefixIn(
	source: Pick<Source, 'prefix' | 'namedBy'>,
	list: BodyList,
	entry: number,
): string {
	const name = nameIn(source, list);
	return source.namedBy === 'path' ? `${name}[${entry}].` : `${name}, entry ${entry + 1}: `;
}

/** @returns how a complaint names a value of a source */
export function nameIn(
	{ prefix, namedBy }: Pick<Source, 'prefix' | 'namedBy'>,
	leaf: Parameter | BodyList,
): string {
	const path = prefix + leaf.wire;
	if (namedBy === 'path') return path;
	const label = 'part' in leaf ? leaf.label : leaf.field.displayName;
	return namedBy === 'column' ? `${label} (column \`${path}\`)` : label;
}
