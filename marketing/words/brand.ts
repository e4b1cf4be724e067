import { BASE_URL } from './labels';
import { wordsOf, type Words } from './words';

/** What a brand that calls for itself is told. */
export const brandWords: Words = wordsOf({
	caller: 'brand',
	aCaller: 'a brand that calls for itself',
	callers: 'brands that call for themselves',
	other: 'merchant',
	otherNode: 'WeChat Pay Marketing',
	otherCredential: 'WeChat Pay Marketing API',
	notificationKey: 'brand API key',
	aNotificationKey: 'a brand API key',
	platform: 'brand platform',
	fields: {
		callerId: 'Brand ID',
		serialNo: 'Brand API Certificate Serial Number',
		privateKey: 'Brand Private Key',
		publicKeyId: 'WeChat Pay Public Key ID',
		publicKey: 'WeChat Pay Public Key',
		notificationKey: 'Brand API Key',
		baseUrl: BASE_URL,
	},
	places: {
		account: 'Account Management',
		keys: 'Account Management > Security Center > API Security',
		certificate: 'Account Management > Security Center > Brand API Certificate',
		publicKey: 'Account Management > Security Center > Manage Public Keys',
		notificationKey: 'Account Management > Security Center > API Security > Set Key',
	},
});
