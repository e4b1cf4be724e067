import {
	parseCredential,
	type CredentialValues,
	type MerchantCredential,
} from '../wechatpay/credential';

/** Who calls WeChat Pay. Nodes and triggers are handed one, and know no account by themselves. */
export interface Account {
	/** name of the credential in n8n */
	credential: string;
	/**
	 * Checks the values of the credential.
	 *
	 * @throws CredentialError naming the first field that is wrong
	 */
	parse(values: CredentialValues): MerchantCredential;
}

/** A merchant or a service provider. */
export const merchantAccount: Account = {
	credential: 'weChatPayMarketingApi',
	parse: parseCredential,
};
