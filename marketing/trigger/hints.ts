import type { NodeHint } from 'n8n-workflow';
import { PRODUCT_COUPON_RECEIVED } from './events';

function hintFor(eventType: string, message: string, and = ''): NodeHint {
	return {
		message,
		displayCondition: `={{ $parameter["events"].includes("${eventType}")${and} }}`,
		whenToDisplay: 'beforeExecution',
		location: 'outputPane',
	};
}

/** What has to be set elsewhere before a notification is of use. */
export const eventHints: NodeHint[] = [
	hintFor(
		PRODUCT_COUPON_RECEIVED,
		'A product coupon cannot be used before it is confirmed. Put the operation Product Coupon of User: Confirm behind this node, or turn on Confirm Product Coupons under Options.',
		' && !$parameter["options"]["confirmProductCoupons"]',
	),
	hintFor(
		'COUPON.SEND',
		'The event push for merchant coupons must be on in the merchant platform, and only stocks that the merchant created itself are told about. OpenID and UnionID come only for stocks with a notify_appid.',
	),
	hintFor(
		'DELIVERY_PLAN.CHANGE',
		'WeChat Pay does not say which address is set for delivery plans, so Replace Address under Options must be on to set it.',
	),
];
