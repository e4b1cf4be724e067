import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';
import type { FileBody } from '../transport/file';

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

	/** Keeps a file where n8n keeps the files of an execution. @throws what the body throws */
	async keep(body: FileBody, name: string, type: string): Promise<IBinaryData> {
		return await this.context.helpers.prepareBinaryData(body, name, type);
	}
}
