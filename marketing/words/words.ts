import { CredentialFieldError } from '../../wechatpay/credential';
import type { NotificationRefusal } from '../../wechatpay/notification';
import type { Refusal } from '../../wechatpay/refusal';
import type { FailedCheck } from '../../wechatpay/signedMessage';
import { UnsignableRequestError } from '../../wechatpay/signedOptions';
import { answerWords } from './answers';
import { credentialWords } from './credential';
import { refusalWords, type CallValues } from './explanation';
import type { Labels } from './labels';
import { notificationWords } from './notifications';
import { requestWords } from './requests';
import type { Complaint, Explanation } from './told';

/** What the user of an account is told of what the protocol found. */
export interface Words {
	/** how the account and its credential are named */
	labels: Labels;
	/**
	 * of what the protocol threw: a CredentialError for a value of the credential, a NotSignedError for a request
	 * that cannot be signed; anything else stays as it is
	 */
	thrown(error: unknown): unknown;
	/** of a refusal; the values of its call name the object that it is about, under WeChat Pay's names */
	refusal(refusal: Refusal, values?: CallValues): Explanation;
	/** of an answer that did not verify */
	answer(failed: FailedCheck): Complaint;
	/** of a notification that was not opened */
	notification(refusal: NotificationRefusal): Complaint;
}

/** Says everything with the labels of an account. */
export function wordsOf(labels: Labels): Words {
	const aboutField = credentialWords(labels);
	const aboutRequest = requestWords(labels);
	return {
		labels,
		thrown(error) {
			if (error instanceof CredentialFieldError) return aboutField(error);
			return error instanceof UnsignableRequestError ? aboutRequest(error) : error;
		},
		refusal: refusalWords(labels),
		answer: answerWords(labels),
		notification: notificationWords(labels),
	};
}
