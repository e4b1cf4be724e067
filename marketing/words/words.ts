import type { NotificationRefusal } from '../../wechatpay/notification';
import type { Refusal } from '../../wechatpay/refusal';
import type { FailedCheck } from '../../wechatpay/signedMessage';
import { answerWords } from './answers';
import { refusalWords, type CallValues } from './explanation';
import type { Labels } from './labels';
import { notificationWords } from './notifications';
import type { Complaint, Explanation } from './told';

/** What the user of an account is told of what the protocol found. */
export interface Words {
	/** how the account and its credential are named */
	labels: Labels;
	/** of a refusal; the values of its call name the object that it is about, under WeChat Pay's names */
	refusal(refusal: Refusal, values?: CallValues): Explanation;
	/** of an answer that did not verify */
	answer(failed: FailedCheck): Complaint;
	/** of a notification that was not opened */
	notification(refusal: NotificationRefusal): Complaint;
}

/** Says everything with the labels of an account. */
export function wordsOf(labels: Labels): Words {
	return {
		labels,
		refusal: refusalWords(labels),
		answer: answerWords(labels),
		notification: notificationWords(labels),
	};
}
