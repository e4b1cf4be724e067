import { ALGORITHM, type NotificationRefusal } from '../../wechatpay/notification';
import { TOLERANCE_MINUTES } from '../../wechatpay/signedMessage';
import type { Labels } from './labels';
import type { Complaint } from './told';

const CHECK_SENDER =
	'Check that it was WeChat Pay that called, and that no proxy on the way changes bodies or removes headers.';

const REPORT = 'Report it as an issue of this node, with the time at which it came.';

/** Makes what is told of notifications that were not opened. Nothing that a stranger sent is repeated in it. */
export function notificationWords({ caller, callers, fields, other, places, platform }: Labels) {
	const complaints = {
		size: {
			reason: 'the notification has more than 1 MB',
			remedy: 'Nothing is to be done: WeChat Pay sends none of that size.',
		},
		type: {
			reason: `the notification is signed in another way than those for ${callers}`,
			remedy: `Register the address with the ${caller} of the credential: those that a ${other} registered itself are signed otherwise.`,
		},
		timestamp: {
			reason: `the timestamp of the notification is not within ${TOLERANCE_MINUTES} minutes of this machine's clock`,
			remedy:
				'Set the clock of the machine that runs n8n; if it is right, the notification is an old one sent again.',
		},
		otherPublicKey: {
			reason: `the notification names another WeChat Pay public key than ${fields.publicKeyId}`,
			remedy: `Copy ${fields.publicKeyId} and ${fields.publicKey} into the credential anew, and check that the address was registered by the same ${caller}.`,
		},
		platformCertificate: {
			reason:
				'the notification is signed with a platform certificate of WeChat Pay, not with its public key',
			remedy: `Finish the change to the public key under ${places.publicKey}; until then WeChat Pay sends it again, more and more often signed with the public key.`,
		},
		otherCertificate: {
			reason:
				'the notification is signed with another platform certificate than that of the credential',
			remedy: `Change to the public key under ${places.publicKey}, and enter it and its ID in the credential.`,
		},
		ownCertificate: {
			reason: `the notification names the ${caller}'s own certificate, with which WeChat Pay signs nothing`,
			remedy: CHECK_SENDER,
		},
		noSerial: {
			reason: 'what the notification names is neither a public key nor a certificate',
			remedy: CHECK_SENDER,
		},
		probe: {
			reason: 'the notification is a probe of WeChat Pay, signed wrongly on purpose',
			remedy: 'Nothing is to be done: WeChat Pay sends the right one after it.',
		},
		otherContent: {
			reason: 'the signature of the notification does not fit its content',
			remedy: `Check that ${fields.publicKey} in the credential is the one of ${fields.publicKeyId}, and that no proxy on the way changes bodies.`,
		},
		noNotification: {
			reason: 'what WeChat Pay sent is not a notification as documented',
			remedy: REPORT,
		},
		algorithm: {
			reason: `the notification is encrypted otherwise than with ${ALGORITHM}`,
			remedy: 'Report it as an issue of this node.',
		},
		noKey: {
			reason: `the notification cannot be decrypted, because ${fields.notificationKey} in the credential is empty`,
			remedy: `Enter the key that was set in the ${platform} under ${places.notificationKey}.`,
		},
		wrongKey: {
			reason: `the notification cannot be decrypted with ${fields.notificationKey} in the credential`,
			remedy: `Enter the key that is set now in the ${platform} under ${places.notificationKey}: a new one counts at once.`,
		},
		noObject: {
			reason: 'what was encrypted in the notification is not a JSON object',
			remedy: REPORT,
		},
	};
	return (refusal: NotificationRefusal): Complaint => {
		if (refusal.check !== 'headers') {
			return complaints['found' in refusal ? refusal.found : refusal.check];
		}
		return {
			reason: `the header ${refusal.header} is missing or came twice, so the notification is not signed`,
			remedy: CHECK_SENDER,
		};
	};
}
