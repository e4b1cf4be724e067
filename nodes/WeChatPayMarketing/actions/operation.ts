import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { PlacedEndpoint } from './placing';
import type { ItemInput } from './itemInput';

/** Why a row has no result: the error, and the values that tell the user which row it is. */
export interface RowFailure {
	error: Error;
	details: IDataObject;
}

/** What became of one thing that an input item asked for. `item` is the index of the input item. */
export type Row = { item: number } & ({ json: IDataObject } | { failure: RowFailure });

/** The one error that stops the workflow when rows failed. */
export interface StopMessage {
	/** what happened; without it the first failed row speaks for itself */
	message?: string;
	/** sentences added to what to do about the first failed row */
	advice: string;
}

/** What the node can do with its input items. */
export interface Operation {
	/** the fields between Operation and Options */
	fields: INodeProperties[];
	/** the endpoint that it calls */
	endpoint: PlacedEndpoint;
	/**
	 * @param stopsOnFailure whether a failed row will stop the workflow
	 * @returns a row for every result and every failure, in the order of the input items
	 */
	run(inputs: ItemInput[], stopsOnFailure: boolean): Promise<Row[]>;
	/** tells about all rows in one message */
	stopMessage?(rows: Row[]): StopMessage;
	/** what came of all rows, a sentence for the output panel */
	summary?(rows: Row[]): string;
}
