import { decrypt } from './decryption';
import { asObject, parseObject, type JsonObject } from './losslessJson';
import {
	failedCheck,
	type FailedCheck,
	type SignedMessage,
	type VerificationKey,
} from './signedMessage';

/** How notifications are encrypted. */
export const ALGORITHM = 'AEAD_AES_256_GCM';

/** What notifications are checked and decrypted with: parts of a credential that was checked. */
export interface NotificationKeys extends VerificationKey {
	/** serial number of the caller's own certificate, to tell it from WeChat Pay's */
	serialNo: string;
	/** 32 characters */
	notificationKey?: string;
}

/** A notification that was verified and decrypted. Integers beyond JavaScript's range are strings of digits. */
export interface Notification {
	/** what WeChat Pay wrote around the resource, under its own names, without the resource */
	envelope: JsonObject & {
		/** the same in every repetition of the notification */
		id: string;
		event_type: string;
	};
	/** the decrypted object */
	resource: JsonObject;
}

/** The check that a notification did not pass, and what it found. Nothing that a stranger sent is in it. */
export type NotificationRefusal =
	| { check: 'size' | 'algorithm' }
	| Exclude<FailedCheck, { check: 'serial' }>
	| {
			check: 'serial';
			found:
				| 'otherPublicKey'
				| 'platformCertificate'
				| 'otherCertificate'
				| 'ownCertificate'
				| 'noSerial';
	  }
	| { check: 'json'; found: 'noNotification' | 'noObject' }
	| { check: 'decryption'; found: 'noKey' | 'wrongKey' };

/**
 * `unsigned`: not shown to come from WeChat Pay, anybody may have sent it. `unreadable`: WeChat Pay signed it,
 * and it cannot be read.
 */
export type OpenedNotification =
	| { notification: Notification }
	| { unsigned: NotificationRefusal }
	| { unreadable: NotificationRefusal };

/** bytes; notifications have a few thousand */
const LARGEST = 1024 * 1024;

const NO_NOTIFICATION = { check: 'json', found: 'noNotification' } as const;

/** What a message that did not verify names in place of the key that it must be signed with. */
function refusalOf(failed: FailedCheck, own: NotificationKeys): NotificationRefusal {
	if (failed.check !== 'serial') return failed;
	const { check, serial } = failed;
	if (serial.toUpperCase() === own.serialNo) return { check, found: 'ownCertificate' };
	if (/^PUB_KEY_ID_\d+$/.test(serial)) return { check, found: 'otherPublicKey' };
	if (!/^[\dA-F]+$/i.test(serial)) return { check, found: 'noSerial' };
	const hasPublicKey = own.publicKeyId.startsWith('PUB_KEY_ID_');
	return { check, found: hasPublicKey ? 'platformCertificate' : 'otherCertificate' };
}

/** What a signed body holds. */
function read(body: Buffer, notificationKey: string | undefined): OpenedNotification {
	const { resource, ...envelope } = parseObject(body.toString('utf8')) ?? {};
	const { id, event_type } = envelope;
	const { algorithm, ciphertext, nonce, associated_data } = asObject(resource) ?? {};
	if (typeof id !== 'string' || id === '' || typeof event_type !== 'string') {
		return { unreadable: NO_NOTIFICATION };
	}
	if (algorithm !== ALGORITHM) return { unreadable: { check: 'algorithm' } };
	if (typeof ciphertext !== 'string' || typeof nonce !== 'string') {
		return { unreadable: NO_NOTIFICATION };
	}
	if (notificationKey === undefined) return { unreadable: { check: 'decryption', found: 'noKey' } };
	const associatedData = typeof associated_data === 'string' ? associated_data : '';
	const bytes = decrypt({ ciphertext, nonce, associatedData }, notificationKey);
	if (!bytes) return { unreadable: { check: 'decryption', found: 'wrongKey' } };
	const opened = parseObject(bytes.toString('utf8'));
	if (!opened) return { unreadable: { check: 'json', found: 'noObject' } };
	return { notification: { envelope: { ...envelope, id, event_type }, resource: opened } };
}

/**
 * Opens a notification: the only way from what was received to what may be used.
 *
 * @param received headers, and the body's bytes before any parsing
 * @param now Unix time in seconds
 * @returns the notification, or the check that refused it: size, headers, kind of signature, clock, serial,
 * signature, and only then JSON, algorithm, decryption
 * @see https://pay.weixin.qq.com/doc/v3/merchant/4012071382
 */
export async function openNotification(
	received: SignedMessage,
	keys: NotificationKeys,
	now: number,
): Promise<OpenedNotification> {
	if (received.body.length > LARGEST) return { unsigned: { check: 'size' } };
	const failed = await failedCheck(received, keys, now);
	if (failed) return { unsigned: refusalOf(failed, keys) };
	return read(received.body, keys.notificationKey);
}
