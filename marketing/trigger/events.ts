import type { INodePropertyOptions } from 'n8n-workflow';
import type { Account } from '../account';

/** What WeChat Pay keeps an address for: one for each, and for each account. */
export type AddressKind = 'cashCoupons' | 'deliveryPlans' | 'merchantCoupons' | 'productCoupons';

interface NotificationEvent extends INodePropertyOptions {
	/** WeChat Pay's event_type */
	value: string;
	description: string;
	/** whose address it is sent to */
	address: AddressKind;
}

const OTHER = 'other';

/** What WeChat Pay sends when it is asked for a test message. */
const TEST_MESSAGE = 'SECURITY_ECHO.SUCCESS';

/** What WeChat Pay tells a kind of account. */
interface Told {
	events: readonly NotificationEvent[];
	/** the event of a product coupon that a user got, and that the account has to confirm */
	couponReceived: string;
	/** whether WeChat Pay sends a test message when it is asked for one */
	hasTestMessage: boolean;
	/** whether what it tells of a coupon always names the AppID of its user */
	alwaysNamesAppid: boolean;
}

/** The events that a kind of account is told of, and what follows from them. */
export class Events {
	readonly couponReceived: string;
	readonly hasTestMessage: boolean;
	readonly alwaysNamesAppid: boolean;
	private readonly events: readonly NotificationEvent[];

	constructor({ events, couponReceived, hasTestMessage, alwaysNamesAppid }: Told) {
		this.events = events;
		this.couponReceived = couponReceived;
		this.hasTestMessage = hasTestMessage;
		this.alwaysNamesAppid = alwaysNamesAppid;
	}

	/** The list of events, by name. */
	get options(): INodePropertyOptions[] {
		return [
			...this.events.map(({ name, value, description }) => ({ name, value, description })),
			{
				name: 'Other',
				value: OTHER,
				description: 'Every event that has no name in this list',
			},
		].sort((a, b) => a.name.localeCompare(b.name, 'en'));
	}

	/** An expression for the line under the node's name: the events, by name. */
	get subtitle(): string {
		const names = Object.fromEntries(this.options.map(({ name, value }) => [value, name]));
		return `={{ $parameter["events"].map((event) => (${JSON.stringify(names)})[event] ?? event).join(", ") }}`;
	}

	/** Whether an event has a name in the list. */
	has(eventType: string): boolean {
		return this.events.some(({ value }) => value === eventType);
	}

	/**
	 * Whether a notification starts the workflow.
	 *
	 * @param chosen value of the parameter `events`
	 * @param isTest whether somebody listens for a test event, which a test message is, too
	 */
	isChosen(eventType: string, chosen: readonly string[], isTest: boolean): boolean {
		if (isTest && eventType === TEST_MESSAGE) return true;
		return chosen.includes(this.has(eventType) ? eventType : OTHER);
	}

	/** The addresses that the chosen events are sent to, each once. */
	addressKinds(chosen: readonly string[]): AddressKind[] {
		const kinds = this.events
			.filter(({ value }) => chosen.includes(value))
			.map(({ address }) => address);
		return [...new Set(kinds)];
	}
}

/** To whom notifications are sent. Triggers are handed one, and know no account by themselves. */
export interface Notified {
	account: Account;
	events: Events;
}

const planChanged: NotificationEvent = {
	name: 'Delivery Plan Changed',
	value: 'DELIVERY_PLAN.CHANGE',
	description: 'The state or the audit of a delivery plan changed',
	address: 'deliveryPlans',
};

/** @param value WeChat Pay's event_type */
function couponReceived(value: string): NotificationEvent {
	return {
		name: 'Product Coupon Received',
		value,
		description: 'A user got a product coupon, which cannot be used before it is confirmed',
		address: 'productCoupons',
	};
}

const OF_MERCHANT = 'PRODUCT_COUPON_SP.SEND';
const OF_BRAND = 'PRODUCT_COUPON.SEND';

/** Those of merchants and service providers. */
export const merchantEvents = new Events({
	events: [
		{
			name: 'Cash Coupon Used',
			value: 'COUPON.USE',
			description: 'A user paid with a cash coupon (favor) of the merchant',
			address: 'cashCoupons',
		},
		planChanged,
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
		couponReceived(OF_MERCHANT),
	],
	couponReceived: OF_MERCHANT,
	hasTestMessage: true,
	alwaysNamesAppid: true,
});

/** Those of brands that call for themselves: no other is documented. */
export const brandEvents = new Events({
	events: [planChanged, couponReceived(OF_BRAND)],
	couponReceived: OF_BRAND,
	hasTestMessage: false,
	alwaysNamesAppid: false,
});
