import type { IDataObject } from 'n8n-workflow';
import { InputError, shown } from '../parameters/inputError';
import type { Fields } from './fields';
import type { Numbered, NumberedOnce } from './requestNumber';
import { onceWithin } from './settings';

/** The request number of an input item, and where it comes from. */
export interface RowNumber {
	number: string;
	/** the merchant who knows the call by it */
	merchantId: string;
	source: 'given' | 'made' | 'once';
}

/**
 * Gives the request number of an input item that makes one call.
 *
 * @param given by the user; made unless given
 * @param about the values that tell what the call is about, under WeChat Pay's names
 * @throws CallError, not sent, when there is no credential or a field of it is wrong
 */
export async function rowNumber(
	fields: Fields,
	given: string | undefined,
	about: Numbered['about'],
): Promise<RowNumber> {
	const merchantId = await fields.merchantId();
	if (given !== undefined) return { number: given, merchantId, source: 'given' };
	const number = fields.numbers.made({ item: fields.index, call: 0, merchantId, about });
	return { number, merchantId, source: 'made' };
}

/** The user who is given something, or the coupon for which something is given. */
function receiverIn({ openid, coupon_code }: IDataObject): IDataObject | undefined {
	if (openid !== undefined) return { openid };
	return coupon_code === undefined ? undefined : { coupon_code };
}

/**
 * Gives the request number of an input item that gives something, which Once Within may let happen only once.
 *
 * @param values of the call, under WeChat Pay's names
 * @throws InputError when Once Within does not go with what is given; what `rowNumber` throws
 */
export async function giftNumber(
	fields: Fields,
	given: string | undefined,
	about: Numbered['about'],
	{ endpoint, values }: Pick<NumberedOnce, 'endpoint'> & { values: IDataObject },
): Promise<RowNumber> {
	const within = fields.read(onceWithin) ?? 'execution';
	if (within === 'execution') return await rowNumber(fields, given, about);
	const { displayName } = onceWithin.field;
	if (given !== undefined) {
		throw new InputError(
			displayName,
			`is ${shown(within)}, and there is a request number, ${shown(given)}`,
			'Take one of the two out: a number of your own protects by itself.',
		);
	}
	const receiver = receiverIn(values);
	if (!receiver) {
		throw new InputError(
			displayName,
			`is ${shown(within)}, and the row names no user`,
			'Add OpenID under Additional Fields, or take Once Within out of Options.',
		);
	}
	const merchantId = await fields.merchantId();
	const once = { endpoint, merchantId, about: { ...about, ...receiver } };
	const number = fields.numbers.once({ ...once, within: within === 'day' ? 'day' : 'ever' });
	return { number, merchantId, source: 'once' };
}
