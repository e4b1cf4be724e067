import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { isJsonObject } from '../transport/attempt';

/** The switch of every Get whose answer has more fields than people look at. */
export const simplifyField: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

function valueAt(data: IDataObject, path: string): unknown {
	return path
		.split('.')
		.reduce<unknown>((value, name) => (isJsonObject(value) ? value[name] : undefined), data);
}

/**
 * @param paths members to keep; a nested one, written with dots, comes out under its own last name
 * @returns the members that the answer has, flat
 */
export function simplified(data: IDataObject, paths: readonly string[]): IDataObject {
	const entries = paths.map((path) => [path.slice(path.lastIndexOf('.') + 1), valueAt(data, path)]);
	return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as IDataObject;
}
