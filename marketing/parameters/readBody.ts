import type { IDataObject } from 'n8n-workflow';
import { isJsonObject, parsedJson } from '../../wechatpay/losslessJson';
import {
	unchosenLeaves,
	type BodyList,
	type BodyObject,
	type BodyPart,
	type Choices,
} from './body';
import { isNothing } from './givenText';
import { InputError, shown } from './inputError';
import { valueAt } from './nesting';
import type { Parameter } from './parameter';

/** How a body is read. */
export interface BodyReading {
	choices: Choices;
	/** how a complaint names a value: by its path in JSON, by its label in columns */
	namedBy: 'path' | 'label';
}

function nameOf(
	part: Parameter | BodyList,
	path: string,
	{ namedBy }: Pick<BodyReading, 'namedBy'>,
): string {
	if (namedBy === 'path') return path;
	return 'part' in part ? part.label : part.field.displayName;
}

function isEmpty(given: unknown): boolean {
	return isNothing(given) || (isJsonObject(given) && Object.values(given).every(isEmpty));
}

class BodyReader {
	constructor(private readonly reading: BodyReading) {}

	members(parts: readonly BodyPart[], given: IDataObject, prefix: string): IDataObject {
		const read: IDataObject = {};
		this.refuseStrangers(parts, given, prefix);
		for (const part of parts) this.readPart(part, given, prefix, read);
		return read;
	}

	private readPart(part: BodyPart, given: IDataObject, prefix: string, read: IDataObject): void {
		if ('part' in part && part.part === 'only') {
			const chosen = this.reading.choices[part.choice] ?? '';
			if (!part.values.includes(chosen)) return;
			for (const member of part.members) this.readPart(member, given, prefix, read);
			return;
		}
		const value = this.valueOf(part, given[part.wire], prefix + part.wire);
		if (value !== undefined) read[part.wire] = value as IDataObject;
	}

	private valueOf(
		part: Exclude<BodyPart, { part: 'only' }>,
		given: unknown,
		path: string,
	): unknown {
		if (!('part' in part)) return this.leaf(part, given, path);
		return part.part === 'list' ? this.list(part, given, path) : this.object(part, given, path);
	}

	private object(part: BodyObject, given: unknown, path: string): unknown {
		if (isEmpty(given) && !part.mustBe) return undefined;
		if (!isEmpty(given) && !isJsonObject(given)) {
			throw new InputError(path, `is not an object: ${shown(given)}`, 'Give it as an object.');
		}
		const members = isJsonObject(given) ? given : {};
		const read = this.members(part.members, members, `${path}.`);
		return Object.keys(read).length > 0 ? read : undefined;
	}

	private list(part: BodyList, given: unknown, path: string): unknown {
		const name = this.nameOf(part, path);
		if (isEmpty(given)) {
			if (!part.isRequired) return undefined;
			throw new InputError(name, 'is missing', 'Add it, as JSON text of a list of objects.');
		}
		const entries = typeof given === 'string' ? parsedJson(given) : given;
		if (!Array.isArray(entries) || !entries.every(isJsonObject)) {
			throw new InputError(
				name,
				`is not a list of objects: ${shown(given)}`,
				'Give it as JSON text, for example [{ … }].',
			);
		}
		if (entries.length > part.maxItems) {
			throw new InputError(
				name,
				`has ${entries.length} entries`,
				`WeChat Pay takes ${part.maxItems} at most.`,
			);
		}
		const inside = new BodyReader({ ...this.reading, namedBy: 'path' });
		return entries.map((entry, index) => inside.members(part.members, entry, `${path}[${index}].`));
	}

	private leaf(parameter: Parameter, given: unknown, path: string): unknown {
		const name = this.nameOf(parameter, path);
		if (isEmpty(given)) {
			if (!parameter.isRequired) return undefined;
			throw new InputError(name, 'is missing', 'Fill it in.');
		}
		let failure: unknown;
		try {
			return parameter.read(given);
		} catch (error) {
			failure = error;
		}
		if (failure instanceof InputError)
			throw new InputError(name, failure.complaint, failure.remedy);
		throw failure;
	}

	private nameOf(part: Parameter | BodyList, path: string): string {
		return nameOf(part, path, this.reading);
	}

	private refuseStrangers(parts: readonly BodyPart[], given: IDataObject, prefix: string): void {
		const known = new Set(knownWires(parts));
		const stranger = Object.keys(given).find((name) => !known.has(name) && !isEmpty(given[name]));
		if (stranger === undefined) return;
		throw new InputError(
			prefix + stranger,
			'is not known to this operation',
			`Correct the name, or take it out. Known here: ${[...known].join(', ')}.`,
		);
	}
}

function knownWires(parts: readonly BodyPart[]): string[] {
	return parts.flatMap((part) =>
		'part' in part && part.part === 'only' ? knownWires(part.members) : [part.wire],
	);
}

/** What the chosen values do not have is refused, so that nothing is lost in silence. */
function refuseUnchosen(
	parts: readonly BodyPart[],
	given: IDataObject,
	reading: BodyReading,
): void {
	const { choices } = reading;
	const found = unchosenLeaves(parts, choices).find(
		({ leaf: { path } }) => !isEmpty(valueAt(given, path)),
	);
	if (!found) return;
	const { leaf, instead } = found;
	const wanted = instead
		.map(({ choice, values }) => `${choice} ${values.join(' or ')}`)
		.join(' and ');
	const chosen = instead.map(({ choice }) => `${choice} is ${shown(choices[choice])}`).join(', ');
	throw new InputError(
		nameOf(leaf.leaf, leaf.path, reading),
		`is given, but belongs to ${wanted}`,
		`Take it out, or choose ${wanted}; ${chosen}.`,
	);
}

/**
 * Reads a deep body: every leaf by its own rules, required ones where their object must be there or is given,
 * nothing that nobody gave.
 *
 * @param given nested as the body is; null, '' and empty objects are not given
 * @throws InputError naming the value that is missing, wrong, unknown, or not for the chosen values
 */
export function readBody(
	parts: readonly BodyPart[],
	given: IDataObject,
	reading: BodyReading,
): IDataObject {
	refuseUnchosen(parts, given, reading);
	return new BodyReader(reading).members(parts, given, '');
}
