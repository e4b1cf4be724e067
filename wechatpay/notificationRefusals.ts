import { TOLERANCE_MINUTES, type FailedCheck } from './signedMessage';

/** Why a notification was not opened. Nothing that a stranger sent is repeated in it. */
export interface NotificationRefusal {
	check: 'size' | FailedCheck['check'] | 'json' | 'algorithm' | 'decryption';
	/** what is wrong, a sentence without capital and full stop */
	reason: string;
	/** what to do, a sentence */
	remedy: string;
}

/** How notifications are encrypted. */
export const ALGORITHM = 'AEAD_AES_256_GCM';

const PROXY =
	'Check that it was WeChat Pay that called, and that no proxy on the way changes bodies or removes headers.';

export const TOO_LARGE: NotificationRefusal = {
	check: 'size',
	reason: 'the notification has more than 1 MB',
	remedy: 'Nothing is to be done: WeChat Pay sends none of that size.',
};

const OTHER_TYPE: NotificationRefusal = {
	check: 'type',
	reason:
		'the notification is signed in another way than those for merchants and service providers',
	remedy:
		'Register the address with the merchant of the credential: those that a brand registered itself are signed otherwise.',
};

const CLOCK: NotificationRefusal = {
	check: 'timestamp',
	reason: `the timestamp of the notification is not within ${TOLERANCE_MINUTES} minutes of this machine's clock`,
	remedy:
		'Set the clock of the machine that runs n8n; if it is right, the notification is an old one sent again.',
};

const OTHER_PUBLIC_KEY: NotificationRefusal = {
	check: 'serial',
	reason: 'the notification names another WeChat Pay public key than WeChat Pay Public Key ID',
	remedy:
		'Copy WeChat Pay Public Key ID and WeChat Pay Public Key into the credential anew, and check that the address was registered by the same merchant.',
};

const PLATFORM_CERTIFICATE: NotificationRefusal = {
	check: 'serial',
	reason:
		'the notification is signed with a platform certificate of WeChat Pay, not with its public key',
	remedy:
		'Finish the change to the public key under Account Center > API Security > WeChat Pay Public Key; until then WeChat Pay sends it again, more and more often signed with the public key.',
};

const OWN_CERTIFICATE: NotificationRefusal = {
	check: 'serial',
	reason:
		"the notification names the merchant's own certificate, with which WeChat Pay signs nothing",
	remedy: PROXY,
};

const NO_SERIAL: NotificationRefusal = {
	check: 'serial',
	reason: 'what the notification names is neither a public key nor a certificate',
	remedy: PROXY,
};

const PROBE: NotificationRefusal = {
	check: 'signature',
	reason: 'the notification is a probe of WeChat Pay, signed wrongly on purpose',
	remedy: 'Nothing is to be done: WeChat Pay sends the right one after it.',
};

const WRONG_SIGNATURE: NotificationRefusal = {
	check: 'signature',
	reason: 'the signature of the notification does not fit its content',
	remedy:
		'Check that WeChat Pay Public Key in the credential is the one of WeChat Pay Public Key ID, and that no proxy on the way changes bodies.',
};

const OTHER_CERTIFICATE: NotificationRefusal = {
	check: 'serial',
	reason:
		'the notification is signed with another platform certificate than that of the credential',
	remedy:
		'Change to the public key under Account Center > API Security > WeChat Pay Public Key, and enter it and its ID in the credential.',
};

function missingHeader(name: string): NotificationRefusal {
	return {
		check: 'headers',
		reason: `the header ${name} is missing or came twice, so the notification is not signed`,
		remedy: PROXY,
	};
}

/**
 * @param serial what the notification names: WeChat Pay's public key, one of its certificates, or neither
 * @param own the merchant's own certificate, and what the credential names as WeChat Pay's key
 */
function foreignSerial(
	serial: string,
	own: { serialNo: string; publicKeyId: string },
): NotificationRefusal {
	if (serial.toUpperCase() === own.serialNo) return OWN_CERTIFICATE;
	if (/^PUB_KEY_ID_\d+$/.test(serial)) return OTHER_PUBLIC_KEY;
	if (!/^[\dA-F]+$/i.test(serial)) return NO_SERIAL;
	return own.publicKeyId.startsWith('PUB_KEY_ID_') ? PLATFORM_CERTIFICATE : OTHER_CERTIFICATE;
}

/** What a failed check means for a notification. */
export function unsignedNotification(
	failed: FailedCheck,
	own: { serialNo: string; publicKeyId: string },
): NotificationRefusal {
	if (failed.check === 'headers') return missingHeader(failed.header);
	if (failed.check === 'type') return OTHER_TYPE;
	if (failed.check === 'timestamp') return CLOCK;
	if (failed.check === 'serial') return foreignSerial(failed.serial, own);
	return failed.isProbe ? PROBE : WRONG_SIGNATURE;
}

export const NO_NOTIFICATION: NotificationRefusal = {
	check: 'json',
	reason: 'what WeChat Pay sent is not a notification as documented',
	remedy: 'Report it as an issue of this node, with the time at which it came.',
};

export const OTHER_ALGORITHM: NotificationRefusal = {
	check: 'algorithm',
	reason: `the notification is encrypted otherwise than with ${ALGORITHM}`,
	remedy: 'Report it as an issue of this node.',
};

export const NO_KEY: NotificationRefusal = {
	check: 'decryption',
	reason: 'the notification cannot be decrypted, because APIv3 Key in the credential is empty',
	remedy:
		'Enter the key that was set in the merchant platform under Account Center > API Security > APIv3 Key.',
};

export const WRONG_KEY: NotificationRefusal = {
	check: 'decryption',
	reason: 'the notification cannot be decrypted with APIv3 Key in the credential',
	remedy:
		'Enter the key that is set now in the merchant platform under Account Center > API Security > APIv3 Key: a new one counts at once.',
};

export const NO_OBJECT: NotificationRefusal = {
	check: 'json',
	reason: 'what was encrypted in the notification is not a JSON object',
	remedy: NO_NOTIFICATION.remedy,
};
