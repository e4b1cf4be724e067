import { decrypt } from './decryption';
import { asObject, parseObject, type JsonObject } from './losslessJson';
import {
	ALGORITHM,
	NO_KEY,
	NO_NOTIFICATION,
	NO_OBJECT,
	OTHER_ALGORITHM,
	TOO_LARGE,
	unsignedNotification,
	WRONG_KEY,
	type NotificationRefusal,
} from './notificationRefusals';
import { failedCheck, type SignedMessage, type VerificationKey } from './signedMessage';

/** What notifications are checked and decrypted with: parts of a checked credential. */
export interface NotificationKeys extends VerificationKey {
	/** serial number of the merchant's own certificate, to tell it from WeChat Pay's */
	serialNo: string;
	apiV3Key?: string;
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

/** What a signed body holds. */
function read(body: Buffer, apiV3Key: string | undefined): OpenedNotification {
	const { resource, ...envelope } = parseObject(body.toString('utf8')) ?? {};
	const { id, event_type } = envelope;
	const { algorithm, ciphertext, nonce, associated_data } = asObject(resource) ?? {};
	if (typeof id !== 'string' || id === '' || typeof event_type !== 'string') {
		return { unreadable: NO_NOTIFICATION };
	}
	if (algorithm !== ALGORITHM) return { unreadable: OTHER_ALGORITHM };
	if (typeof ciphertext !== 'string' || typeof nonce !== 'string') {
		return { unreadable: NO_NOTIFICATION };
	}
	if (apiV3Key === undefined) return { unreadable: NO_KEY };
	const associatedData = typeof associated_data === 'string' ? associated_data : '';
	const bytes = decrypt({ ciphertext, nonce, associatedData }, apiV3Key);
	if (!bytes) return { unreadable: WRONG_KEY };
	const opened = parseObject(bytes.toString('utf8'));
	if (!opened) return { unreadable: NO_OBJECT };
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
	if (received.body.length > LARGEST) return { unsigned: TOO_LARGE };
	const failed = await failedCheck(received, keys, now);
	if (failed) return { unsigned: unsignedNotification(failed, keys) };
	return read(received.body, keys.apiV3Key);
}
