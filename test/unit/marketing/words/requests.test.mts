import { expect, test } from '@jest/globals';
import { merchantWords } from '../../../../marketing/words/merchant.ts';
import { NotSignedError } from '../../../../marketing/words/requests.ts';
import {
	UnsignableRequestError,
	type UnsignableReason,
} from '../../../../wechatpay/signedOptions.ts';

test.each<[UnsignableReason, string, string]>([
	['noAddress', 'https://', '"https://" is not a web address.'],
	[
		'otherHost',
		'evil.com',
		'Requests to evil.com are not signed: this credential is only for WeChat Pay and for the API Base URL in it.',
	],
	['form', '', 'WeChat Pay takes JSON, not form data. Set the body content type to JSON.'],
	[
		'noMeta',
		'',
		'An upload can only be signed when it has one part "meta", of text. Add it, with filename and sha256 of the file as JSON.',
	],
	[
		'noText',
		'',
		'The body can only be signed when it is JSON, text or a Buffer. Set the body content type to JSON.',
	],
])('%s', (reason, seen, message) => {
	const error = merchantWords.thrown(new UnsignableRequestError(reason, seen));
	expect(error).toBeInstanceOf(NotSignedError);
	expect((error as Error).message).toBe(message);
});

test('an address stays as it was given', () => {
	const error = merchantWords.thrown(new UnsignableRequestError('noAddress', '$& {}'));
	expect((error as Error).message).toBe('"$& {}" is not a web address.');
});
