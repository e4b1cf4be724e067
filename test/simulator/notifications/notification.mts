import { createCipheriv, type KeyObject, randomBytes, randomUUID } from 'node:crypto';
import { BRAND_AUTHORIZATION, MERCHANT_AUTHORIZATION } from '../authorization.mts';
import { newKeyPair, newPublicKeyId } from '../credential.mts';
import { beijingTime } from '../endpoints/productCoupon/beijingTime.mts';
import { type JsonObject, toJsonText } from '../json.mts';
import { type Answer, signedAnswer } from '../signedAnswer.mts';
import { tamper } from '../tampering.mts';
import { type NotificationSample } from './samples.mts';

/** What goes wrong with notifications in the field. */
export const FAULT_KINDS = [
	'probe',
	'old',
	'toCome',
	'otherPublicKeyId',
	'platformCertificate',
	'merchantCertificate',
	'foreignKey',
	'changedBody',
	'missingHeader',
	'otherSignatureType',
	'wrongApiV3Key',
	'cutTag',
	/** Nothing is wrong: the body has blanks, and slashes are written as `\/`. */
	'otherText',
] as const;

/** A fault that happens to a notification. */
export type NotificationFault =
	| { kind: Exclude<(typeof FAULT_KINDS)[number], 'missingHeader'> }
	| { kind: 'missingHeader'; header: string };

/** What WeChat Pay makes the notifications of an account with. */
export interface NotificationKeys {
	/** WeChat Pay's, which signs. */
	privateKey: KeyObject;
	publicKeyId: string;
	/** How it signs. */
	scheme: string;
	/** What encrypts. */
	notificationKey: string;
	/** Of the certificate of the account. */
	serialNo: string;
}

/** A notification as it goes over the wire. */
export type SignedNotification = Pick<Answer, 'headers' | 'body'>;

const SIX_MINUTES = 360;
const TAG_BYTES = 16;

/** An envelope with a new id; the text is encrypted as WeChat Pay does it. */
export function newEnvelope(
	sample: NotificationSample,
	{ notificationKey }: Pick<NotificationKeys, 'notificationKey'>,
	{ now, fault }: { now: number; fault?: NotificationFault },
): JsonObject {
	const { event_type, summary, original_type, associated_data, resource } = sample;
	const key = fault?.kind === 'wrongApiV3Key' ? randomBytes(16).toString('hex') : notificationKey;
	const nonce = randomBytes(6).toString('hex');
	const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
	cipher.setAAD(Buffer.from(associated_data ?? ''));
	const tag = () => cipher.getAuthTag().subarray(0, fault?.kind === 'cutTag' ? 12 : TAG_BYTES);
	const sealed = Buffer.concat([cipher.update(toJsonText(resource)), cipher.final(), tag()]);
	return {
		id: randomUUID(),
		create_time: beijingTime(now),
		resource_type: 'encrypt-resource',
		event_type,
		summary,
		resource: {
			original_type,
			algorithm: 'AEAD_AES_256_GCM',
			ciphertext: sealed.toString('base64'),
			...(associated_data !== undefined && { associated_data }),
			nonce,
		},
	};
}

async function signatureWith(
	{ privateKey, publicKeyId, scheme, serialNo }: NotificationKeys,
	now: number,
	fault: NotificationFault | undefined,
) {
	const right = { key: privateKey, keyId: publicKeyId, scheme, timestamp: Math.floor(now / 1000) };
	switch (fault?.kind) {
		case 'foreignKey':
			return { ...right, key: (await newKeyPair()).privateKey };
		case 'otherPublicKeyId':
			return { ...right, keyId: newPublicKeyId() };
		case 'platformCertificate':
			return { ...right, keyId: randomBytes(20).toString('hex').toUpperCase() };
		case 'merchantCertificate':
			return { ...right, keyId: serialNo };
		case 'old':
			return { ...right, timestamp: right.timestamp - SIX_MINUTES };
		case 'toCome':
			return { ...right, timestamp: right.timestamp + SIX_MINUTES };
		default:
			return right;
	}
}

function textOf(envelope: JsonObject, fault: NotificationFault | undefined): string {
	if (fault?.kind !== 'otherText') return toJsonText(envelope);
	return JSON.stringify(envelope, null, 2).replaceAll('/', '\\/');
}

/** Signs a notification as it is sent now; the same envelope can be sent again. `now` is in milliseconds. */
export async function signedNotification(
	envelope: JsonObject,
	keys: NotificationKeys,
	{ now, fault }: { now: number; fault?: NotificationFault },
): Promise<SignedNotification> {
	const signature = await signatureWith(keys, now, fault);
	const answer = signedAnswer(textOf(envelope, fault), signature);
	switch (fault?.kind) {
		case 'otherSignatureType': {
			const type = [BRAND_AUTHORIZATION, MERCHANT_AUTHORIZATION].find(
				({ scheme }) => scheme !== keys.scheme,
			)!.scheme;
			const headers = { ...answer.headers, 'Wechatpay-Signature-Type': type };
			return { headers, body: answer.body };
		}
		case 'probe':
		case 'changedBody':
			return tamper(answer, { kind: fault.kind });
		case 'missingHeader':
			return tamper(answer, fault);
		default:
			return answer;
	}
}
