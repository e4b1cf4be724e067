import { describe, expect, test } from '@jest/globals';
import { merchantWords } from '../../../../marketing/words/merchant.ts';
import type { NotificationRefusal } from '../../../../wechatpay/notification.ts';

describe('what is told of a notification that was not opened', () => {
	test.each<[NotificationRefusal, RegExp, RegExp]>([
		[{ check: 'size' }, /more than 1 MB/, /Nothing is to be done/],
		[
			{ check: 'headers', header: 'Wechatpay-Serial' },
			/^the header Wechatpay-Serial is missing/,
			/no proxy .* removes headers/,
		],
		[{ check: 'type' }, /in another way/, /those that a brand registered itself/],
		[{ check: 'timestamp' }, /not within 5 minutes/, /clock/],
		[
			{ check: 'serial', found: 'otherPublicKey' },
			/another WeChat Pay public key than WeChat Pay Public Key ID/,
			/Copy WeChat Pay Public Key ID/,
		],
		[
			{ check: 'serial', found: 'platformCertificate' },
			/with a platform certificate of WeChat Pay/,
			/Finish the change/,
		],
		[
			{ check: 'serial', found: 'otherCertificate' },
			/another platform certificate than that of the credential/,
			/Change to the public key/,
		],
		[{ check: 'serial', found: 'ownCertificate' }, /merchant's own certificate/, /was WeChat Pay/],
		[{ check: 'serial', found: 'noSerial' }, /neither a public key nor/, /was WeChat Pay/],
		[{ check: 'signature', found: 'probe' }, /is a probe/, /Nothing is to be done/],
		[{ check: 'signature', found: 'otherContent' }, /does not fit/, /WeChat Pay Public Key in the/],
		[{ check: 'json', found: 'noNotification' }, /not a notification/, /Report it/],
		[{ check: 'json', found: 'noObject' }, /was encrypted .* is not a JSON object/, /Report it/],
		[{ check: 'algorithm' }, /otherwise than with AEAD_AES_256_GCM/, /Report it/],
		[{ check: 'decryption', found: 'noKey' }, /APIv3 Key in the credential is empty/, /Enter/],
		[{ check: 'decryption', found: 'wrongKey' }, /decrypted with APIv3 Key in/, /set now/],
	])('%j', (refusal, what, whatToDo) => {
		const { reason, remedy } = merchantWords.notification(refusal);
		expect(reason).toMatch(what);
		expect(remedy).toMatch(whatToDo);
		expect(reason).toMatch(/^[a-z].*[^.]$/);
		expect(remedy).toMatch(/^[A-Z].*\.$/);
	});
});
