import type { INodeProperties } from 'n8n-workflow';
import type { TargetValue } from '../../wechatpay/requestTarget';
import type { Member } from './readList';

/** Another parameter of the same call. */
export type Named = Pick<Parameter, 'wire' | 'field'>;

/** A condition: a choice has one of these values. */
export interface Condition {
	choice: Named;
	values: readonly string[];
}

const STAND_INS = ['merchantId', 'brandId', 'appid'] as const;

/** What of the credential is meant by a value that nobody gave. */
export type StandIn = (typeof STAND_INS)[number];

/** A value that an operation takes. */
export interface Parameter<
	Wire extends string = string,
	IsRequired extends boolean = boolean,
	Value = TargetValue | Member[],
> {
	/** WeChat Pay's name; dots make nested objects, in a query JSON text of the first segment */
	wire: Wire;
	/** its field in n8n, without displayOptions */
	field: INodeProperties;
	/** a field of its own, a member of Filters or Additional Fields, or a member of Options */
	place: 'own' | 'added' | 'option';
	/** it must be there wherever it exists */
	isRequired: IsRequired;
	/** where it goes, when that is not the path, and not where the method puts it */
	in?: 'header' | 'body';
	/** it exists only when all of these hold */
	when?: readonly Condition[];
	/** it must be there when this holds */
	neededWhen?: Condition;
	/** it must be there beside any of these */
	neededBeside?: readonly Named[];
	/** it must be there unless one of these is */
	neededUnless?: readonly Named[];
	/** it must not be there beside one of these */
	notWith?: readonly Named[];
	/** it tells the node what to do: WeChat Pay does not take it */
	ofNode?: boolean;
	/** it keeps a call from doing what was not meant, so that an expression that gives nothing for it is refused */
	guards?: boolean;
	/** the values that each of its entries can be, where it takes several of fixed ones */
	entries?: readonly string[];
	/** names what the call is about, so that it stands in outputs and rows */
	identifies?: boolean;
	/**
	 * what is sent when nothing was given: a number of this call and no other, the merchant, brand or AppID of the
	 * credential, the choice that those need which were given, or what the thing has that is changed
	 */
	absent?: 'requestNumber' | 'impliedChoice' | 'unchanged' | StandIn;
	/**
	 * @param given never undefined, null or ''
	 * @throws InputError naming field, value and remedy
	 */
	read: (given: unknown) => Value;
}

/** A number by which WeChat Pay knows a call, so that it does nothing twice under it. */
export type RequestNumber<Wire extends string = string> = Parameter<Wire, false, string> & {
	absent: 'requestNumber';
};

/** Whether a value is the number by which WeChat Pay knows a call. */
export function isRequestNumber(parameter: Parameter): parameter is RequestNumber {
	return parameter.absent === 'requestNumber';
}

/** @returns what the number is called in outputs and rows: its own name, wherever in the body it stands */
export function numberName({ wire }: RequestNumber): string {
	return wire.slice(wire.lastIndexOf('.') + 1);
}

/** @returns what of the credential is meant when nobody gave the value; `undefined` for nothing of it */
export function standInOf({ absent }: Pick<Parameter, 'absent'>): StandIn | undefined {
	return STAND_INS.find((one) => one === absent);
}

/** What a page says about a field, where it is not derived. */
export interface FieldWords {
	/** display name, Title Case; made of the wire name unless given */
	label?: string;
	/** parameter name in workflows; made of the wire name unless given */
	name?: string;
	description?: string;
	/** an example without its "e.g." */
	example?: string;
	hint?: string;
}

const ABBREVIATIONS: Readonly<Record<string, string>> = {
	id: 'ID',
	appid: 'AppID',
	openid: 'OpenID',
	mchid: 'Merchant ID',
};

function wordsOf(wire: string): string[] {
	return wire.slice(wire.lastIndexOf('.') + 1).split('_');
}

/** `brand_id` → `Brand ID` */
export function labelOf(wire: string): string {
	return wordsOf(wire)
		.map((word) => ABBREVIATIONS[word] ?? word.charAt(0).toUpperCase() + word.slice(1))
		.join(' ');
}

/** `brand_id` → `brandId` */
export function nameOf(wire: string): string {
	return wordsOf(wire)
		.map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
		.join('');
}

/** The part of a field that every kind of parameter has. */
export function fieldOf(
	wire: string,
	{ label, name, description, example, hint }: FieldWords,
): Pick<INodeProperties, 'displayName' | 'name' | 'description' | 'placeholder' | 'hint'> {
	return {
		displayName: label ?? labelOf(wire),
		name: name ?? nameOf(wire),
		...(description && { description }),
		...(example && { placeholder: `e.g. ${example}` }),
		...(hint && { hint }),
	};
}

/** n8n enforces `required` of a hidden field, too, when its condition is an expression. */
export function withoutRequired(field: INodeProperties): INodeProperties {
	const rest = { ...field };
	delete rest.required;
	return rest;
}

/** The same parameter as a member of Filters or Additional Fields, in which it must be where it exists. */
export function added<Wire extends string, Value>(
	parameter: Parameter<Wire, boolean, Value>,
): Parameter<Wire, boolean, Value> {
	return { ...parameter, field: withoutRequired(parameter.field), place: 'added' };
}

/** The same parameter as one that may be left out: a member of Filters or Additional Fields. */
export function optional<Wire extends string, Value>(
	parameter: Parameter<Wire, boolean, Value>,
): Parameter<Wire, false, Value> {
	return { ...added(parameter), isRequired: false };
}

/** The same parameter as a member of Options. */
export function option<Wire extends string, Value>(
	parameter: Parameter<Wire, boolean, Value>,
): Parameter<Wire, false, Value> {
	return { ...optional(parameter), place: 'option' };
}
