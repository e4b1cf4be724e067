import { type IncomingHttpHeaders } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { fastify, type FastifyReply } from 'fastify';
import {
	type BrandCredentialValues,
	type CredentialValues,
	type KeyPair,
	newBrandCredential,
	newCredential,
} from './credential.mts';
import { USE_PATH, useCoupon } from './endpoints/cashCoupon/use.mts';
import { type Fault, type FaultCondition, PendingFaults } from './faults.mts';
import { announcementsOfUse } from './notifications/announcements.mts';
import { carryOut, NOTIFY_PATH, type NotifyOrder } from './notifications/control.mts';
import { type JsonObject } from './json.mts';
import { Notifier, type Sending } from './notifications/notifier.mts';
import { type NotificationSample, toBrand } from './notifications/samples.mts';
import { type Delivery } from './notifications/sender.mts';
import { type SignRefusal } from './refusals.mts';
import { BRANDS, createShop, type Shop } from './shop.mts';
import { brandSide, merchantSide } from './side.mts';
import { type Answer } from './signedAnswer.mts';
import {
	bytesOf,
	neverAnswer,
	resetConnection,
	send,
	sendDripping,
	sendHalf,
} from './transport.mts';
import { splitUrl, WeChatPay, type WireRequest } from './weChatPay.mts';

export { type BrandCredentialValues, type CredentialValues } from './credential.mts';
export { type Fault, type FaultCondition } from './faults.mts';
export { type JsonObject, type JsonValue } from './json.mts';

/** A request that reached the simulator, and what became of it. */
export interface ReceivedRequest {
	method: string;
	/** Raw path and query as on the wire. */
	url: string;
	/** Raw path, still percent-encoded. */
	path: string;
	/** Decoded. */
	query: Record<string, string>;
	headers: IncomingHttpHeaders;
	body: Buffer;
	/** Or the reason it is refused. */
	signature: 'valid' | string;
	/** Absent until (or because never) answered. */
	status?: number;
	/** Of an error answer. */
	code?: string;
	/** Milliseconds by the simulator's clock. */
	receivedAt: number;
}

export interface SimulatorOptions {
	/** Any free one unless told. */
	port?: number;
	/** The address to listen on; 127.0.0.1 unless told. */
	host?: string;
	/** createShop() unless told. */
	shop?: Shop;
	/** Milliseconds; Date.now unless told. */
	clock?: () => number;
	/** Calls per second in place of every documented quota; 0 for no limit. */
	quotaPerSecond?: number;
	/** Where the addresses of notifications are taken to be, e.g. http://127.0.0.1:5678; else only those on the loopback interface are called. */
	notificationOrigin?: string;
	/** How long every answer takes, in milliseconds; 0 unless told. */
	latencyMs?: number;
	/** Gives the keys of both sides, of a merchant and of a brand; new ones unless told. */
	keyPair?: () => Promise<KeyPair>;
	/** Called when a request has been dealt with, answered or not. */
	onRequest?: (request: ReceivedRequest) => void;
}

export interface Simulator {
	/** http://127.0.0.1:port, or the address it was told to listen on. */
	readonly url: string;
	/** What a client needs to talk to it. */
	readonly credential: CredentialValues;
	/** What a client needs that is a brand, BRANDS.coffee. */
	readonly brandCredential: BrandCredentialValues;
	readonly shop: Shop;
	/** All requests since the start or the last reset, oldest first. */
	readonly requests: ReceivedRequest[];
	/** The notifications that were sent since the start or the last reset, and how they were answered. */
	readonly deliveries: Notifier['deliveries'];
	/** Sends a notification to an address, once. */
	notify(url: string, notification: NotificationSample, how?: Sending): Promise<Delivery>;
	/** The same, of what WeChat Pay tells the brand. */
	readonly notifyBrand: Simulator['notify'];
	/** Lets a user pay with a cash coupon, and tells it where the notifications of cash coupons go. */
	useCashCoupon(couponId: string): void;
	/** Makes one (or `times`) of the requests to come go wrong. */
	misbehave(fault: Fault, when?: FaultCondition): void;
	/** Forgets requests, faults, nonces, quotas and request numbers; brings the shop back to what it was at the start. */
	reset(): void;
	/** Stops listening and cuts every connection, also those that wait for an answer. */
	close(): Promise<void>;
}

/** Starts WeChat Pay's stand-in, on the loopback interface unless told, with keys made for this run. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
	const { port = 0, host = '127.0.0.1', shop = createShop(), clock = Date.now } = options;
	const { quotaPerSecond, latencyMs = 0, onRequest } = options;
	const requests: ReceivedRequest[] = [];
	const faults = new PendingFaults();
	const restoreShop = shop.snapshot();
	const [ofMerchant, ofBrand] = await Promise.all([
		newCredential(shop.mchid, options.keyPair),
		newBrandCredential(BRANDS.coffee, options.keyPair),
	]);
	const merchant = merchantSide({ ...ofMerchant, clock, quotaPerSecond });
	const brand = brandSide({ ...ofBrand, clock, quotaPerSecond }, shop.mchid);
	const { notificationOrigin: origin } = options;
	const notifier = new Notifier(merchant.notificationKeys, clock, origin);
	const brandNotifier = new Notifier(brand.notificationKeys, clock, origin);
	const weChatPay = new WeChatPay({
		merchant,
		brand,
		shop,
		clock,
		announce({ url, notification }, side) {
			if (side === merchant) return notifier.announce(url, notification);
			const resource = side.shown(notification.resource);
			brandNotifier.announce(url, { ...toBrand(notification), resource });
		},
	});

	const app = fastify({
		forceCloseConnections: true,
		// The router would decode the path and refuse bad escapes; the raw URL is kept beside it.
		rewriteUrl: () => '/',
	});
	// In a hook and not in a route, because before a route fastify parses bodies and refuses types.
	app.addHook('onRequest', async ({ raw, originalUrl, ip }, reply) => {
		const body = await bytesOf(raw);
		const isLocal = ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(ip);
		const order = isLocal ? orders[originalUrl] : undefined;
		if (order) return await reply.send(await carriedOut(order, body));
		const wire = { method: raw.method ?? '', url: originalUrl, headers: raw.headers, body };
		const refusal = weChatPay.signatureRefusal(wire);
		const received = newReceivedRequest(wire, refusal, clock());
		requests.push(received);
		const fault = faults.take(wire.method, received.path);
		await deliver(reply, received, fault, () => weChatPay.answer(wire, refusal, fault));
		onRequest?.(received);
		return reply;
	});

	/** What the commands beside the first one ask of a simulator that runs. */
	const orders: Readonly<Record<string, ((order: JsonObject) => Promise<object>) | undefined>> = {
		[NOTIFY_PATH]: async (order) => ({
			deliveries: await carryOut(order as unknown as NotifyOrder, {
				merchant: notifier,
				brand: brandNotifier,
			}),
		}),
		[USE_PATH]: async ({ coupon }) => {
			useCashCoupon(String(coupon));
			return {};
		},
	};

	async function carriedOut(
		order: (order: JsonObject) => Promise<object>,
		body: Buffer,
	): Promise<object> {
		try {
			return await order(JSON.parse(body.toString()) as JsonObject);
		} catch (error) {
			return { complaint: (error as Error).message };
		}
	}

	function useCashCoupon(couponId: string): void {
		const used = useCoupon(shop, couponId, clock());
		for (const { url: to, notification } of announcementsOfUse(shop, used)) {
			notifier.announce(to, notification);
		}
	}

	/** Sends what `work` answers, unless the fault is one of the connection. */
	async function deliver(
		reply: FastifyReply,
		received: ReceivedRequest,
		fault: Fault | undefined,
		work: () => Promise<Answer>,
	): Promise<void> {
		if (fault?.kind === 'resetBeforeWork') return resetConnection(reply);
		if (fault?.kind === 'neverAnswer') return neverAnswer(reply);
		const answer = await work();
		if (latencyMs > 0) await delay(latencyMs);
		if (fault?.kind === 'resetAfterWork') return resetConnection(reply);
		if (fault?.kind === 'neverAnswerAfterWork') return neverAnswer(reply);
		received.status = answer.status;
		received.code = answer.code;
		if (fault?.kind === 'truncated' || fault?.kind === 'halted') {
			return sendHalf(reply, answer, fault.kind === 'truncated');
		}
		if (fault?.kind === 'dripping') {
			return await sendDripping(reply, answer, fault.pauseMs ?? 20);
		}
		send(reply, answer);
	}

	const url = await app.listen({ port, host });
	return {
		url,
		credential: { ...ofMerchant.credential, baseUrl: url },
		brandCredential: { ...ofBrand.credential, baseUrl: url },
		shop,
		requests,
		deliveries: notifier.deliveries,
		notify: (to, notification, how) => notifier.send(to, notification, how),
		notifyBrand: (to, notification, how) => brandNotifier.send(to, notification, how),
		useCashCoupon,
		misbehave: (fault, when) => faults.add(fault, when),
		reset() {
			requests.length = 0;
			faults.reset();
			notifier.reset();
			brandNotifier.reset();
			weChatPay.reset();
			restoreShop();
		},
		close: async () => {
			notifier.reset();
			brandNotifier.reset();
			await app.close();
		},
	};
}

function newReceivedRequest(
	wire: WireRequest,
	refusal: SignRefusal | undefined,
	receivedAt: number,
): ReceivedRequest {
	const { path, query } = splitUrl(wire.url);
	return {
		...wire,
		path,
		query: Object.fromEntries(new URLSearchParams(query)),
		signature: refusal?.reason ?? 'valid',
		receivedAt,
	};
}
