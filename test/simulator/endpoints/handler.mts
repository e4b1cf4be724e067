import { type RequestValues } from '../api/requestCheck.mts';
import { type JsonObject } from '../json.mts';
import { type Parts } from '../files/multipart.mts';
import { type ReportFile, type Shop } from '../shop.mts';

/** A request whose signature, headers and values are good. */
export interface Call extends RequestValues {
	shop: Shop;
	/** Milliseconds by the simulator's clock. */
	now: number;
	/** Of an upload. */
	file?: Parts['file'];
	/** Gives the address of a file. */
	offer(file: ReportFile): string;
}

/**
 * Does the work of an operation and gives the body of the good answer, or throws a Refusal, and then
 * nothing was done.
 */
export type Handler = (call: Call) => JsonObject;

/** All values of a call, wherever they stand, under their names. */
export const valuesOf = <T,>({ path, query, body }: Call) =>
	({ ...path, ...query, ...(body as JsonObject | undefined) }) as T;
