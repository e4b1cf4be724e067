import type { IDataObject, IExecuteFunctions, INodeType } from 'n8n-workflow';

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
		properties: [{ displayName: 'Rows', name: 'rows', type: 'string', default: '[]' }],
	};

	async execute(this: IExecuteFunctions) {
		const rows = JSON.parse(this.getNodeParameter('rows', 0) as string) as IDataObject[];
		return [rows.map((json, item) => ({ json, pairedItem: { item } }))];
	}
}
