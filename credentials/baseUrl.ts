import type { INodeProperties } from 'n8n-workflow';
import { BASE_URL } from '../marketing/words/labels';
import { MAIN_ORIGIN } from '../wechatpay/hosts';

/** The field with the address that calls go to. */
export const baseUrl: INodeProperties = {
	displayName: BASE_URL,
	name: 'baseUrl',
	type: 'string',
	default: MAIN_ORIGIN,
	description: 'Where the calls go. Signatures are made for this host and for WeChat Pay only.',
	hint: 'Keep the default, unless a proxy or a simulator stands in for WeChat Pay',
};
