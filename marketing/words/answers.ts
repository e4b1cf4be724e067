import { TOLERANCE_MINUTES, type FailedCheck } from '../../wechatpay/signedMessage';
import type { Labels } from './labels';
import type { Complaint } from './told';

/** Makes what is told of answers that cannot be shown to come from WeChat Pay, unchanged and recent. */
export function answerWords({ aCaller, caller, callers, fields, places, platform }: Labels) {
	const complaints = {
		type: {
			reason: `the answer is signed in another way than those to ${callers}`,
			remedy: `Check that ${fields.callerId} in the credential is that of ${aCaller}.`,
		},
		timestamp: {
			reason: `the timestamp of the answer is not within ${TOLERANCE_MINUTES} minutes of this machine's clock`,
			remedy:
				'Set the clock of the machine that runs n8n; if it is right, the answer is an old one sent again.',
		},
		serial: {
			reason: `the answer is signed with a key other than the one in ${fields.publicKeyId}`,
			remedy: `Compare ${fields.publicKeyId} in the credential with the ${platform} under ${places.publicKey}; if they are equal, see there whether answers are still signed with a platform certificate.`,
		},
		otherContent: {
			reason: 'the signature of the answer does not fit its content',
			remedy: `Check that ${fields.publicKey} in the credential is the one of this ${caller} and of ${fields.publicKeyId}; if it is, the answer was changed on its way.`,
		},
		probe: {
			reason: 'the answer is a probe of WeChat Pay, signed wrongly on purpose',
			remedy:
				'Run the workflow again, with Max Retries of 1 or more, so that a probe is followed by another try.',
		},
	};
	return (failed: FailedCheck): Complaint => {
		if (failed.check !== 'headers') {
			return complaints[failed.check === 'signature' ? failed.found : failed.check];
		}
		return {
			reason: `the header ${failed.header} is missing or came twice, so the answer is not signed`,
			remedy: `Check that ${fields.baseUrl} leads to WeChat Pay and that no proxy removes headers.`,
		};
	};
}
