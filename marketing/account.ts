import {
	parseCredential,
	type CredentialValues,
	type MerchantCredential,
} from '../wechatpay/credential';
import { merchantWords } from './words/merchant';
import type { Words } from './words/words';

/** Who calls WeChat Pay. Nodes and triggers are handed one, and know no account by themselves. */
export interface Account {
	/** name of the credential in n8n */
	credential: string;
	/**
	 * Checks the values of the credential.
	 *
	 * @throws CredentialError about the first field that is wrong
	 */
	parse(values: CredentialValues): MerchantCredential;
	/** what its user is told */
	words: Words;
}

/** A merchant or a service provider. */
export const merchantAccount: Account = {
	credential: 'weChatPayMarketingApi',
	parse(values) {
		let thrown: unknown;
		try {
			return parseCredential(values);
		} catch (error) {
			thrown = error;
		}
		throw merchantWords.thrown(thrown);
	},
	words: merchantWords,
};
