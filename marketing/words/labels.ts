import type { CredentialField, OwnField } from '../../wechatpay/credential';

/** The field of every credential that says where calls go. */
export const BASE_URL = 'API Base URL';

/** How sentences name an account, the fields of its credential, and the places where their values are found. */
export interface Labels {
	/** who calls */
	caller: string;
	/** the same with its article, and in the plural, with all that have such an account */
	aCaller: string;
	callers: string;
	/** who has an account of another kind, and signs in another way; the node and the credential for it */
	other: string;
	otherNode: string;
	otherCredential: string;
	/** what notifications are decrypted with */
	notificationKey: string;
	aNotificationKey: string;
	/** where the account is looked after */
	platform: string;
	/** the fields of the credential, as the form shows them */
	fields: Readonly<Record<Exclude<CredentialField, OwnField>, string>> &
		Readonly<Partial<Record<OwnField, string>>>;
	/** menus of the platform */
	places: {
		account: string;
		keys: string;
		certificate: string;
		publicKey: string;
		notificationKey: string;
	};
}
