import {
	parseCredential,
	type CredentialValues,
	type MerchantCredential,
} from '../wechatpay/credential';
import type { KeyCache } from '../wechatpay/keyCache';
import { merchantWords } from './words/merchant';
import type { Words } from './words/words';

/** Who calls WeChat Pay. Nodes and triggers are handed one, and know no account by themselves. */
export interface Account {
	/** name of the credential in n8n */
	credential: string;
	/**
	 * Checks the values of the credential.
	 *
	 * @param keys those that were parsed before
	 * @throws CredentialError about the first field that is wrong
	 */
	parse(values: CredentialValues, keys: KeyCache): MerchantCredential;
	/** what its user is told */
	words: Words;
	/** the field of the credential that is meant by a value of a call that nobody gave */
	standIns: Readonly<Partial<Record<'merchantId' | 'brandId' | 'appid', StandInField>>>;
}

type StandInField = 'mchid' | 'defaultBrandId' | 'defaultAppid';

/** A merchant or a service provider. */
export const merchantAccount: Account = {
	credential: 'weChatPayMarketingApi',
	parse(values, keys) {
		let thrown: unknown;
		try {
			return parseCredential(values, keys);
		} catch (error) {
			thrown = error;
		}
		throw merchantWords.thrown(thrown);
	},
	words: merchantWords,
	standIns: { merchantId: 'mchid', brandId: 'defaultBrandId', appid: 'defaultAppid' },
};
