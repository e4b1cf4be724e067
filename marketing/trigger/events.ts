import type { INodePropertyOptions } from 'n8n-workflow';

/** What WeChat Pay keeps an address for: one for each, and for each merchant. */
export type AddressKind = 'cashCoupons' | 'deliveryPlans' | 'merchantCoupons' | 'productCoupons';

interface NotificationEvent extends INodePropertyOptions {
	/** WeChat Pay's event_type */
	value: string;
	description: string;
	/** whose address it is sent to */
	address: AddressKind;
}

/** A product coupon that a user got, and that the service provider has to confirm. */
export const PRODUCT_COUPON_RECEIVED = 'PRODUCT_COUPON_SP.SEND';

const EVENTS: readonly NotificationEvent[] = [
	{
		name: 'Cash Coupon Used',
		value: 'COUPON.USE',
		description: 'A user paid with a cash coupon (favor) of the merchant',
		address: 'cashCoupons',
	},
	{
		name: 'Delivery Plan Changed',
		value: 'DELIVERY_PLAN.CHANGE',
		description: 'The state or the audit of a delivery plan changed',
		address: 'deliveryPlans',
	},
	{
		name: 'Merchant Coupon Received',
		value: 'COUPON.SEND',
		description: 'A user got a merchant coupon (busifavor) of a stock that the merchant created',
		address: 'merchantCoupons',
	},
	{
		name: 'Product Coupon Image Ready',
		value: 'PRODUCT_COUPON_SP.IMAGE_GENERATION',
		description: 'A task that makes an image for product coupons ended',
		address: 'productCoupons',
	},
	{
		name: 'Product Coupon Received',
		value: PRODUCT_COUPON_RECEIVED,
		description: 'A user got a product coupon, which cannot be used before it is confirmed',
		address: 'productCoupons',
	},
];

const OTHER = 'other';

/** What WeChat Pay sends when it is asked for a test message. */
const TEST_MESSAGE = 'SECURITY_ECHO.SUCCESS';

/** The list of events, by name. */
export const EVENT_OPTIONS: INodePropertyOptions[] = [
	...EVENTS.map(({ name, value, description }) => ({ name, value, description })),
	{
		name: 'Other',
		value: OTHER,
		description: 'Every event that has no name in this list',
	},
].sort((a, b) => a.name.localeCompare(b.name, 'en'));

/**
 * Whether a notification starts the workflow.
 *
 * @param chosen value of the parameter `events`
 * @param isTest whether somebody listens for a test event, which a test message is, too
 */
export function isChosen(eventType: string, chosen: readonly string[], isTest: boolean): boolean {
	if (isTest && eventType === TEST_MESSAGE) return true;
	const isNamed = EVENTS.some(({ value }) => value === eventType);
	return chosen.includes(isNamed ? eventType : OTHER);
}

/** The addresses that the chosen events are sent to, each once. */
export function addressKindsOf(chosen: readonly string[]): AddressKind[] {
	const kinds = EVENTS.filter(({ value }) => chosen.includes(value)).map(({ address }) => address);
	return [...new Set(kinds)];
}

/** An expression for the line under the node's name: the events, by name. */
export const EVENT_SUBTITLE = `={{ $parameter["events"].map((event) => (${JSON.stringify(
	Object.fromEntries(EVENT_OPTIONS.map(({ name, value }) => [value, name])),
)})[event] ?? event).join(", ") }}`;
