import { generateKeyPair, type KeyObject, randomBytes, randomInt } from 'node:crypto';
import { promisify } from 'node:util';

/** The values a user would type into the n8n credential. Keys are PEM texts. */
export interface CredentialValues {
	mchid: string;
	serialNo: string;
	privateKey: string;
	publicKeyId: string;
	publicKey: string;
	apiV3Key: string;
	baseUrl: string;
	processes?: number | string;
	defaultBrandId?: string;
	defaultAppid?: string;
}

/** The same of a brand that calls for itself. */
export type BrandCredentialValues = Omit<CredentialValues, 'mchid' | 'apiV3Key'> & {
	brandId: string;
	apiKey: string;
};

/** The keys only WeChat Pay's side of the conversation holds. */
export interface WeChatPayKeys {
	/** Checks what the caller signs. */
	callerPublicKey: KeyObject;
	/** Signs the answers. */
	privateKey: KeyObject;
}

/** Both halves of a key. */
export interface KeyPair {
	publicKey: KeyObject;
	privateKey: KeyObject;
}

/** A new RSA 2048 key pair. */
export async function newKeyPair(): Promise<KeyPair> {
	return await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
}

/** A new public key ID: PUB_KEY_ID_ and 34 digits. */
export function newPublicKeyId(): string {
	return `PUB_KEY_ID_${Array.from({ length: 34 }, () => randomInt(10)).join('')}`;
}

/** A credential before the address of the simulator is known. */
export type Unplaced<Values> = Omit<Values, 'baseUrl'>;

/** Both sides' keys, and what a credential has beside who calls and what notifications are encrypted with. */
async function newAccount(keyPair: () => Promise<KeyPair>) {
	const [caller, weChatPay] = await Promise.all([keyPair(), keyPair()]);
	return {
		values: {
			serialNo: randomBytes(20).toString('hex').toUpperCase(),
			privateKey: caller.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
			publicKeyId: newPublicKeyId(),
			publicKey: weChatPay.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
		},
		notificationKey: randomBytes(16).toString('hex'),
		keys: { callerPublicKey: caller.publicKey, privateKey: weChatPay.privateKey },
	};
}

/**
 * Makes both sides' keys. Nothing of them is written anywhere; they end with the process.
 *
 * @param keyPair gives the key of each side; new ones unless told
 */
export async function newCredential(
	mchid: string,
	keyPair = newKeyPair,
): Promise<{ credential: Unplaced<CredentialValues>; keys: WeChatPayKeys }> {
	const { values, notificationKey: apiV3Key, keys } = await newAccount(keyPair);
	return { credential: { mchid, ...values, apiV3Key }, keys };
}

/** The same for a brand. */
export async function newBrandCredential(
	brandId: string,
	keyPair = newKeyPair,
): Promise<{ credential: Unplaced<BrandCredentialValues>; keys: WeChatPayKeys }> {
	const { values, notificationKey: apiKey, keys } = await newAccount(keyPair);
	return { credential: { brandId, ...values, apiKey }, keys };
}
