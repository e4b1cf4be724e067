import type { IDataObject } from 'n8n-workflow';
import { isJsonObject, ownMember } from '../../wechatpay/losslessJson';
import {
	exampleOf,
	leavesOf,
	type BodyLeaf,
	type BodyList,
	type BodyPart,
	type Choices,
} from './body';
import { columnName } from './columnName';
import { wordOf, wordsOf } from './conditions';
import { isNothing } from './givenText';
import { InputError, shown } from './inputError';
import { nearest } from './nearest';
import { valueAt } from './nesting';
import type { Condition, Parameter } from './parameter';
import { nameIn, type NamedBy, type Source } from './source';

/** Whether a value is nothing, or an object that holds nothing. */
export function isEmpty(given: unknown): boolean {
	return isNothing(given) || (isJsonObject(given) && Object.values(given).every(isEmpty));
}

function unlessEmpty(given: unknown): unknown {
	return isEmpty(given) ? undefined : given;
}

/** @returns that of the columns which is most like this path, as the editor names it */
function nearestLabel(path: string, parts: readonly BodyPart[]): string {
	const leaves = leavesOf(parts, {});
	const found = nearest(
		path,
		leaves.map((leaf) => leaf.path),
	);
	return columnName(leaves.find((leaf) => leaf.path === found) as BodyLeaf);
}

/** An object that was given as a whole, as JSON or in columns. What holds nothing is not given. */
export class GivenObject implements Source {
	constructor(
		private readonly members: IDataObject,
		readonly namedBy: NamedBy,
		readonly prefix = '',
	) {}

	given({ wire }: BodyPart): unknown {
		return unlessEmpty(ownMember(this.members, wire));
	}

	givenAt({ path }: BodyLeaf): unknown {
		return unlessEmpty(valueAt(this.members, path));
	}

	missing(leaf: Parameter | BodyList, because?: Condition): InputError {
		const what =
			'part' in leaf ? `Add it, as JSON text, for example ${exampleOf(leaf)}.` : 'Fill it in.';
		const remedy = because ? `Add it, because ${this.reasonOf(because)}.` : what;
		return new InputError(nameIn(this, leaf), 'is missing', remedy);
	}

	unchosen({ leaf, path }: BodyLeaf, instead: readonly Condition[], choices: Choices): InputError {
		const wanted = instead
			.map((condition) => `${this.nameOf(condition)} ${this.valuesOf(condition)}`)
			.join(' and ');
		const chosen = instead
			.map((condition) => {
				const value = choices[condition.choice.field.name] ?? '';
				const word = this.namedBy === 'path' ? shown(value) : wordOf(condition.choice, value);
				return `${this.nameOf(condition)} is ${word}`;
			})
			.join(', ');
		const prefix = this.prefix + path.slice(0, -leaf.wire.length);
		return new InputError(
			nameIn({ prefix, namedBy: this.namedBy }, leaf),
			`is given, but belongs to ${wanted}`,
			`Take it out, or choose ${wanted}; ${chosen}.`,
		);
	}

	/** @throws InputError for what none of these parts is */
	refuseStrangers(parts: readonly BodyPart[]): void {
		const known = new Set(parts.map(({ wire }) => wire));
		const stranger = Object.keys(this.members).find(
			(name) => !known.has(name) && !isEmpty(this.members[name]),
		);
		if (stranger === undefined) return;
		const remedy =
			this.namedBy === 'path'
				? `Correct the name: the nearest one is ${nearest(stranger, [...known])}. Or take it out. Known here: ${[...known].join(', ')}.`
				: `Take it out of Fields: the nearest one there is ${nearestLabel(stranger, parts)}.`;
		throw new InputError(this.prefix + stranger, 'is not known to this operation', remedy);
	}

	private reasonOf(because: Condition): string {
		return `${this.nameOf(because)} is ${this.valuesOf(because)}`;
	}

	/** A choice in the language of JSON, or in that of the editor. */
	private nameOf({ choice }: Condition): string {
		return this.namedBy === 'path' ? choice.wire : choice.field.displayName;
	}

	private valuesOf(condition: Condition): string {
		return this.namedBy === 'path' ? condition.values.join(' or ') : wordsOf(condition);
	}
}
