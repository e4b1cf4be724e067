import { InputError } from '../parameters/inputError';
import { standInOf, type Parameter, type StandIn } from '../parameters/parameter';
import type { Session } from '../transport/session';

/** What the credential has in place of values that nobody gave. */
export interface StandIns {
	/**
	 * @param item index of the input item whose credential it is
	 * @throws CallError, not sent, when there is no credential or a field of it is wrong
	 */
	value(what: StandIn, item: number): Promise<string | undefined>;
	/** what the field of the credential is called that has it; `undefined` when none does */
	label(what: StandIn): string | undefined;
}

/** @returns what the credentials of an execution, or of the editor, have */
export function standInsOf(session: Session): StandIns {
	const { standIns, words } = session.account;
	return {
		async value(what, item) {
			const field = standIns[what];
			return field && (await session.merchant(item))[field];
		},
		label(what) {
			const field = standIns[what];
			return field && words.labels.fields[field];
		},
	};
}

/**
 * Gives what is meant by a value that nobody gave.
 *
 * @param item index of the input item
 * @returns `undefined` when nothing is, and it may be missing
 * @throws InputError when it must be there and the credential has nothing, either; CallError, not sent, when there
 * is no credential or a field of it is wrong
 */
export async function standInFor(
	parameter: Parameter,
	standIns: StandIns,
	item: number,
): Promise<string | undefined> {
	const what = standInOf(parameter);
	if (!what) return undefined;
	const value = await standIns.value(what, item);
	if (value !== undefined || !parameter.isRequired) return value;
	const label = standIns.label(what);
	throw new InputError(
		parameter.field.displayName,
		'is empty',
		label === undefined
			? 'Fill it in.'
			: `Fill it in, or enter ${label} in the credential, which an empty field means.`,
	);
}
