import { BASE_URL } from './labels';
import { wordsOf, type Words } from './words';

/** What a merchant or a service provider is told. */
export const merchantWords: Words = wordsOf({
	caller: 'merchant',
	aCaller: 'a merchant or service provider',
	callers: 'merchants and service providers',
	other: 'brand',
	otherNode: 'WeChat Pay Brand',
	otherCredential: 'WeChat Pay Brand API',
	notificationKey: 'APIv3 key',
	aNotificationKey: 'an APIv3 key',
	platform: 'merchant platform',
	fields: {
		callerId: 'Merchant ID',
		serialNo: 'Merchant API Certificate Serial Number',
		privateKey: 'Merchant Private Key',
		publicKeyId: 'WeChat Pay Public Key ID',
		publicKey: 'WeChat Pay Public Key',
		notificationKey: 'APIv3 Key',
		baseUrl: BASE_URL,
		processes: 'Processes',
		defaultBrandId: 'Default Brand ID',
		defaultAppid: 'Default AppID',
	},
	places: {
		account: 'Account Center > Merchant Info',
		keys: 'Account Center > API Security',
		certificate: 'Account Center > API Security > Merchant API Certificate',
		publicKey: 'Account Center > API Security > WeChat Pay Public Key',
		notificationKey: 'Account Center > API Security > APIv3 Key',
	},
});
