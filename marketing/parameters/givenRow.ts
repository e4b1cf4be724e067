import type { IDataObject } from 'n8n-workflow';
import { isJsonObject } from '../../wechatpay/losslessJson';
import { leavesOf, type BodyLeaf, type BodyPart } from './body';
import { clearValue } from './clearJson';
import { columnName, pathsByName } from './columnName';
import { isEmpty } from './givenObject';
import { trimUnseen } from './givenText';
import { InputError, shown } from './inputError';
import { distance, nearest } from './nearest';
import { nested } from './givenBody';
import { nameIn } from './source';

/** Characters of a name in a message; paths have 105 at most. */
const LONGEST_SHOWN = 120;

/** An object whose name has as many letters has none that is like it by chance. */
const TELLING = 8;

function isLike(name: string, object: string): boolean {
	const plain = trimUnseen(name).toLowerCase();
	return plain === object || (object.length >= TELLING && distance(plain, object) <= 2);
}

function isSame(one: unknown, other: unknown): boolean {
	const written = (value: unknown) =>
		typeof value === 'object' ? JSON.stringify(value) : trimUnseen(String(value));
	return written(one) === written(other);
}

/** What is found of a body in the columns of one item. */
class Row {
	private readonly leaves: ReadonlyMap<string, BodyLeaf>;
	private readonly byName: ReadonlyMap<string, string>;
	private readonly objects: ReadonlySet<string>;
	private readonly found = new Map<string, { column: string; value: unknown }>();

	constructor(
		parts: readonly BodyPart[],
		private readonly answered: readonly string[],
	) {
		const leaves = leavesOf(parts, {});
		this.leaves = new Map(leaves.map((leaf) => [leaf.path, leaf]));
		this.byName = pathsByName(leaves);
		this.objects = new Set(
			leaves.flatMap(({ path }) => {
				const names = path.split('.');
				return names.slice(1).map((_, index) => names.slice(0, index + 1).join('.'));
			}),
		);
	}

	get body(): IDataObject {
		const columns = [...this.found].map(([path, { value }]) => [path, value] as const);
		return nested(Object.fromEntries(columns) as IDataObject);
	}

	takeColumn(column: string, value: unknown): void {
		const name = trimUnseen(column);
		const path = this.leaves.has(name) ? name : this.byName.get(name.replace(/\s+/g, ' '));
		if (path !== undefined) this.give(path, column, value);
		else if (this.objects.has(name)) this.takeObject(name, value);
		else if (this.isMeant(name)) throw this.unknown(name);
	}

	/** What other nodes call so is no object, and none of ours. */
	private takeObject(name: string, value: unknown): void {
		const isMeant = name.includes('.') || (typeof value === 'string' && /^\s*\{/.test(value));
		if (isJsonObject(value) || isMeant) this.takeMembers(name, value);
	}

	private takeMembers(path: string, value: unknown): void {
		const members = typeof value === 'string' ? clearValue(value) : value;
		if (!isJsonObject(members)) {
			throw new InputError(path, `is not an object: ${shown(value)}`, 'Give it as an object.');
		}
		for (const [name, member] of Object.entries(members)) {
			const at = `${path}.${trimUnseen(name)}`;
			if (isEmpty(member)) continue;
			if (this.leaves.has(at)) this.give(at, at, member);
			else if (this.objects.has(at)) this.takeMembers(at, member);
			else if (!this.answered.includes(at)) throw this.unknown(at);
		}
	}

	private give(path: string, column: string, value: unknown): void {
		const before = this.found.get(path);
		if (before && !isSame(before.value, value)) {
			const { leaf } = this.leaves.get(path) as BodyLeaf;
			const prefix = path.slice(0, -leaf.wire.length);
			throw new InputError(
				nameIn({ prefix, namedBy: 'column' }, leaf),
				`is given twice: ${shown(before.value)} in ${shown(before.column)}, ${shown(value)} in ${shown(column)}`,
				'Leave one of the two out.',
			);
		}
		this.found.set(path, { column, value });
	}

	/** Whether a name begins like one of ours. */
	private isMeant(name: string): boolean {
		const [object, ...rest] = name.split('.', 2);
		return rest.length > 0 && [...this.objects].some((one) => isLike(object ?? '', one));
	}

	private unknown(name: string): InputError {
		const path = nearest(name, [...this.leaves.keys()]);
		const label = columnName(this.leaves.get(path) as BodyLeaf);
		return new InputError(
			name.slice(0, LONGEST_SHOWN),
			'is not known to this operation',
			`Correct the name of the column: the nearest one is ${path}, ${label}. Or take it out.`,
		);
	}
}

/**
 * Takes from an item what belongs to a body: columns named after dotted paths or as the editor names them, and
 * nested objects alike. What is empty is not given. Other columns of the item are left alone.
 *
 * @param answered paths of what only answers have inside the objects of the body: left alone there
 * @throws InputError for a column, or a member of an object, that begins like one of the body and is none; for a
 * value that is given twice, and differs
 */
export function fromItem(
	parts: readonly BodyPart[],
	item: IDataObject,
	answered: readonly string[] = [],
): IDataObject {
	const row = new Row(parts, answered);
	for (const [column, value] of Object.entries(item)) {
		if (!isEmpty(value)) row.takeColumn(column, value);
	}
	return row.body;
}
