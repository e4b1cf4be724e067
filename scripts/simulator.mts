// Runs the simulator for a human: `npm run simulator [-- --port N --host ADDRESS]`. Ctrl-C ends it.
// `npm run simulator -- notify --to ADDRESS` lets one that runs send a sample notification.
import { parseArgs } from 'node:util';
import { NOTIFY_PATH, type NotifyOrder } from '../test/simulator/notifications/control.mts';
import { SAMPLES } from '../test/simulator/notifications/samples.mts';
import { type Delivery } from '../test/simulator/notifications/sender.mts';
import { type ReceivedRequest, type Simulator, startSimulator } from '../test/simulator/index.mts';
import {
	BRANDS,
	FIRST_STORES,
	MERCHANT_COUPON_STOCKS,
	PARTNERS,
	PARTNERSHIP_STOCKS,
	PRODUCT_COUPONS,
	STOCKS,
} from '../test/simulator/shop.mts';

/** The hosts that the credential takes with http. */
const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		port: { type: 'string', default: '8765' },
		host: { type: 'string', default: '127.0.0.1' },
		/** where the addresses of notifications are taken to be */
		notifications: { type: 'string' },
		to: { type: 'string' },
		event: { type: 'string', default: SAMPLES[0]?.event_type },
		fault: { type: 'string' },
		times: { type: 'string', default: '1' },
	},
});
const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65535) {
	console.error(`--port must be a number from 0 to 65535, not ${values.port}.`);
	process.exit(1);
}

if (positionals[0] === 'notify') {
	const { to = '', event = '', fault, times } = values;
	process.exit(await notify({ to, event, fault, times: Number(times) }));
}

const { host, notifications: notificationOrigin } = values;
const simulator = await startSimulator({
	port,
	host,
	notificationOrigin,
	onRequest: printRequest,
}).catch((error: NodeJS.ErrnoException) => {
	console.error(reasonOf(error));
	process.exit(1);
});
printCredential(simulator);
printShop();
console.log('Requests (Ctrl-C ends the simulator):');
process.once('SIGINT', () => void simulator.close());
process.once('SIGTERM', () => void simulator.close());

/** Has a running simulator send a sample, says what came of it, and gives the exit code. */
async function notify(order: NotifyOrder): Promise<number> {
	const answer = await fetch(`http://127.0.0.1:${port}${NOTIFY_PATH}`, {
		method: 'POST',
		body: JSON.stringify(order),
	}).catch(() => undefined);
	if (!answer) {
		console.error(`No simulator runs on port ${port}: start one with npm run simulator.`);
		return 1;
	}
	const said = (await answer.json()) as { deliveries?: Delivery[]; complaint?: string };
	if (said.complaint !== undefined) console.error(said.complaint);
	for (const { status, body, took } of said.deliveries ?? []) {
		console.log(`${status ?? 'no answer'} after ${Math.round(took)} ms  ${body}`);
	}
	return said.deliveries ? 0 : 1;
}

function reasonOf({ code, message }: NodeJS.ErrnoException): string {
	if (code === 'EADDRINUSE') {
		return `Port ${port} is in use. Choose another one with --port, e.g. --port ${port + 1}.`;
	}
	if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
		return `--host must be an address of this machine, not ${host}.`;
	}
	return `The simulator could not start: ${message}`;
}

function printCredential({ credential, url }: Simulator): void {
	const { hostname, port: listening } = new URL(url);
	const fields = {
		'Merchant ID': credential.mchid,
		'Merchant API Certificate Serial Number': credential.serialNo,
		'Merchant Private Key': credential.privateKey.trim(),
		'WeChat Pay Public Key ID': credential.publicKeyId,
		'WeChat Pay Public Key': credential.publicKey.trim(),
		'APIv3 Key': credential.apiV3Key,
		'API Base URL': LOOPBACK.includes(hostname) ? url : `http://127.0.0.1:${listening}`,
	};
	console.log('The credential, made for this run:\n');
	for (const [label, value] of Object.entries(fields)) {
		console.log(value.includes('\n') ? `${label}:\n${value}\n` : `${label}: ${value}\n`);
	}
	if (host !== '127.0.0.1') {
		console.log(`It listens on ${host}. How a container reaches it: docs/simulator.md.\n`);
	}
}

function printShop(): void {
	const { effective, discount, reserved, noodlesEffective, unauthorised } = PRODUCT_COUPONS;
	const { many, fifty, one, none } = PARTNERSHIP_STOCKS;
	const rows: Array<[id: string, what: string]> = [
		[BRANDS.coffee, 'brand, authorised'],
		[BRANDS.noodles, 'brand, authorised'],
		[BRANDS.unauthorised, 'brand, not authorised: 403'],
		[effective, 'product coupon, amount off, effective'],
		[discount, 'product coupon, percentage off'],
		[PRODUCT_COUPONS.sequential, 'product coupon, several uses in sequence'],
		[PRODUCT_COUPONS.exchange, 'product coupon, exchange with packages'],
		[PRODUCT_COUPONS.auditing, 'product coupon, auditing'],
		[PRODUCT_COUPONS.deactivated, 'product coupon, deactivated'],
		[reserved, 'product coupon, ID with reserved characters'],
		[PRODUCT_COUPONS.manyStocks, 'product coupon with 60 stocks'],
		[noodlesEffective, `product coupon of brand ${BRANDS.noodles}`],
		[unauthorised, `product coupon of brand ${BRANDS.unauthorised}`],
		[STOCKS.manyStores, `stock of ${effective}, 3000 stores from ${FIRST_STORES.coffee}`],
		[STOCKS.noStores, `stock of ${effective}, no stores`],
		[STOCKS.allStores, `stock of ${effective}, valid in all stores: 400`],
		[STOCKS.expired, `stock of ${effective}, expired: 400`],
		[STOCKS.stores200, `stock of ${effective}, 200 stores`],
		[STOCKS.stores201, `stock of ${effective}, 201 stores`],
		[STOCKS.ofDiscount, `stock of ${discount}, 30 stores`],
		[STOCKS.reserved, `stock of ${reserved}, 25 stores`],
		[STOCKS.noodles, `stock of ${noodlesEffective}, 40 stores from ${FIRST_STORES.noodles}`],
		[MERCHANT_COUPON_STOCKS.normal, 'merchant coupon stock, amount off, running'],
		[MERCHANT_COUPON_STOCKS.discount, 'merchant coupon stock, percentage off, stopped'],
		[MERCHANT_COUPON_STOCKS.exchange, 'merchant coupon stock, exchange, paused'],
		[MERCHANT_COUPON_STOCKS.unaudited, 'merchant coupon stock, not audited yet'],
		[MERCHANT_COUPON_STOCKS.uploadedCodes, 'merchant coupon stock with uploaded codes'],
		[MERCHANT_COUPON_STOCKS.largeBudget, 'merchant coupon stock, budget of 20 digits'],
		[MERCHANT_COUPON_STOCKS.foreign, 'merchant coupon stock of another merchant: 403'],
		[many.stock_id, `${many.business_type} with 120 partnerships`],
		[fifty.stock_id, `${fifty.business_type} with 50 partnerships`],
		[one.stock_id, `${one.business_type} with 1 partnership`],
		[none.stock_id, `${none.business_type} with no partnership: 400`],
		[PARTNERS.appid, 'partner app ID'],
		[PARTNERS.merchantId, 'partner merchant ID'],
	];
	console.log('IDs to try:\n');
	for (const [id, what] of rows) console.log(`  ${id.padEnd(20)}  ${what}`);
	console.log();
}

function printRequest({ receivedAt, method, path, status, code }: ReceivedRequest): void {
	const time = new Date(receivedAt).toTimeString().slice(0, 8);
	console.log([time, method, path, status ?? 'no answer', code].filter(Boolean).join('  '));
}
