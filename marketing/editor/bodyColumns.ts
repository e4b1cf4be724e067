import type {
	FieldType,
	ILoadOptionsFunctions,
	INodeProperties,
	ResourceMapperField,
	ResourceMapperFields,
} from 'n8n-workflow';
import { leavesOf, type BodyLeaf } from '../parameters/body';
import { columnName } from '../parameters/columnName';
import { findOperation, type Resource } from '../operation/resource';

const TYPES: Partial<Record<string, FieldType>> = {
	number: 'number',
	dateTime: 'dateTime',
	options: 'options',
	boolean: 'options',
};

/** A switch would begin as off in n8n, a value that nobody chose: false is money prepaid, or a limit lifted. */
const TRUE_OR_FALSE: ResourceMapperField['options'] = [
	{ name: 'False', value: 'false' },
	{ name: 'True', value: 'true' },
];

function optionsOf({ type, options }: INodeProperties): ResourceMapperField['options'] {
	return type === 'boolean' ? TRUE_OR_FALSE : (options as ResourceMapperField['options']);
}

function columnOf(column: BodyLeaf): ResourceMapperField {
	const { path, leaf, isRequired } = column;
	const field = 'part' in leaf ? undefined : leaf.field;
	const type = TYPES[field?.type ?? ''] ?? 'string';
	return {
		id: path,
		displayName: columnName(column),
		required: isRequired,
		defaultMatch: false,
		display: true,
		type,
		...(field && type === 'options' && { options: optionsOf(field) }),
		removed: !isRequired,
	};
}

function columnsIn(
	resources: readonly Resource[],
	context: ILoadOptionsFunctions,
): ResourceMapperFields {
	const { body } = findOperation(
		resources,
		context.getNodeParameter('resource'),
		context.getNodeParameter('operation'),
	);
	if (!body) return { fields: [] };
	const choices = Object.fromEntries(
		(body.choices ?? []).map(({ field: { name, options = [] } }) => {
			const value: unknown = context.getNodeParameter(name, '');
			const isKnown = options.some((option) => 'value' in option && option.value === value);
			return [name, isKnown ? String(value) : undefined];
		}),
	);
	const columns = leavesOf(body.parts, choices).map(columnOf);
	return {
		fields: [
			...columns.filter(({ required }) => required),
			...columns.filter(({ required }) => !required),
		],
	};
}

/**
 * Makes what gives the columns of a deep body: those that the chosen values have, required ones first. A choice
 * that is an expression is not known before the run, so that all columns are shown. No call is made.
 *
 * @param resources all that the node can do
 */
export function bodyColumnsOf(resources: readonly Resource[]) {
	return async function (this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
		return columnsIn(resources, this);
	};
}
