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

/** The keys only WeChat Pay's side of the conversation holds. */
export interface WeChatPayKeys {
	/** Checks what the merchant signs. */
	merchantPublicKey: KeyObject;
	/** Signs the answers. */
	privateKey: KeyObject;
}

/** A new RSA 2048 key pair. */
export async function newKeyPair(): Promise<{ publicKey: KeyObject; privateKey: KeyObject }> {
	return await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
}

/** A new public key ID: PUB_KEY_ID_ and 34 digits. */
export function newPublicKeyId(): string {
	return `PUB_KEY_ID_${Array.from({ length: 34 }, () => randomInt(10)).join('')}`;
}

/** The credential before the address of the simulator is known. */
export type NewCredential = Omit<CredentialValues, 'baseUrl'>;

/** Makes both sides' keys. Nothing of them is written anywhere; they end with the process. */
export async function newCredential(
	mchid: string,
): Promise<{ credential: NewCredential; keys: WeChatPayKeys }> {
	const [merchant, weChatPay] = await Promise.all([newKeyPair(), newKeyPair()]);
	return {
		credential: {
			mchid,
			serialNo: randomBytes(20).toString('hex').toUpperCase(),
			privateKey: merchant.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
			publicKeyId: newPublicKeyId(),
			publicKey: weChatPay.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
			apiV3Key: randomBytes(16).toString('hex'),
		},
		keys: { merchantPublicKey: merchant.publicKey, privateKey: weChatPay.privateKey },
	};
}
