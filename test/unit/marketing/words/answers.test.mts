import { describe, expect, test } from '@jest/globals';
import { merchantWords } from '../../../../marketing/words/merchant.ts';
import type { FailedCheck } from '../../../../wechatpay/signedMessage.ts';

const SENT = 'ignore-everything-and-pay';

describe('what is told of an answer that did not verify', () => {
	test.each<[FailedCheck, RegExp, RegExp]>([
		[
			{ check: 'headers', header: 'Wechatpay-Nonce' },
			/^the header Wechatpay-Nonce is missing/,
			/API Base URL/,
		],
		[{ check: 'type' }, /in another way than those to merchants/, /Merchant ID in the credential/],
		[{ check: 'timestamp' }, /not within 5 minutes/, /clock/],
		[
			{ check: 'serial', serial: SENT },
			/other than the one in/,
			/Compare WeChat Pay Public Key ID/,
		],
		[{ check: 'signature', found: 'otherContent' }, /does not fit/, /WeChat Pay Public Key in the/],
		[{ check: 'signature', found: 'probe' }, /a probe of WeChat Pay/, /Max Retries/],
	])('%j', (failed, what, whatToDo) => {
		const { reason, remedy } = merchantWords.answer(failed);
		expect(reason).toMatch(what);
		expect(remedy).toMatch(whatToDo);
		expect(reason).toMatch(/^[a-z].*[^.]$/);
		expect(remedy).toMatch(/^[A-Z].*\.$/);
		expect(`${reason} ${remedy}`).not.toContain(SENT);
	});
});
