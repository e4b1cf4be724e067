import { wordsOf } from '../../marketing/parameters/conditions.ts';
import {
	standInOf,
	type Condition,
	type Named,
	type Parameter,
	type StandIn,
} from '../../marketing/parameters/parameter.ts';

/** What an empty field means. */
const STAND_INS: Readonly<Record<StandIn, string>> = {
	appid: 'empty: Default AppID of the credential',
	brandId: 'empty: Default Brand ID of the credential',
	merchantId: 'empty: the merchant of the credential',
};

/** `Scope: Category or Single Product` */
export function conditionWords(condition: Condition): string {
	return `${condition.choice.field.displayName}: ${wordsOf(condition)}`;
}

function namesOf(parameters: readonly Named[]): string {
	return parameters.map(({ field }) => field.displayName).join(', ');
}

/** @returns beside which others a parameter must be given, beside which it must not, and what it means left empty */
export function relationWords(parameter: Parameter): string[] {
	const { neededWhen, neededBeside, neededUnless, notWith } = parameter;
	const standIn = standInOf(parameter);
	return [
		neededWhen && `required with ${conditionWords(neededWhen)}`,
		neededBeside && `required beside ${namesOf(neededBeside)}`,
		neededUnless && `required without ${namesOf(neededUnless)}`,
		notWith && `not beside ${namesOf(notWith)}`,
		standIn && STAND_INS[standIn],
	].filter((words) => words !== undefined);
}
