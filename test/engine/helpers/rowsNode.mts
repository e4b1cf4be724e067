import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';

/** A file of a row, by the name of its binary field. */
export interface RowFile {
	field: string;
	fileName?: string;
	/** Base64. */
	data: string;
}

/** Stands for whatever comes before our node in a workflow, for example Extract from File. */
export class RowsNode implements INodeType {
	description: INodeType['description'] = {
		displayName: 'Rows',
		name: 'rows',
		group: ['input'],
		version: 1,
		description: 'Gives the rows in its parameter',
		defaults: { name: 'Rows' },
		inputs: ['main'],
		outputs: ['main'],
		properties: [
			{ displayName: 'Rows', name: 'rows', type: 'string', default: '[]' },
			{ displayName: 'Files', name: 'files', type: 'string', default: '[]' },
		],
	};

	async execute(this: IExecuteFunctions) {
		const rows = JSON.parse(this.getNodeParameter('rows', 0) as string) as IDataObject[];
		const files = JSON.parse(this.getNodeParameter('files', 0) as string) as RowFile[][];
		const items: INodeExecutionData[] = rows.map((json, item) => ({ json, pairedItem: { item } }));
		for (const [index, ofRow] of files.entries()) {
			for (const { field, fileName, data } of ofRow) {
				const bytes = Buffer.from(data, 'base64');
				const kept = await this.helpers.prepareBinaryData(bytes, fileName, 'text/plain');
				items[index]!.binary = { ...items[index]!.binary, [field]: kept };
			}
		}
		return [items];
	}
}
