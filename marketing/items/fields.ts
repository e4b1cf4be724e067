import type { IDataObject } from 'n8n-workflow';
import type { TargetValue } from '../../wechatpay/requestTarget';
import type { OperationParameters } from '../parameters/collections';
import { trimUnseen } from '../parameters/givenText';
import { isRequestNumber, numberName, standInOf, type Parameter } from '../parameters/parameter';
import { readValues } from '../parameters/readValues';
import type { CallSettings } from '../transport/session';
import type { Files } from './files';
import { GivenFields, type FieldName } from './givenFields';
import type { NodeParameters } from './nodeParameters';
import type { Values } from './placement';
import type { RequestNumbers } from './requestNumber';
import { maxRetries, requestsPerSecond, timeout } from './settings';
import { standInFor, type StandIns } from './standIns';

/** What the values of input items are read from. */
export interface FieldFacts {
	/** what the fields of the node hold */
	parameters: NodeParameters;
	/** what the operation takes */
	operation: OperationParameters;
	/** the item as it came in */
	item(index: number): IDataObject;
	/** the files of the items */
	files: Files;
	/** whether WeChat Pay knows a value from the signature, by its name, so that nobody gives it */
	implies(wire: string): boolean;
	/** ID of the credential for this item: of a merchant, or of whoever else calls */
	merchantId(item: number): Promise<string>;
	/** what the credential has in place of values that nobody gave */
	standIns: StandIns;
	/** the numbers of calls to which none is given */
	numbers: Pick<RequestNumbers, 'made' | 'once'>;
}

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
	private readonly given: GivenFields;

	constructor(
		private readonly facts: FieldFacts,
		readonly index: number,
	) {
		this.given = new GivenFields(facts.parameters, facts.operation, index);
	}

	/**
	 * Reads the value of a parameter.
	 *
	 * @returns `undefined` when nothing was given
	 * @throws InputError when it cannot be used
	 */
	read<Value extends TargetValue>(parameter: Parameter<string, boolean, Value>): Value | undefined {
		const given = this.given.given(parameter);
		return given === undefined ? undefined : parameter.read(given);
	}

	/**
	 * Reads the value of a parameter that must be there.
	 *
	 * @throws InputError when the value is missing or cannot be used
	 */
	required<Value extends TargetValue>(parameter: Parameter<string, true, Value>): Value {
		const value = this.read(parameter);
		if (value !== undefined) return value;
		throw this.given.missing(parameter);
	}

	/**
	 * Reads the values of parameters, under WeChat Pay's names. A merchant, brand or AppID that nobody gave is that
	 * of the credential; a request number that nobody gave is still to be made.
	 *
	 * @throws InputError when one is missing, cannot be used, or does not go with the others; CallError, not sent,
	 * when one comes from the credential and there is none
	 */
	async values(parameters: readonly Parameter[]): Promise<Values> {
		const asked = this.asked(parameters);
		const read = readValues(asked, this.given) as Values;
		return await this.withDefaults(asked, read);
	}

	/** Those of the parameters that somebody has to give: what WeChat Pay knows from the signature has no field. */
	asked(parameters: readonly Parameter[]): Parameter[] {
		return parameters.filter(({ wire }) => !this.facts.implies(wire));
	}

	/**
	 * Puts in what is sent where nothing was given.
	 *
	 * @returns the values of these parameters, in their order
	 * @throws InputError when the credential has nothing for one that must be there; CallError, not sent, when
	 * there is no credential
	 */
	async withDefaults(parameters: readonly Parameter[], given: Values): Promise<Values> {
		const values: Values = {};
		for (const parameter of parameters) {
			const { wire, neededUnless = [] } = parameter;
			const isTaken = neededUnless.some((other) => given[other.wire] !== undefined);
			values[wire] = given[wire] ?? (isTaken ? undefined : await this.standIn(parameter));
		}
		return values;
	}

	/** @returns the value of a field as n8n has it, unread */
	raw(field: FieldName): unknown {
		return this.given.value(field);
	}

	/** Whether a field, or something in it, is worked out for each item. */
	isExpression({ name }: FieldName): boolean {
		return this.facts.parameters.isExpression(name);
	}

	/** The item as it came in. */
	get json(): IDataObject {
		return this.facts.item(this.index);
	}

	/**
	 * What the values name, as far as they can be read: to tell the user which row it is. What nobody gave is what
	 * the credential has in its place.
	 */
	async describe(parameters: readonly Parameter[]): Promise<IDataObject> {
		const described: IDataObject = {};
		for (const parameter of this.asked(parameters)) {
			const value = (await this.describedByCredential(parameter)) ?? this.described(parameter);
			const name = isRequestNumber(parameter) ? numberName(parameter) : parameter.wire;
			if (value !== undefined) described[name] = value as IDataObject[string];
		}
		return described;
	}

	get files(): Files {
		return this.facts.files;
	}

	/** Makes the request numbers of calls to which none is given. */
	get numbers(): FieldFacts['numbers'] {
		return this.facts.numbers;
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

	private async standIn(parameter: Parameter): Promise<string | undefined> {
		return await standInFor(parameter, this.facts.standIns, this.index);
	}

	/** @returns `undefined` for what was given, and when the credential has nothing or cannot be read */
	private async describedByCredential(parameter: Parameter): Promise<string | undefined> {
		if (!standInOf(parameter)) return undefined;
		const isEmpty = ifReadable(() => this.given.given(parameter) === undefined);
		return isEmpty ? await this.standIn(parameter).catch(() => undefined) : undefined;
	}

	private described(parameter: Parameter): unknown {
		if (parameter.absent === 'requestNumber') return ifReadable(() => this.read(parameter));
		const given = this.asGiven(parameter.field);
		// The day of a moment is another one elsewhere.
		const isDay = parameter.field.type === 'dateTime';
		return (isDay ? ifReadable(() => this.read(parameter)) : undefined) ?? given;
	}

	private asGiven(field: FieldName): unknown {
		return ifReadable(() => {
			const value = this.given.value(field);
			return typeof value === 'string' ? trimUnseen(value) : (value ?? '');
		});
	}
}
