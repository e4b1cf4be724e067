import type { Parameter } from './parameter';

/** An object of the body. Of one that `mustBe`, the required members are required; else once one is given. */
export interface BodyObject {
	part: 'object';
	wire: string;
	mustBe: boolean;
	members: readonly BodyPart[];
}

/** Parts that exist only when a field above has one of these values. */
export interface BodyOnly {
	part: 'only';
	/** name of the field in n8n */
	choice: string;
	values: readonly string[];
	members: readonly BodyPart[];
}

/** A list of objects, given as JSON. */
export interface BodyList {
	part: 'list';
	wire: string;
	label: string;
	isRequired: boolean;
	maxItems: number;
	members: readonly BodyPart[];
}

/** A part of a deep body. A leaf is a parameter as any other. */
export type BodyPart = Parameter | BodyObject | BodyOnly | BodyList;

/** The values of the fields that decide which parts exist; one that is missing is not known. */
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

/** Parts that exist only when a field above has this value, or one of these. */
export function only(
	choice: { field: { name: string } },
	values: string | readonly string[],
	members: readonly BodyPart[],
): BodyOnly {
	const list = typeof values === 'string' ? [values] : values;
	return { part: 'only', choice: choice.field.name, values: list, members };
}

/** A list of objects; one column, which takes JSON. */
export function objects(
	wire: string,
	rules: { label: string; isRequired?: boolean; maxItems?: number },
	members: readonly BodyPart[],
): BodyList {
	const { label, isRequired = false, maxItems = Infinity } = rules;
	return { part: 'list', wire, label, isRequired, maxItems, members };
}

/** A leaf or a list of a body, where it stands, and whether it must be given. */
export interface BodyLeaf {
	/** dotted path */
	path: string;
	leaf: Parameter | BodyList;
	isRequired: boolean;
	/** what must have been chosen for it to exist */
	needs: readonly Pick<BodyOnly, 'choice' | 'values'>[];
}

function allLeaves(
	parts: readonly BodyPart[],
	choices: Choices,
	prefix: string,
	isRequired: boolean,
	needs: BodyLeaf['needs'],
): BodyLeaf[] {
	return parts.flatMap((part): BodyLeaf[] => {
		if (!('part' in part) || part.part === 'list') {
			const path = prefix + part.wire;
			return [{ path, leaf: part, isRequired: isRequired && part.isRequired, needs }];
		}
		if (part.part === 'object') {
			const inside = `${prefix}${part.wire}.`;
			return allLeaves(part.members, choices, inside, isRequired && part.mustBe, needs);
		}
		const chosen = choices[part.choice];
		if (chosen !== undefined && !part.values.includes(chosen)) return [];
		const isKnown = chosen !== undefined;
		return allLeaves(part.members, choices, prefix, isRequired && isKnown, [...needs, part]);
	});
}

/** @returns the leaves that exist with these choices, in their order; all that may exist for unknown ones */
export function leavesOf(parts: readonly BodyPart[], choices: Choices): BodyLeaf[] {
	const byPath = new Map<string, BodyLeaf>();
	for (const leaf of allLeaves(parts, choices, '', true, [])) {
		if (!byPath.has(leaf.path)) byPath.set(leaf.path, leaf);
	}
	return [...byPath.values()];
}

/** What exists only when other values are chosen, and those values. */
export interface Unchosen {
	leaf: BodyLeaf;
	instead: BodyLeaf['needs'];
}

/** @returns the leaves that do not exist with these choices, each with the fewest that would have to be others */
export function unchosenLeaves(parts: readonly BodyPart[], choices: Choices): Unchosen[] {
	const existing = new Set(leavesOf(parts, choices).map(({ path }) => path));
	const byPath = new Map<string, Unchosen>();
	for (const leaf of allLeaves(parts, {}, '', true, [])) {
		if (existing.has(leaf.path)) continue;
		const instead = leaf.needs.filter(
			({ choice, values }) => !values.includes(choices[choice] ?? ''),
		);
		const best = byPath.get(leaf.path);
		if (!best || instead.length < best.instead.length) byPath.set(leaf.path, { leaf, instead });
	}
	return [...byPath.values()];
}
