import { InputError, shown } from '../parameters/inputError';

/** A request number that an input item has. */
export interface Claim {
	/** index of the input item */
	item: number;
	/** the merchant who knows a call by the number */
	merchantId: string;
	number: string;
	/** given by the user, or made for what is given once */
	source: 'given' | 'once';
	/** what the number is for: input items that are done together may share it */
	by: unknown;
}

function sameNumber(number: string, rows: number): InputError {
	return new InputError(
		'Request Number',
		`is ${shown(number)} for ${rows} rows`,
		'WeChat Pay does nothing twice under one number: map a column that has another one for each row, or take Request Number out of Options.',
	);
}

/** @returns `undefined` for the first one, which is done */
function sameGift([first]: readonly Claim[], item: number): InputError | undefined {
	if (!first || first.item === item) return undefined;
	return new InputError(
		'Once Within',
		`lets this be done once only, and [item ${first.item}] asks for the same`,
		'Take the row out, or set Once Within to Execution when both are meant.',
	);
}

function isShared(claims: readonly Claim[]): boolean {
	return claims.some(({ by }) => by !== claims[0]?.by);
}

/**
 * Finds the request numbers that several input items of a merchant have. WeChat Pay does nothing twice under one
 * number, so that only one of them would be done, whichever comes first.
 *
 * @returns what is told of each such input item, by its index
 */
export function sharedNumbers(claims: readonly Claim[]): Map<number, InputError> {
	const byNumber = new Map<string, Claim[]>();
	for (const claim of claims) {
		const key = JSON.stringify([claim.merchantId, claim.number]);
		const known = byNumber.get(key);
		if (known) known.push(claim);
		else byNumber.set(key, [claim]);
	}
	const refused = new Map<number, InputError>();
	for (const sharing of byNumber.values()) {
		if (!isShared(sharing)) continue;
		for (const { item, number, source } of sharing) {
			const error =
				source === 'given' ? sameNumber(number, sharing.length) : sameGift(sharing, item);
			if (error) refused.set(item, error);
		}
	}
	return refused;
}
