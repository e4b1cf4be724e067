import type { IDataObject } from 'n8n-workflow';
import type { Operation } from '../operation/page';
import { placed, type Values } from '../items/placement';
import { getForCashCoupons } from '../resources/notificationAddress/getForCashCoupons';
import { getForMerchantCoupons } from '../resources/notificationAddress/getForMerchantCoupons';
import { getForProductCoupons } from '../resources/notificationAddress/getForProductCoupons';
import { setForCashCoupons } from '../resources/notificationAddress/setForCashCoupons';
import { setForDeliveryPlans } from '../resources/notificationAddress/setForDeliveryPlans';
import { setForMerchantCoupons } from '../resources/notificationAddress/setForMerchantCoupons';
import { setForProductCoupons } from '../resources/notificationAddress/setForProductCoupons';
import { CallError } from '../transport/callError';
import type { Session } from '../transport/session';
import type { AddressKind } from './events';

interface Calls {
	/** what the notifications are about, for messages */
	about: string;
	/** delivery plans have none */
	get?: Operation;
	set: Operation;
}

const CALLS: Readonly<Record<AddressKind, Calls>> = {
	cashCoupons: { about: 'cash coupons', get: getForCashCoupons, set: setForCashCoupons },
	deliveryPlans: { about: 'delivery plans', set: setForDeliveryPlans },
	merchantCoupons: {
		about: 'merchant coupons',
		get: getForMerchantCoupons,
		set: setForMerchantCoupons,
	},
	productCoupons: {
		about: 'product coupons',
		get: getForProductCoupons,
		set: setForProductCoupons,
	},
};

/** Somebody waits for the activation, or n8n for its start. */
const SETTINGS = { timeout: 5000, maxRetries: 1, patience: 5000 };

/** What the notifications of an address are about: `product coupons`. */
export function aboutOf(kind: AddressKind): string {
	return CALLS[kind].about;
}

/** characters that WeChat Pay takes */
const LONGEST = 256;

/** Networks that nobody outside can reach: this machine, private ones, those of a link. */
const PRIVATE_IPV4 =
	/^(0|10|127)\.|^169\.254\.|^192\.168\.|^172\.(1[6-9]|2\d|3[01])\.|^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./;
const PRIVATE_IPV6 = /^\[(::1?|f[cd][\da-f]{2}:.*|fe[89ab][\da-f]:.*|::ffff:.*)\]$/;
const PRIVATE_NAME = /(^|\.)(localhost|local|localdomain|internal|lan|home\.arpa|test)$/;

function parsed(address: string): URL | undefined {
	try {
		return new URL(address);
	} catch {
		return undefined;
	}
}

function isPublic(host: string): boolean {
	if (host.startsWith('[')) return !PRIVATE_IPV6.test(host);
	return host.includes('.') && !PRIVATE_IPV4.test(host) && !PRIVATE_NAME.test(host);
}

/**
 * Says why WeChat Pay cannot call an address.
 *
 * @returns completes the sentence "The address … "; `undefined` when WeChat Pay can
 */
export function complaintAbout(address: string): string | undefined {
	const url = parsed(address);
	if (!url) return 'is not a web address';
	if (url.protocol !== 'https:') return 'does not begin with https://';
	if (!isPublic(url.hostname.replace(/\.$/, ''))) return 'is of a host that only you can reach';
	if (url.username || url.password) return 'has a user name or password in it';
	if (address.includes('?') || address.includes('#')) return 'has something behind its path';
	return address.length > LONGEST ? `has more than ${LONGEST} characters` : undefined;
}

/** The addresses that WeChat Pay has for a merchant. */
export class NotifyUrls {
	/** @param mchid the merchant of the credential */
	constructor(
		private readonly session: Session,
		readonly mchid: string,
	) {}

	/**
	 * Reads an address.
	 *
	 * @returns empty when none is set; `undefined` when WeChat Pay has no call that tells it
	 * @throws CallError when WeChat Pay refuses to say, or cannot be asked
	 */
	async read(kind: AddressKind): Promise<string | undefined> {
		const { get } = CALLS[kind];
		if (!get) return undefined;
		let failure: unknown;
		try {
			const { notify_url } = await this.call(get, {});
			return typeof notify_url === 'string' ? notify_url : '';
		} catch (error) {
			failure = error;
		}
		if (failure instanceof CallError && failure.condition === 'notFound') return '';
		throw failure;
	}

	/** Sets an address. @throws CallError when WeChat Pay refuses, or cannot be reached */
	async set(kind: AddressKind, address: string): Promise<void> {
		await this.call(CALLS[kind].set, { notify_url: address });
	}

	private async call(operation: Operation, values: Values): Promise<IDataObject> {
		const own = operation.parameters.filter(({ absent }) => absent === 'merchantId');
		const merchant = Object.fromEntries(own.map(({ wire }) => [wire, this.mchid]));
		const call = placed(operation, { ...merchant, ...values });
		return (await this.session.call(call, SETTINGS, 0)).data;
	}
}
