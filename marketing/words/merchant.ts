import { wordsOf, type Words } from './words';

/** What a merchant or a service provider is told. */
export const merchantWords: Words = wordsOf({
	caller: 'merchant',
	aCaller: 'a merchant or service provider',
	callers: 'merchants and service providers',
	other: 'brand',
	notificationKey: 'APIv3 key',
	aNotificationKey: 'an APIv3 key',
	platform: 'merchant platform',
	fields: {
		mchid: 'Merchant ID',
		serialNo: 'Merchant API Certificate Serial Number',
		privateKey: 'Merchant Private Key',
		publicKeyId: 'WeChat Pay Public Key ID',
		publicKey: 'WeChat Pay Public Key',
		apiV3Key: 'APIv3 Key',
		baseUrl: 'API Base URL',
		processes: 'Processes',
		defaultBrandId: 'Default Brand ID',
		defaultAppid: 'Default AppID',
	},
	places: {
		account: 'Account Center > Merchant Info',
		keys: 'Account Center > API Security',
		certificate: 'Account Center > API Security > Merchant API Certificate',
		publicKey: 'Account Center > API Security > WeChat Pay Public Key',
		apiV3Key: 'Account Center > API Security > APIv3 Key',
	},
});
