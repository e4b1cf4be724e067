import { randomUUID } from 'node:crypto';
import { FAULT_KINDS, type NotificationFault } from './notification.mts';
import { type Notifier } from './notifier.mts';
import { sampleOf } from './samples.mts';
import { type Delivery } from './sender.mts';

/** Where a running simulator is told to send a sample: from this machine only. */
export const NOTIFY_PATH = '/simulator/notify';

/** What a running simulator is told to send. */
export interface NotifyOrder {
	/** the address that the sample goes to */
	to: string;
	/** WeChat Pay's event_type */
	event: string;
	/** whether it is told to the brand that calls for itself */
	brand?: boolean;
	/** how it goes wrong; rightly unless told */
	fault?: string;
	/** how often the same one is sent, all at the same moment */
	times?: number;
}

function faultOf(kind: string | undefined): NotificationFault | undefined {
	if (kind === undefined) return undefined;
	const known = FAULT_KINDS.find((one) => one === kind);
	if (!known) throw new Error(`There is no fault ${kind}, but ${FAULT_KINDS.join(', ')}`);
	return known === 'missingHeader'
		? { kind: known, header: 'Wechatpay-Signature' }
		: { kind: known };
}

/** Does what a running simulator is told; throws when the order makes no sense. */
export async function carryOut(
	order: NotifyOrder,
	notifiers: { merchant: Notifier; brand: Notifier },
): Promise<Delivery[]> {
	const { to, event, brand, fault, times = 1 } = order;
	const notifier = brand ? notifiers.brand : notifiers.merchant;
	if (!/^https?:\/\//.test(to)) throw new Error(`--to must be a web address, not ${to}`);
	const how = { fault: faultOf(fault), id: randomUUID() };
	const sample = sampleOf(event);
	return await Promise.all(
		Array.from({ length: times }, async () => await notifier.send(to, sample, how)),
	);
}
