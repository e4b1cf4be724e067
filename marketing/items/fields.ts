import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { isJsonObject, parseObject } from '../../wechatpay/losslessJson';
import {
	COLLECTION_LABELS,
	collectionOf,
	membersOf,
	type CollectionName,
	type OperationParameters,
} from '../parameters/collections';
import { isNothing, trimUnseen, undressed } from '../parameters/givenText';
import { InputError, shown } from '../parameters/inputError';
import type { Parameter } from '../parameters/parameter';
import { checkTogether } from '../parameters/together';
import type { CallSettings } from '../transport/session';
import type { Files } from './files';
import type { NodeParameters } from './nodeParameters';
import type { Values } from './placement';
import { maxRetries, requestsPerSecond, timeout } from './settings';

/** What the values of input items are read from. */
export interface FieldFacts {
	/** what the fields of the node hold */
	given: NodeParameters;
	/** what the operation takes */
	operation: OperationParameters;
	/** the item as it came in */
	item(index: number): IDataObject;
	/** the files of the items */
	files: Files;
	/** merchant ID of the credential for this item */
	merchantId(item: number): Promise<string>;
	/** a number that no other call has, and that is the same when this one is made again */
	requestNumber(item: number, call: number): string;
}

type FieldName = Pick<INodeProperties, 'name' | 'displayName'>;

const GIVES_NOTHING = 'has an expression that gives nothing';

function ifReadable<Value>(read: () => Value): Value | undefined {
	try {
		return read();
	} catch {
		return undefined;
	}
}

/** Reading it does not depend on the documented quota, which is only its default. */
const pace = requestsPerSecond(undefined);

/** The fields of the node for one input item: what an operation reads before it calls. */
export class Fields {
	constructor(
		private readonly facts: FieldFacts,
		readonly index: number,
	) {}

	/**
	 * Reads the value of a parameter.
	 *
	 * @returns `undefined` when nothing was given for what may be left out
	 * @throws InputError when the value is missing or cannot be used
	 */
	read<Value>(parameter: Parameter<string, boolean, Value>): Value | undefined {
		if (parameter.place === 'own') return this.readOwn(parameter);
		return this.readMember(parameter);
	}

	/**
	 * Reads the value of a parameter that must be there.
	 *
	 * @throws InputError when the value is missing or cannot be used
	 */
	required<Value>(parameter: Parameter<string, true, Value>): Value {
		const value = this.read(parameter);
		if (value !== undefined) return value;
		throw this.missing(parameter);
	}

	/** Reads all parameters, under WeChat Pay's names. Those without a value have what they are absent for. */
	async values(parameters: readonly Parameter[]): Promise<Values> {
		const values: Values = {};
		for (const parameter of parameters) {
			values[parameter.wire] =
				parameter.absent === 'requestNumber'
					? this.requestNumbers(parameter)(0)
					: this.read(parameter);
		}
		for (const { wire, absent, rivals = [wire] } of parameters) {
			if (absent !== 'merchantId' || rivals.some((rival) => values[rival] !== undefined)) continue;
			values[wire] = await this.merchantId();
		}
		checkTogether(parameters, values);
		return values;
	}

	/**
	 * Gives the numbers by which WeChat Pay knows the calls of this input item: the given one, told apart by which
	 * call it is, else ones that are made.
	 *
	 * @returns the number of a call, which are counted from 0; throws InputError when it grows too long
	 * @throws InputError when the given one cannot be used
	 */
	requestNumbers(parameter: Parameter): (call: number) => string {
		const given = this.read(parameter);
		if (given === undefined) return (call) => this.facts.requestNumber(this.index, call);
		return (call) => {
			if (call === 0) return String(given);
			return String(parameter.read(`${String(given)}-${call + 1}`));
		};
	}

	/** @returns the value of a field as n8n has it, unread */
	raw(field: FieldName): unknown {
		return this.value(field);
	}

	/** The item as it came in. */
	get json(): IDataObject {
		return this.facts.item(this.index);
	}

	/** What the values name, as far as they can be read: to tell the user which row it is. */
	describe(parameters: readonly Parameter[]): IDataObject {
		const entries = parameters.map((parameter) => [parameter.wire, this.described(parameter)]);
		return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as IDataObject;
	}

	get files(): Files {
		return this.facts.files;
	}

	/**
	 * How calls are made, from Options.
	 *
	 * @throws InputError when one of them cannot be used
	 */
	settings(): CallSettings {
		const perSecond = this.read(pace);
		return {
			timeout: this.read(timeout) ?? 30_000,
			maxRetries: this.read(maxRetries) ?? 3,
			requestsPerSecond: perSecond === 0 ? Infinity : perSecond,
		};
	}

	/**
	 * @returns merchant ID of the credential for this item
	 * @throws CallError, not sent, when there is no credential or a field of it is wrong
	 */
	async merchantId(): Promise<string> {
		return await this.facts.merchantId(this.index);
	}

	private readOwn<Value>(parameter: Parameter<string, boolean, Value>): Value | undefined {
		const { field, when } = parameter;
		if (when && !when.values.includes(this.choiceAt(when.name))) return undefined;
		const given = this.value(field);
		if (!isNothing(given)) return parameter.read(given);
		const isLeftOut = parameter.absent && !this.givesNothing(field.name, given);
		if (isLeftOut || !(parameter.absent || parameter.isRequired || when)) return undefined;
		throw this.missing(parameter);
	}

	private readMember<Value>(parameter: Parameter<string, boolean, Value>): Value | undefined {
		const { name, displayName, type } = parameter.field;
		const collection = collectionOf(parameter, this.facts.operation.endpoint);
		const members = this.collection(collection);
		if (!Object.hasOwn(members, name)) return undefined;
		const given = members[name];
		if (!isNothing(given)) return parameter.read(given);
		const isText = type !== 'number' && type !== 'boolean';
		if (isText && !this.givesNothing(collection, given)) return undefined;
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
		const known = membersOf(this.facts.operation, name).map((field) => field.name);
		const stranger = Object.keys(members).find((member) => !known.includes(member));
		if (stranger === undefined) return members;
		throw new InputError(
			COLLECTION_LABELS[name],
			`has no field ${shown(stranger)}`,
			`Take it out, or use one of ${known.join(', ')}.`,
		);
	}

	private missing({ field }: Parameter<string, boolean, unknown>): InputError {
		const { name, displayName } = field;
		if (this.givesNothing(name, this.value(field))) {
			return new InputError(
				displayName,
				GIVES_NOTHING,
				'Check the name of the column in the expression, or leave out the rows that have none.',
			);
		}
		const isOfRow = this.facts.given.isExpression(name);
		const remedy = isOfRow ? 'Fill it in, or leave out the row.' : 'Fill it in.';
		return new InputError(displayName, 'is empty', remedy);
	}

	/** A column that is not there, as opposed to one that is empty. */
	private givesNothing(name: string, given: unknown): boolean {
		return typeof given !== 'string' && isNothing(given) && this.facts.given.isExpression(name);
	}

	private described(parameter: Parameter): unknown {
		if (parameter.absent === 'requestNumber') {
			return ifReadable(() => this.requestNumbers(parameter)(0));
		}
		const given = this.asGiven(parameter.field);
		// The day of a moment is another one elsewhere.
		const isDay = parameter.field.type === 'dateTime';
		return (isDay ? ifReadable(() => this.read(parameter)) : undefined) ?? given;
	}

	private asGiven(field: FieldName): unknown {
		return ifReadable(() => {
			const value = this.value(field);
			return typeof value === 'string' ? trimUnseen(value) : (value ?? '');
		});
	}

	private choiceAt(name: string): string {
		const choice = this.facts.operation.parameters.find(({ field }) => field.name === name);
		return undressed(String(this.value(choice?.field ?? { name, displayName: name })));
	}

	private value({ name, displayName }: FieldName): unknown {
		let why: unknown;
		try {
			return this.facts.given.value(name, this.index);
		} catch (error) {
			why = error;
		}
		throw new InputError(
			displayName,
			`has an expression that n8n cannot work out: ${why instanceof Error ? why.message : shown(why)}`,
			'Correct the expression, or leave out the rows for which it has no value.',
		);
	}
}
