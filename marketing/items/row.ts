import type { IBinaryKeyData, IDataObject } from 'n8n-workflow';
import { InputError } from '../parameters/inputError';
import { CallError } from '../transport/callError';

/** What is true of a row that has no result. */
export type Outcome = 'refused' | 'notOnStock' | 'unknown' | 'notSent';

/** A member of a batch that is not where it should be taken from, for who wants that told as a failure. */
export class NotOnStockError extends Error {
	readonly remedy =
		'There is nothing to do, unless the store or the stock is not the one that was meant. Leave Not on Stock at Done to count such stores as done.';

	/** @param said WeChat Pay's refusal, where there was one */
	constructor(member: string, said?: Pick<CallError, 'code' | 'reason'>) {
		const words = said ? ` (WeChat Pay: ${said.code} “${said.reason}”)` : '';
		super(`Store ${member} is not associated with the stock${words}`);
		this.name = 'NotOnStockError';
	}
}

/** What was not done because it might be a slip, or is known to be in vain; nothing was sent for it. */
export class HeldBackError extends Error {
	constructor(
		readonly code: 'TOO_MANY_REMOVALS' | 'INPUT_INCOMPLETE' | 'NOT_ALL_ASSOCIATED' | 'STOCK_ENDED',
		/** what happened */
		message: string,
		/** what to do, sentences */
		readonly remedy: string,
	) {
		super(message);
		this.name = 'HeldBackError';
	}
}

/** A row that was not begun any more, because another one failed and that stops the workflow. */
export class NotBegunError extends Error {
	constructor() {
		super('It was not sent, because another row stopped the workflow');
		this.name = 'NotBegunError';
	}
}

/** Why a row has no result: the error, and the values that tell the user which row it is. */
export interface RowFailure {
	error: Error;
	which: IDataObject;
}

/** A result: its values, and a file where it has one. */
export interface Result {
	json: IDataObject;
	binary?: IBinaryKeyData;
}

/** What became of one thing that an input item asked for. `item` is the index of the input item. */
export type Row = { item: number } & (Result | { failure: RowFailure });

export type FailedRow = Extract<Row, { failure: unknown }>;

/** @returns the failures among rows, in their order */
export function failuresOf(rows: readonly Row[]): RowFailure[] {
	return rows.flatMap((row) => ('failure' in row ? [row.failure] : []));
}

/** @returns what is true of the work that a row asked for */
export function outcomeOf(error: Error): Outcome {
	if (error instanceof CallError) return error.outcome;
	return error instanceof NotOnStockError ? 'notOnStock' : 'notSent';
}

/** @returns what to do, sentences; empty when the error does not say */
export function remedyOf(error: Error): string {
	const hasRemedy =
		error instanceof CallError ||
		error instanceof InputError ||
		error instanceof NotOnStockError ||
		error instanceof HeldBackError;
	return hasRemedy ? error.remedy : '';
}

function codeOf(error: Error): string {
	if (error instanceof CallError || error instanceof HeldBackError) return error.code;
	return error instanceof NotOnStockError ? 'NOT_ON_STOCK' : 'INVALID_INPUT';
}

/**
 * @param advice sentences added to what to do
 * @returns what an error item says about its row, beside what happened
 */
export function detailsOf({ error, which }: RowFailure, advice = ''): IDataObject {
	return {
		...which,
		code: codeOf(error),
		message: error instanceof CallError ? error.reason : error.message,
		description: [remedyOf(error), advice].filter(Boolean).join(' '),
		outcome: outcomeOf(error),
		request_id: error instanceof CallError ? error.requestId : '',
	};
}
