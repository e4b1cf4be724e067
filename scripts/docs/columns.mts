import type { DeepBody } from '../../marketing/operation/deepBody.ts';
import { leavesOf, type BodyLeaf, type Choices } from '../../marketing/parameters/body.ts';
import type { Parameter } from '../../marketing/parameters/parameter.ts';
import { conditionWords } from './conditionWords.mts';

/** A column of a body. */
export interface Column extends Pick<BodyLeaf, 'path' | 'leaf'> {
	/** it must be given wherever it exists */
	isRequired: boolean;
	/** the choices that have it, and those that must; empty when the choices do not matter */
	condition: string;
}

function valuesOf({ field: { options = [] } }: Parameter): string[] {
	return options.flatMap((option) => ('value' in option ? [String(option.value)] : []));
}

/** All that can be chosen. */
function combinations(choices: readonly Parameter[]): Choices[] {
	return choices.reduce<Choices[]>(
		(before, choice) =>
			before.flatMap((chosen) =>
				valuesOf(choice).map((value) => ({ ...chosen, [choice.field.name]: value })),
			),
		[{}],
	);
}

/** @returns what the combinations have in common: `Scope: All Goods or Category, Type: Exchange` */
function wordsOf(combinations: readonly Choices[], choices: readonly Parameter[]): string {
	const chosen = choices.map((choice) => {
		const values = new Set(combinations.map((combination) => combination[choice.field.name]));
		return { choice, values: valuesOf(choice).filter((value) => values.has(value)) };
	});
	const products = chosen.reduce((product, { values }) => product * values.length, 1);
	if (products !== combinations.length) {
		throw new Error(`Not all of these have the column: ${JSON.stringify(chosen)}`);
	}
	return chosen
		.filter(({ choice, values }) => values.length < valuesOf(choice).length)
		.map(conditionWords)
		.join(', ');
}

/** @returns the columns that some choice has, each once, in their order */
export function columnsOf({ choices = [], parts }: DeepBody): Column[] {
	const all = combinations(choices);
	const withLeaf = (test: (leaf: BodyLeaf) => boolean) =>
		all.filter((chosen) => leavesOf(parts, chosen).some(test));
	return leavesOf(parts, {}).map(({ path, leaf }) => {
		const having = withLeaf((one) => one.path === path);
		const needing = withLeaf((one) => one.path === path && one.isRequired);
		const isRequired = needing.length === having.length;
		const need = needing.length > 0 && !isRequired && `required with ${wordsOf(needing, choices)}`;
		const condition = [wordsOf(having, choices), need].filter(Boolean).join('; ');
		return { path, leaf, isRequired, condition };
	});
}
