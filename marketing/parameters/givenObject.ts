import type { IDataObject } from 'n8n-workflow';
import { isJsonObject, ownMember } from '../../wechatpay/losslessJson';
import type { BodyLeaf, BodyList, BodyPart, Choices } from './body';
import { wordsOf } from './conditions';
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
		const what = 'part' in leaf ? 'Add it, as JSON text of a list of objects.' : 'Fill it in.';
		const remedy = because ? `Add it, because ${this.reasonOf(because)}.` : what;
		return new InputError(nameIn(this, leaf), 'is missing', remedy);
	}

	unchosen({ leaf, path }: BodyLeaf, instead: readonly Condition[], choices: Choices): InputError {
		const wanted = instead
			.map(({ choice, values }) => `${choice.field.name} ${values.join(' or ')}`)
			.join(' and ');
		const chosen = instead
			.map(({ choice: { field } }) => `${field.name} is ${shown(choices[field.name])}`)
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
		throw new InputError(
			this.prefix + stranger,
			'is not known to this operation',
			`Correct the name: the nearest one is ${nearest(stranger, [...known])}. Or take it out. Known here: ${[...known].join(', ')}.`,
		);
	}

	private reasonOf(because: Condition): string {
		const { choice, values } = because;
		return this.namedBy === 'path'
			? `${choice.wire} is ${values.join(' or ')}`
			: `${choice.field.displayName} is ${wordsOf(because)}`;
	}
}
