import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';
import { CallError } from '../transport/callError';
import type { FileBody } from '../transport/file';
import { wordsOf } from '../transport/unsent';

/** @param failure what n8n's storage threw */
function unstored(failure: unknown): CallError {
	return new CallError(`n8n could not store the file: ${wordsOf(failure)}`, {
		condition: 'notStored',
		code: 'NOT_STORED',
		remedy:
			'Make room where n8n keeps the files of executions, and see that it may write there; then run the workflow again.',
	});
}

/** The files of input items, and those that come out. */
export class Files {
	constructor(private readonly context: IExecuteFunctions) {}

	/** @returns what is known of a file of an input item; `undefined` when the item has none of this name */
	find(item: number, name: string): IBinaryData | undefined {
		try {
			return this.context.helpers.assertBinaryData(item, name);
		} catch {
			return undefined;
		}
	}

	/** @returns the bytes of a file that was found */
	async read(item: number, name: string): Promise<Buffer> {
		return await this.context.helpers.getBinaryDataBuffer(item, name);
	}

	/**
	 * Keeps a file where n8n keeps the files of an execution.
	 *
	 * @throws CallError when it cannot be kept, also because the body does not come to its end
	 */
	async keep(body: FileBody, name: string, type: string): Promise<IBinaryData> {
		let failure: unknown;
		try {
			return await this.context.helpers.prepareBinaryData(body, name, type);
		} catch (error) {
			failure = error;
		}
		throw unstored(failure);
	}
}
