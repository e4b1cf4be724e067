import type { IDataObject } from 'n8n-workflow';
import type { Fields } from './fields';

/** The request number of an input item, and whose it is. */
export interface RowNumber {
	number: string;
	/** the merchant who knows the call by it */
	merchantId: string;
	isGiven: boolean;
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
	about: IDataObject,
): Promise<RowNumber> {
	const merchantId = await fields.merchantId();
	const isGiven = given !== undefined;
	const numbered = { item: fields.index, call: 0, merchantId, about };
	return { number: given ?? fields.numbers.made(numbered), merchantId, isGiven };
}
