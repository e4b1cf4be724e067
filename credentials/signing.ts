import { randomBytes } from 'node:crypto';
import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import type { Words } from '../marketing/words/words';
import { parseCredential, type AccountKind } from '../wechatpay/credential';
import { keysOfProcess } from '../wechatpay/keyCache';
import { signHttpOptions } from '../wechatpay/signedOptions';

/** What requests that name no program of their own are sent as. */
const USER_AGENT = 'n8n-nodes-wechatpay-marketing';

/**
 * Signs a request with a credential, for this host and for WeChat Pay's only.
 *
 * @param kind of the account
 * @param words of the account
 * @throws CredentialError about the first field that is wrong; NotSignedError for a request that cannot be signed
 */
export async function signedBy(
	credentials: ICredentialDataDecryptedObject,
	requestOptions: IHttpRequestOptions,
	{ kind, words }: { kind: AccountKind; words: Words },
): Promise<IHttpRequestOptions> {
	let thrown: unknown;
	try {
		const credential = parseCredential(credentials, kind, keysOfProcess);
		const timestamp = Math.floor(Date.now() / 1000);
		const moment = { timestamp, nonce: randomBytes(16).toString('hex') };
		const signed = await signHttpOptions(requestOptions, credential, moment, USER_AGENT);
		return { ...requestOptions, ...signed };
	} catch (error) {
		thrown = error;
	}
	throw words.thrown(thrown);
}
