import type { CodeMeaning } from '../../wechatpay/errorCodes';
import type { StatusMeaning } from '../../wechatpay/refusalMeaning';
import type { Labels } from './labels';
import type { REFUSALS } from './refusals';
import type { Explanation } from './told';

/** Makes what is told of refusals that are about the account: its keys, what it may do, where it calls. */
export function accountRefusals({
	caller,
	callers,
	fields,
	notificationKey,
	other,
	places,
	platform,
}: Labels): Record<Exclude<CodeMeaning | StatusMeaning, keyof typeof REFUSALS>, Explanation> {
	const keysBelongTogether = `Check in the credential that ${fields.privateKey}, ${fields.serialNo} and ${fields.callerId} belong together.`;
	const newCertificate = `Apply for a new one under ${places.certificate}, and enter its serial number and its private key in the credential.`;
	const follow = `Follow the message of WeChat Pay; without one, check ${fields.baseUrl} in the credential. WeChat Pay support asks for the Request-ID.`;
	return {
		unknownPublicKeyId: {
			meaning: `WeChat Pay does not know the key in ${fields.publicKeyId} as one of this ${caller}`,
			remedy: `Copy ${fields.publicKeyId} and ${fields.publicKey} into the credential anew, from ${places.publicKey} of this ${caller}.`,
		},
		noNotificationKey: {
			meaning: `The ${caller} has no ${notificationKey}, and without one WeChat Pay takes no calls`,
			remedy: `Set one in the ${platform} under ${places.notificationKey}, then run the workflow again.`,
		},
		noCertificate: {
			meaning: `The ${caller} has no API certificate`,
			remedy: newCertificate,
		},
		unknownSerialNo: {
			meaning: `WeChat Pay does not know the serial number of the ${caller} API certificate`,
			remedy: `Copy ${fields.serialNo} into the credential anew: that of the certificate to which ${fields.privateKey} belongs.`,
		},
		certificateExpired: {
			meaning: `The ${caller} API certificate has expired`,
			remedy: newCertificate,
		},
		certificateRevoked: {
			meaning: `The ${caller} API certificate was revoked`,
			remedy: newCertificate,
		},
		certificateReplaced: {
			meaning: `The ${caller} API certificate was replaced by another one`,
			remedy:
				'Enter the serial number and the private key of the new certificate in the credential.',
		},
		otherScheme: {
			meaning: 'WeChat Pay wants another kind of signature at this address',
			remedy: `Use an address for ${callers}: those for ${other}s are signed with a key of the ${other}.`,
		},
		wrongSignature: {
			meaning: 'WeChat Pay does not accept the signature of the request',
			remedy: keysBelongTogether,
		},
		wrongUploadSignature: {
			meaning: 'WeChat Pay does not accept the signature of the upload',
			remedy: keysBelongTogether,
		},
		unknownMerchant: {
			meaning: 'The merchant ID does not exist',
			remedy: `Check ${fields.callerId} in the credential, and every merchant ID that was given to the node.`,
		},
		appidNotBound: {
			meaning: `{The AppID:appid} is not bound to this ${caller}`,
			remedy: `Check the AppID, or bind it to the ${caller} in the ${platform}.`,
		},
		notAuthorised: {
			meaning: `The ${caller} is not authorised for this`,
			remedy: `Check the authorisation in the ${platform} and the IDs that were given.`,
		},
		noProductCouponPermission: {
			meaning: `The ${caller} has no permission for product coupons of {this brand:brand_id}`,
			remedy: `Check the brand ID, that the brand has authorised whoever else calls on its behalf, and that product coupons are enabled in the ${platform}.`,
		},
		noPermission: {
			meaning: `The ${caller} has no permission for this`,
			remedy: `Check the IDs, and that the feature is enabled for this ${caller} in the ${platform}.`,
		},
		maySendNone: {
			meaning: `The ${caller} may not send coupons of {this stock:stock_id}`,
			remedy: `Use a stock of this ${caller}, or one that another ${caller} has shared with it.`,
		},
		blocked: {
			meaning: `WeChat Pay does not let the ${caller} do this`,
			remedy: `Check the message of WeChat Pay, and that the product is enabled for this ${caller} in the ${platform}.`,
		},
		budgetUsedUp: {
			meaning: 'The budget of {the stock:stock_id} is used up',
			remedy: `Add to its budget in the ${platform}, or use another stock.`,
		},
		balanceTooLow: {
			meaning: `The balance of the ${caller} is not enough for this`,
			remedy: `Top it up in the ${platform}, then run the workflow again.`,
		},
		redirect: {
			meaning: 'The answer is a redirect (HTTP {status}), which is never followed',
			remedy: `Check ${fields.baseUrl} in the credential.`,
		},
		notWeChatPay: {
			meaning: 'What answered is not the API of WeChat Pay (HTTP {status})',
			remedy: `Check ${fields.baseUrl} in the credential, and any proxy on the way.`,
		},
		memberRefused: { meaning: 'WeChat Pay refused this one', remedy: follow },
		refused: { meaning: 'WeChat Pay refused the call (HTTP {status})', remedy: follow },
	};
}
