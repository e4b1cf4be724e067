import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { isJsonObject, parseObject } from '../../wechatpay/losslessJson';
import type { BodyLeaf, Choices } from '../parameters/body';
import {
	COLLECTION_LABELS,
	collectionOf,
	membersOf,
	type CollectionName,
	type OperationParameters,
} from '../parameters/collections';
import { wordOf, wordsOf } from '../parameters/conditions';
import { isNothing } from '../parameters/givenText';
import { InputError, shown } from '../parameters/inputError';
import type { Condition, Parameter } from '../parameters/parameter';
import type { Source } from '../parameters/source';
import type { NodeParameters } from './nodeParameters';

export type FieldName = Pick<INodeProperties, 'name' | 'displayName'>;

const GIVES_NOTHING = 'has an expression that gives nothing';

/**
 * Whether an empty cell is not the same as a value that nobody wanted: a filter would be lifted, and with it what
 * is looked at or counted; a number that were made in its place would be another one in each execution.
 */
function isMissed({ absent, guards }: Parameter, collection: CollectionName): boolean {
	return collection === 'filters' || absent === 'requestNumber' || guards === true;
}

/** What the fields of the node hold for one input item, unread. */
export class GivenFields implements Source {
	readonly prefix = '';
	readonly namedBy = 'label';

	constructor(
		private readonly parameters: NodeParameters,
		private readonly operation: OperationParameters,
		private readonly index: number,
	) {}

	/** @throws InputError when n8n cannot work it out */
	value({ name, displayName }: FieldName): unknown {
		let why: unknown;
		try {
			return this.parameters.value(name, this.index);
		} catch (error) {
			why = error;
		}
		throw new InputError(
			displayName,
			`has an expression that n8n cannot work out: ${why instanceof Error ? why.message : shown(why)}`,
			'Correct the expression, or leave out the rows for which it has no value.',
		);
	}

	given(parameter: Parameter): unknown {
		return parameter.place === 'own' ? this.ofOwnField(parameter) : this.ofMember(parameter);
	}

	/** n8n shows no field of its own that does not exist with the chosen values. */
	givenAt({ leaf }: BodyLeaf & { leaf: Parameter }): unknown {
		return leaf.place === 'own' ? undefined : this.given(leaf);
	}

	missing(parameter: Parameter, because = parameter.when?.[0]): InputError {
		const { place, field } = parameter;
		const why = because
			? `, because ${because.choice.field.displayName} is ${wordsOf(because)}`
			: '';
		if (place !== 'own' && because) {
			return new InputError(
				field.displayName,
				'is missing',
				`Add it to ${this.collectionLabelOf(parameter)}${why}.`,
			);
		}
		const isOfRow = this.parameters.isExpression(field.name);
		return new InputError(
			field.displayName,
			because && field.type === 'number' ? 'is missing' : 'is empty',
			`Fill it in${why}${isOfRow ? ', or leave out the row' : ''}.`,
		);
	}

	unchosen(
		{ leaf }: BodyLeaf & { leaf: Parameter },
		instead: readonly Condition[],
		choices: Choices,
	): InputError {
		const chosen = instead.map(
			({ choice }) =>
				`${choice.field.displayName} ${wordOf(choice, choices[choice.field.name] ?? '')}`,
		);
		const wanted = instead.map(
			(condition) => `${condition.choice.field.displayName} be ${wordsOf(condition)}`,
		);
		return new InputError(
			leaf.field.displayName,
			`does not go with ${chosen.join(' and ')}`,
			`Take it out of ${this.collectionLabelOf(leaf)}, or let ${wanted.join(' and ')}.`,
		);
	}

	private ofOwnField({ field, when }: Parameter): unknown {
		const given = this.value(field);
		if (when && this.isUntouched(field, given)) return undefined;
		if (!isNothing(given)) return given;
		if (!this.givesNothing(field.name, given)) return undefined;
		throw new InputError(
			field.displayName,
			GIVES_NOTHING,
			'Check the name of the column in the expression, or leave out the rows that have none.',
		);
	}

	private ofMember(parameter: Parameter): unknown {
		const { name, displayName, type } = parameter.field;
		const collection = collectionOf(parameter, this.operation.endpoint);
		const members = this.collection(collection);
		if (!Object.hasOwn(members, name)) return undefined;
		const given = members[name];
		if (!isNothing(given)) return given;
		const isText = type !== 'number' && type !== 'boolean';
		const mustBeGiven =
			isMissed(parameter, collection) && this.parameters.isMemberExpression(collection, name);
		if (isText && !mustBeGiven && !this.givesNothing(collection, given)) return undefined;
		throw new InputError(
			displayName,
			this.givesNothing(collection, given) ? GIVES_NOTHING : 'is empty',
			`Fill it in, take it out of ${COLLECTION_LABELS[collection]}, or check the name of the column in its expression.`,
		);
	}

	private collection(name: CollectionName): IDataObject {
		const given = this.value({ name, displayName: COLLECTION_LABELS[name] });
		if (isNothing(given) && !this.givesNothing(name, given)) return {};
		const members = typeof given === 'string' ? parseObject(given) : given;
		if (!isJsonObject(members)) {
			throw new InputError(
				COLLECTION_LABELS[name],
				`is not a set of fields: ${shown(given)}`,
				'Add its fields one by one, or let its expression give an object.',
			);
		}
		const fields = membersOf(this.operation, name);
		const stranger = Object.keys(members).find(
			(member) => !fields.some((field) => field.name === member),
		);
		if (stranger === undefined) return members;
		const known = fields.map((field) => `${field.displayName} (${field.name})`);
		throw new InputError(
			COLLECTION_LABELS[name],
			`has no field ${shown(stranger)}`,
			`Take it out, or use one of ${known.join(', ')}.`,
		);
	}

	private collectionLabelOf(parameter: Parameter): string {
		return COLLECTION_LABELS[collectionOf(parameter, this.operation.endpoint)];
	}

	/** A number that n8n filled in, since nobody else did. */
	private isUntouched({ name, type, default: filledIn }: INodeProperties, given: unknown): boolean {
		return type === 'number' && given === filledIn && !this.parameters.isExpression(name);
	}

	/** A column that is not there, as opposed to one that is empty. */
	private givesNothing(name: string, given: unknown): boolean {
		return typeof given !== 'string' && isNothing(given) && this.parameters.isExpression(name);
	}
}
