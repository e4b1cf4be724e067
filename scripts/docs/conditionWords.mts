import { wordsOf } from '../../marketing/parameters/conditions.ts';
import type { Condition, Named, Parameter } from '../../marketing/parameters/parameter.ts';

/** `Scope: Category or Single Product` */
export function conditionWords(condition: Condition): string {
	return `${condition.choice.field.displayName}: ${wordsOf(condition)}`;
}

function namesOf(parameters: readonly Named[]): string {
	return parameters.map(({ field }) => field.displayName).join(', ');
}

/** @returns beside which others a parameter must be given, and beside which it must not */
export function relationWords(parameter: Parameter): string[] {
	const { neededWhen, neededBeside, neededUnless, notWith } = parameter;
	return [
		neededWhen && `required with ${conditionWords(neededWhen)}`,
		neededBeside && `required beside ${namesOf(neededBeside)}`,
		neededUnless && `required without ${namesOf(neededUnless)}`,
		notWith && `not beside ${namesOf(notWith)}`,
	].filter((words) => words !== undefined);
}
