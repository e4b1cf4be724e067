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

/** How an object was given. */
export type GivenAs = Pick<Source, 'namedBy' | 'sendsUnknown'> & Partial<Pick<Source, 'prefix'>>;

/** An object that was given as a whole, as JSON or in columns. What holds nothing is not given. */
export class GivenObject implements Source {
	readonly namedBy: NamedBy;
	readonly prefix: string;
	readonly sendsUnknown: boolean | undefined;

	constructor(
		private readonly members: IDataObject,
		{ namedBy, prefix = '', sendsUnknown }: GivenAs,
	) {
		this.namedBy = namedBy;
		this.prefix = prefix;
		this.sendsUnknown = sendsUnknown;
	}

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

	/**
	 * @returns what none of these parts is, where it is sent
	 * @throws InputError for the first of it elsewhere
	 */
	strangers(parts: readonly BodyPart[]): IDataObject {
		const known = new Set(parts.map(({ wire }) => wire));
		const strangers = Object.entries(this.members).filter(
			([name, value]) => !known.has(name) && !isEmpty(value),
		);
		const [first] = strangers;
		const isJson = this.namedBy === 'path';
		if (!first || (isJson && this.sendsUnknown)) return Object.fromEntries(strangers);
		const [stranger] = first;
		const toSendIt =
			isJson && this.sendsUnknown === false
				? ' If WeChat Pay has it, turn on Send Unknown Members under Options.'
				: '';
		const remedy = isJson
			? `Correct the name: the nearest one is ${nearest(stranger, [...known])}. Or take it out. Known here: ${[...known].join(', ')}.${toSendIt}`
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
