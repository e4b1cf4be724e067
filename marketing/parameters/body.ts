import type { IDataObject } from 'n8n-workflow';
import type { Condition, Parameter } from './parameter';

/** An object of the body. Of one that `mustBe`, the required members are required; else once one is given. */
export interface BodyObject {
	part: 'object';
	wire: string;
	mustBe: boolean;
	/** it exists only when all of these hold */
	when?: readonly Condition[];
	members: readonly BodyPart[];
}

/** A list of objects, given as JSON. */
export interface BodyList {
	part: 'list';
	wire: string;
	label: string;
	isRequired: boolean;
	/** it exists only when all of these hold */
	when?: readonly Condition[];
	maxItems: number;
	/** the smallest entry that WeChat Pay takes */
	example: IDataObject;
	members: readonly BodyPart[];
}

/** A part of a deep body. A leaf is a parameter as any other. */
export type BodyPart = Parameter | BodyObject | BodyList;

/** The values that decide which parts exist, by the names of their fields; one that is missing is not known. */
export type Choices = Readonly<Record<string, string | undefined>>;

/** An object that must be there. */
export function object(wire: string, members: readonly BodyPart[]): BodyObject {
	return { part: 'object', wire, mustBe: true, members };
}

/** An object that may be left out; its required members count once one of its members is given. */
export function maybe(wire: string, members: readonly BodyPart[]): BodyObject {
	return { part: 'object', wire, mustBe: false, members };
}

/** The same object as one that must be there. */
export function mustBe(part: BodyObject): BodyObject {
	return { ...part, mustBe: true };
}

/** A list of objects; one column, which takes JSON. */
export function objects(
	wire: string,
	rules: Pick<BodyList, 'label' | 'example'> & Partial<Pick<BodyList, 'isRequired' | 'maxItems'>>,
	members: readonly BodyPart[],
): BodyList {
	return { part: 'list', wire, isRequired: false, maxItems: Infinity, ...rules, members };
}

/** @returns the smallest list that WeChat Pay takes, as a cell has it */
export function exampleOf({ example }: BodyList): string {
	return JSON.stringify([example]);
}

/** Whether a condition holds; `undefined` when the choice is not known. */
export function isMet({ choice, values }: Condition, choices: Choices): boolean | undefined {
	const chosen = choices[choice.field.name];
	return chosen === undefined ? undefined : values.includes(chosen);
}

/** A leaf or a list of a body, where it stands, and whether it must be given. */
export interface BodyLeaf {
	/** dotted path */
	path: string;
	leaf: Parameter | BodyList;
	isRequired: boolean;
	/** what must have been chosen for it to exist */
	when: readonly Condition[];
}

function allLeaves(
	parts: readonly BodyPart[],
	choices: Choices,
	above: Omit<BodyLeaf, 'leaf'>,
): BodyLeaf[] {
	return parts.flatMap((part): BodyLeaf[] => {
		const met = (part.when ?? []).map((condition) => isMet(condition, choices));
		if (met.includes(false)) return [];
		const path = above.path + part.wire;
		const when = [...above.when, ...(part.when ?? [])];
		const isRequired = above.isRequired && !met.includes(undefined);
		if (!('part' in part) || part.part === 'list') {
			return [{ path, leaf: part, isRequired: isRequired && part.isRequired, when }];
		}
		const inside = { path: `${path}.`, isRequired: isRequired && part.mustBe, when };
		return allLeaves(part.members, choices, inside);
	});
}

const AT_THE_TOP = { path: '', isRequired: true, when: [] };

/** @returns the leaves that exist with these choices, in their order; all that may exist for unknown ones */
export function leavesOf(parts: readonly BodyPart[], choices: Choices): BodyLeaf[] {
	const byPath = new Map<string, BodyLeaf>();
	for (const leaf of allLeaves(parts, choices, AT_THE_TOP)) {
		if (!byPath.has(leaf.path)) byPath.set(leaf.path, leaf);
	}
	return [...byPath.values()];
}

/** What exists only when other values are chosen, and those values. */
export interface Unchosen {
	leaf: BodyLeaf;
	instead: readonly Condition[];
}

/** @returns the leaves that do not exist with these choices, each with the fewest that would have to be others */
export function unchosenLeaves(parts: readonly BodyPart[], choices: Choices): Unchosen[] {
	const existing = new Set(leavesOf(parts, choices).map(({ path }) => path));
	const byPath = new Map<string, Unchosen>();
	for (const leaf of allLeaves(parts, {}, AT_THE_TOP)) {
		if (existing.has(leaf.path)) continue;
		const instead = leaf.when.filter((condition) => !isMet(condition, choices));
		const best = byPath.get(leaf.path);
		if (!best || instead.length < best.instead.length) byPath.set(leaf.path, { leaf, instead });
	}
	return [...byPath.values()];
}

/** @returns the conditions on parts and on what is in them */
export function conditionsOn(parts: readonly BodyPart[]): Condition[] {
	return parts.flatMap((part): readonly Condition[] => {
		const { when = [] } = part;
		if ('part' in part) return [...when, ...conditionsOn(part.members)];
		return part.neededWhen ? [...when, part.neededWhen] : when;
	});
}
