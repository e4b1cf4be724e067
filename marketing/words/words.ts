import type { NotificationRefusal } from '../../wechatpay/notification';
import type { FailedCheck } from '../../wechatpay/signedMessage';
import { answerWords } from './answers';
import type { Complaint, Labels } from './labels';
import { notificationWords } from './notifications';

/** What the user of an account is told of what the protocol found. */
export interface Words {
	/** how the account and its credential are named */
	labels: Labels;
	/** of an answer that did not verify */
	answer(failed: FailedCheck): Complaint;
	/** of a notification that was not opened */
	notification(refusal: NotificationRefusal): Complaint;
}

/** Says everything with the labels of an account. */
export function wordsOf(labels: Labels): Words {
	return {
		labels,
		answer: answerWords(labels),
		notification: notificationWords(labels),
	};
}
