import type { IDataObject } from 'n8n-workflow';
import { isJsonObject } from '../../wechatpay/losslessJson';
import {
	conditionsOn,
	exampleOf,
	isMet,
	unchosenLeaves,
	type BodyList,
	type BodyObject,
	type BodyPart,
	type Choices,
} from './body';
import { clearValue } from './clearJson';
import { GivenObject, type GivenAs } from './givenObject';
import { InputError, shown } from './inputError';
import type { Condition, Named, Parameter } from './parameter';
import { nameIn, prefixIn, type Source } from './source';

function isParameter(part: BodyPart): part is Parameter {
	return !('part' in part);
}

function labelsOf(parameters: readonly Named[], word: 'and' | 'or'): string {
	return parameters.map(({ field }) => field.displayName).join(` ${word} `);
}

/** The values of one level: the fields of the node, or the members of an object. */
class Reading {
	private readonly values = new Map<string, unknown>();
	/** '' where nothing was chosen */
	private readonly choices: Record<string, string | undefined>;

	/**
	 * @param known what was chosen outside
	 * @param isInside whether what the chosen values do not have was looked for outside
	 */
	constructor(
		private readonly parts: readonly BodyPart[],
		private readonly source: Source,
		known: Choices,
		private readonly isInside = false,
	) {
		this.choices = { ...known };
	}

	read(): IDataObject {
		const conditions = conditionsOn(this.parts);
		if (conditions.length > 0) this.choose(conditions);
		for (const part of this.existing) if (!this.values.has(part.wire)) this.take(part);
		for (const part of this.existing) if (isParameter(part)) this.checkBesideOthers(part);
		const entries = this.parts.map(({ wire }) => [wire, this.values.get(wire)] as const);
		return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as IDataObject;
	}

	private get parameters(): Parameter[] {
		return this.parts.filter(isParameter);
	}

	/** those that exist with what is chosen */
	private get existing(): BodyPart[] {
		return this.parts.filter(({ when = [] }) =>
			when.every((condition) => isMet(condition, this.choices)),
		);
	}

	private take(part: BodyPart): void {
		this.values.set(part.wire, this.valueOf(part));
	}

	/** What others depend on is read first. */
	private choose(conditions: readonly Condition[]): void {
		const names = conditions.map(({ choice }) => choice.field.name);
		const deciding = this.parameters.filter(({ field }) => names.includes(field.name));
		for (const choice of deciding) if (this.existing.includes(choice)) this.decide(choice);
		if (deciding.length > 0 || !this.isInside) this.refuseUnchosen();
	}

	private decide(choice: Parameter): void {
		this.take(choice);
		const value = this.values.get(choice.wire) ?? this.implied(choice);
		this.values.set(choice.wire, value);
		this.choices[choice.field.name] = value === undefined ? '' : String(value);
	}

	/** The value of a choice that what was given belongs to. */
	private implied({ wire, absent }: Parameter): string | undefined {
		if (absent !== 'impliedChoice') return undefined;
		const [first, second] = this.parameters.filter(
			(one) => one.neededWhen?.choice.wire === wire && this.source.given(one) !== undefined,
		);
		if (!first || !second) return first?.neededWhen?.values[0];
		throw new InputError(
			second.field.displayName,
			`and ${first.field.displayName} are both given`,
			'Leave one of them.',
		);
	}

	/** What the chosen values do not have is refused, so that nothing is lost in silence. */
	private refuseUnchosen(): void {
		const found = unchosenLeaves(this.parts, this.choices).find(
			({ leaf }) => this.source.givenAt(leaf) !== undefined,
		);
		if (found) throw this.source.unchosen(found.leaf, found.instead, this.choices);
	}

	private valueOf(part: BodyPart): unknown {
		const given = this.source.given(part);
		if (isParameter(part)) return this.leaf(part, given);
		return part.part === 'list' ? this.list(part, given) : this.object(part, given);
	}

	private object({ wire, mustBe, members }: BodyObject, given: unknown): unknown {
		if (given === undefined && !mustBe) return undefined;
		const { prefix, namedBy, sendsUnknown } = this.source;
		const path = prefix + wire;
		if (given !== undefined && !isJsonObject(given)) {
			throw new InputError(path, `is not an object: ${shown(given)}`, 'Give it as an object.');
		}
		const inside = new GivenObject(given ?? {}, { namedBy, prefix: `${path}.`, sendsUnknown });
		const strangers = inside.strangers(members);
		const read = { ...new Reading(members, inside, this.choices, true).read(), ...strangers };
		return Object.keys(read).length > 0 ? read : undefined;
	}

	private list(part: BodyList, given: unknown): unknown {
		if (given === undefined) return this.nothing(part);
		const name = nameIn(this.source, part);
		const entries = typeof given === 'string' ? clearValue(given) : given;
		if (!Array.isArray(entries) || !entries.every(isJsonObject)) {
			throw new InputError(
				name,
				`is not a list of objects: ${shown(given)}`,
				`Give it as JSON text, for example ${exampleOf(part)}.`,
			);
		}
		if (entries.length > part.maxItems) {
			throw new InputError(
				name,
				`has ${entries.length} entries`,
				`WeChat Pay takes ${part.maxItems} at most.`,
			);
		}
		return entries.map((entry, index) => this.entry(part, entry, index));
	}

	/** @throws InputError which shows, of a cell, how an entry looks that can be used */
	private entry(part: BodyList, entry: IDataObject, index: number): IDataObject {
		let failure: unknown;
		try {
			return readObject(part.members, entry, {
				namedBy: 'path',
				prefix: prefixIn(this.source, part, index),
				known: this.choices,
				sendsUnknown: this.source.sendsUnknown,
			});
		} catch (error) {
			failure = error;
		}
		if (failure instanceof InputError && this.source.namedBy !== 'path') {
			const { field, complaint, remedy } = failure;
			throw new InputError(field, complaint, `${remedy} An example: ${exampleOf(part)}.`);
		}
		throw failure;
	}

	private leaf(parameter: Parameter, given: unknown): unknown {
		if (given === undefined) return this.nothing(parameter);
		let failure: unknown;
		try {
			return parameter.read(given);
		} catch (error) {
			failure = error;
		}
		if (failure instanceof InputError && failure.field === parameter.field.displayName) {
			throw new InputError(nameIn(this.source, parameter), failure.complaint, failure.remedy);
		}
		throw failure;
	}

	private nothing(leaf: Parameter | BodyList): undefined {
		const hasStandIn = isParameter(leaf) && leaf.absent !== undefined;
		if (leaf.isRequired && !hasStandIn) throw this.source.missing(leaf);
	}

	/** What no value shows by itself. */
	private checkBesideOthers(parameter: Parameter): void {
		const { wire, field, neededWhen, neededBeside = [], neededUnless, notWith = [] } = parameter;
		if (this.isThere(parameter)) {
			const others = notWith.filter((other) => this.isThere(other));
			if (others.length === 0) return;
			const complaint = neededUnless
				? `and ${labelsOf(others, 'and')} are given at once`
				: `does not count together with ${labelsOf(others, 'and')}`;
			throw new InputError(field.displayName, complaint, 'Leave one of them.');
		}
		if (neededWhen && isMet(neededWhen, this.choices)) {
			throw this.source.missing(parameter, neededWhen);
		}
		const beside = neededBeside.find((other) => this.isThere(other));
		if (beside) {
			const { displayName } = beside.field;
			throw new InputError(field.displayName, 'is missing', `Add it beside ${displayName}.`);
		}
		if (!neededUnless) return;
		const group = this.parameters.filter(
			(one) => one.wire === wire || neededUnless.some((other) => other.wire === one.wire),
		);
		if (group.some((one) => one.absent ?? this.isThere(one))) return;
		throw new InputError(labelsOf(group, 'or'), 'is missing', 'Add one of them.');
	}

	private isThere({ wire }: Named): boolean {
		const value = this.values.get(wire);
		return value !== undefined && !(Array.isArray(value) && value.length === 0);
	}
}

/**
 * Reads values by the rules of their parts, flat and deep ones alike: each leaf by its own, required ones where
 * they exist and their object must be there or is given, nothing that nobody gave.
 *
 * @param known what was chosen elsewhere
 * @returns the values under WeChat Pay's names; what is to be sent in place of those that are missing is left to
 * the caller, but for a choice that others imply
 * @throws InputError naming the value that is missing, wrong, not for the chosen values, or not beside another
 */
export function readValues(
	parts: readonly BodyPart[],
	source: Source,
	known: Choices = {},
): IDataObject {
	return new Reading(parts, source, known).read();
}

/**
 * Reads an object that was given as a whole.
 *
 * @param given nested as the parts are; null, '' and empty objects are not given
 * @param known what was chosen elsewhere
 * @throws InputError as `readValues`, and for a member that is not known, unless it is sent
 */
export function readObject(
	parts: readonly BodyPart[],
	given: IDataObject,
	{ known = {}, ...named }: GivenAs & { known?: Choices },
): IDataObject {
	const source = new GivenObject(given, named);
	const strangers = source.strangers(parts);
	return { ...readValues(parts, source, known), ...strangers };
}
