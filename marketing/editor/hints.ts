import type { NodeHint } from 'n8n-workflow';
import { onceWithin } from '../items/settings';
import type { Operation } from '../operation/page';
import type { Resource } from '../operation/resource';
import { storeIdKind } from '../parameters/storeIds';

/** @param when an expression */
function hintWhen({ when, hint }: { when: string; hint: string }): NodeHint {
	return {
		message: hint,
		displayCondition: `={{ ${when} }}`,
		whenToDisplay: 'beforeExecution',
		location: 'outputPane',
	};
}

/** What the page of each operation says. */
function pageHints(resources: readonly Resource[]): NodeHint[] {
	return resources.flatMap(({ value: resource, operations }) =>
		operations.flatMap(({ value, hint }) => {
			const when = `$parameter["resource"] === "${resource}" && $parameter["operation"] === "${value}"`;
			return hint === undefined ? [] : [hintWhen({ when, hint })];
		}),
	);
}

const NUMBER = '$parameter["options"]?.["requestNumber"]';
const ONCE = '$parameter["options"]?.["onceWithin"]';

/** What keeps an operation that gives something from giving it twice, by what its Options hold. */
const PROTECTIONS = [
	{
		when: NUMBER,
		hint: 'Your own request numbers protect: nothing is given twice under one number, whichever workflow runs, and however often.',
	},
	{
		when: `!${NUMBER} && ${ONCE} === "day"`,
		hint: 'Once Within is Day: a user, or a coupon, gets the same only once a day in Beijing, whichever workflow runs, and however often.',
	},
	{
		when: `!${NUMBER} && ${ONCE} === "ever"`,
		hint: 'Once Within is Ever: a user, or a coupon, gets the same only once, whichever workflow runs, and however often.',
	},
	{
		when: `!${NUMBER} && (${ONCE} ?? "execution") === "execution"`,
		hint: 'The Retry button and Retry On Fail give nothing twice. A new execution does, and so do a sub-workflow under a retried parent and an AI agent that begins anew: set Once Within under Options, or map a column of your own numbers to Request Number.',
	},
] as const;

function givesOnce({ settings }: Operation): boolean {
	return settings.includes(onceWithin);
}

function looksStoresUp({ parameters }: Operation): boolean {
	return parameters.includes(storeIdKind);
}

/** When stores are looked up, and how long that takes. */
const LOOKING_UP = [
	{
		when: '($parameter["storeIdKind"] === "own" || $parameter["options"]?.["checkStores"] === true)',
		hint: 'The stores of the brand are listed before anything is sent, 200 in a call and 5 calls a second: 10,000 stores take 10 s. When the list is not complete, nothing is sent.',
	},
] as const;

/** The hints of all operations of a kind, each shown when its condition holds. */
function kindHints(
	resources: readonly Resource[],
	isOfKind: (operation: Operation) => boolean,
	hints: ReadonlyArray<{ when: string; hint: string }>,
): NodeHint[] {
	const names = resources.flatMap(({ value: resource, operations }) =>
		operations.filter(isOfKind).map(({ value }) => `${resource}.${value}`),
	);
	if (names.length === 0) return [];
	const isOne = `${JSON.stringify(names)}.includes($parameter["resource"] + "." + $parameter["operation"])`;
	return hints.map(({ when, hint }) => hintWhen({ when: `${isOne} && ${when}`, hint }));
}

/** Operations that end something for good, by their values. */
const ENDING = ['deactivate', 'delete', 'terminate'];

/** n8n keeps an operation when another resource is chosen that has one of the same value, and values are a contract. */
function keptHints(resources: readonly Resource[]): NodeHint[] {
	return ENDING.flatMap((ending) => {
		const having = resources.flatMap(({ operations }) =>
			operations.filter(({ value }) => value === ending),
		);
		const [first, second] = having;
		if (!first || !second) return [];
		return [
			hintWhen({
				when: `$parameter["operation"] === "${ending}"`,
				hint: `${first.name} stays chosen when another resource is chosen that has it, too: see that Resource is the one that you mean.`,
			}),
		];
	});
}

/**
 * What is told before the run of an operation that takes away, sends or pays: what its page says, that it may have
 * been kept from another resource, what keeps it from giving something twice, and how long it takes to look stores
 * up.
 */
export function runHints(resources: readonly Resource[]): NodeHint[] {
	return [
		...pageHints(resources),
		...keptHints(resources),
		...kindHints(resources, givesOnce, PROTECTIONS),
		...kindHints(resources, looksStoresUp, LOOKING_UP),
	];
}
