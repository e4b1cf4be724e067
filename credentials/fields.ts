import type { INodeProperties } from 'n8n-workflow';
import { BASE_URL } from '../marketing/words/labels';
import { MAIN_ORIGIN } from '../wechatpay/hosts';

/** The field with the serial number of the certificate. @param words what the account calls it, and where it is found */
export function serialNo(words: { displayName: string; hint: string }): INodeProperties {
	return {
		...words,
		name: 'serialNo',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 5157F09EFDC096DE15EBE81A47057A7232F1B8E1',
		description: 'Of the certificate that belongs to the private key: 40 hexadecimal digits',
	};
}

/** The field with the key that signs. @param place where it was made */
export function privateKey(displayName: string, place: string): INodeProperties {
	return {
		displayName,
		name: 'privateKey',
		type: 'string',
		typeOptions: { password: true, rows: 6 },
		default: '',
		required: true,
		description: `It was made when the API certificate was applied for under ${place}, and WeChat Pay keeps no copy of it`,
		hint: 'The whole content of the file apiclient_key.pem',
	};
}

/** The field with the key that verifies. @param owner who else has one, as a user may take it for theirs */
export function publicKey(owner: string): INodeProperties {
	return {
		displayName: 'WeChat Pay Public Key',
		name: 'publicKey',
		type: 'string',
		typeOptions: { rows: 6 },
		default: '',
		required: true,
		description: `It is WeChat Pay's key, not the ${owner}'s, and answers are verified with it. The test of the credential cannot check it: the first operation does.`,
		hint: 'The whole content of the file pub_key.pem, downloaded from the same place; checked by the first operation',
	};
}

/** The field with the address that calls go to. */
export const baseUrl: INodeProperties = {
	displayName: BASE_URL,
	name: 'baseUrl',
	type: 'string',
	default: MAIN_ORIGIN,
	description: 'Where the calls go. Signatures are made for this host and for WeChat Pay only.',
	hint: 'Keep the default, unless a proxy or a simulator stands in for WeChat Pay',
};
