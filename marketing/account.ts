import {
	MERCHANT,
	parseCredential,
	type AccountKind,
	type Credential,
	type CredentialValues,
} from '../wechatpay/credential';
import type { KeyCache } from '../wechatpay/keyCache';
import { merchantWords } from './words/merchant';
import type { Words } from './words/words';

/** What of an endpoint says where it is. */
interface Place {
	method: string;
	/** with `{placeholders}` */
	path: string;
}

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
	parse(values: CredentialValues, keys: KeyCache): Credential;
	/** what its user is told */
	words: Words;
	/** @returns the endpoint at which it finds what a page finds at this one */
	endpointOf<E extends Place>(endpoint: E): E;
	/**
	 * Whether WeChat Pay knows a value from the signature of every call, so that it is neither asked for nor sent.
	 *
	 * @param wire WeChat Pay's name of the value
	 */
	implies(wire: string): boolean;
	/** the field of the credential that is meant by a value of a call that nobody gave */
	standIns: Readonly<Partial<Record<'merchantId' | 'brandId' | 'appid', StandInField>>>;
}

type StandInField = 'callerId' | 'defaultBrandId' | 'defaultAppid';

/** Makes the way in which an account checks its credential, told in its words. */
export function parserOf(kind: AccountKind, words: Words): Account['parse'] {
	return (values, keys) => {
		let thrown: unknown;
		try {
			return parseCredential(values, kind, keys);
		} catch (error) {
			thrown = error;
		}
		throw words.thrown(thrown);
	};
}

/** A merchant or a service provider: pages are written for it. */
export const merchantAccount: Account = {
	credential: 'weChatPayMarketingApi',
	parse: parserOf(MERCHANT, merchantWords),
	words: merchantWords,
	endpointOf: (endpoint) => endpoint,
	implies: () => false,
	standIns: { merchantId: 'callerId', brandId: 'defaultBrandId', appid: 'defaultAppid' },
};
