// Runs the simulator for a human: `npm run simulator [-- --port N --host ADDRESS --brand]`. Ctrl-C ends it.
// `npm run simulator -- notify --to ADDRESS` lets one that runs send a sample notification, and
// `npm run simulator -- use --coupon ID` a user pay with a cash coupon.
import { parseArgs } from 'node:util';
import { USE_PATH } from '../test/simulator/endpoints/cashCoupon/use.mts';
import { NOTIFY_PATH, type NotifyOrder } from '../test/simulator/notifications/control.mts';
import { type Delivery } from '../test/simulator/notifications/sender.mts';
import { type ReceivedRequest, type Simulator, startSimulator } from '../test/simulator/index.mts';
import { createShop } from '../test/simulator/shop.mts';
import { IDS_TO_TRY } from './idsToTry.mts';

/** The hosts that the credential takes with http. */
const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		port: { type: 'string', default: '8765' },
		host: { type: 'string', default: '127.0.0.1' },
		/** whether it is a brand that calls for itself, whose credential is printed */
		brand: { type: 'boolean', default: false },
		/** where the addresses of notifications are taken to be */
		notifications: { type: 'string' },
		/** how the files of reports are written */
		reports: { type: 'string', default: 'utf8' },
		coupon: { type: 'string', default: '' },
		to: { type: 'string' },
		event: { type: 'string' },
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
	const { to = '', brand, fault, times } = values;
	const usual = brand ? 'PRODUCT_COUPON.SEND' : 'PRODUCT_COUPON_SP.SEND';
	const { event = usual } = values;
	process.exit(await notify({ to, event, brand, fault, times: Number(times) }));
}
if (positionals[0] === 'use') process.exit(await use(values.coupon));

const { host, notifications: notificationOrigin, reports } = values;
if (reports !== 'utf8' && reports !== 'gbk') {
	console.error(`--reports must be utf8 or gbk, not ${reports}.`);
	process.exit(1);
}
const shop = createShop();
shop.writeReportsIn(reports);
const simulator = await startSimulator({
	port,
	host,
	shop,
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

/** Asks a running simulator for something; undefined when none runs, or it refuses, which is printed. */
async function asked<T>(path: string, order: object): Promise<T | undefined> {
	const body = JSON.stringify(order);
	const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', body }).catch(
		() => undefined,
	);
	if (!answer) {
		console.error(`No simulator runs on port ${port}: start one with npm run simulator.`);
		return undefined;
	}
	const said = (await answer.json()) as T & { complaint?: string };
	if (said.complaint === undefined) return said;
	console.error(said.complaint);
	return undefined;
}

/** Has a running simulator send a sample, says what came of it, and gives the exit code. */
async function notify(order: NotifyOrder): Promise<number> {
	const said = await asked<{ deliveries: Delivery[] }>(NOTIFY_PATH, order);
	for (const { status, body, took } of said?.deliveries ?? []) {
		console.log(`${status ?? 'no answer'} after ${Math.round(took)} ms  ${body}`);
	}
	return said ? 0 : 1;
}

/** Has a user pay with a cash coupon in a running simulator, and gives the exit code. */
async function use(coupon: string): Promise<number> {
	const said = await asked(USE_PATH, { coupon });
	if (said) console.log(`Coupon ${coupon} is used.`);
	return said ? 0 : 1;
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

/** What the form of the credential asks for, but where calls go. */
function fieldsOf({ credential, brandCredential }: Simulator): Record<string, string> {
	if (values.brand) {
		return {
			'Brand ID': brandCredential.brandId,
			'Brand API Certificate Serial Number': brandCredential.serialNo,
			'Brand Private Key': brandCredential.privateKey.trim(),
			'WeChat Pay Public Key ID': brandCredential.publicKeyId,
			'WeChat Pay Public Key': brandCredential.publicKey.trim(),
			'Brand API Key': brandCredential.apiKey,
		};
	}
	return {
		'Merchant ID': credential.mchid,
		'Merchant API Certificate Serial Number': credential.serialNo,
		'Merchant Private Key': credential.privateKey.trim(),
		'WeChat Pay Public Key ID': credential.publicKeyId,
		'WeChat Pay Public Key': credential.publicKey.trim(),
		'APIv3 Key': credential.apiV3Key,
	};
}

function printCredential(simulator: Simulator): void {
	const { url } = simulator;
	const { hostname, port: listening } = new URL(url);
	const fields = {
		...fieldsOf(simulator),
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
	console.log('IDs to try:');
	for (const [family, rows] of Object.entries(IDS_TO_TRY)) {
		console.log(`\n  ${family}`);
		for (const [id, what] of rows) console.log(`    ${id.padEnd(20)}  ${what}`);
	}
	console.log();
}

function printRequest({ receivedAt, method, path, status, code }: ReceivedRequest): void {
	const time = new Date(receivedAt).toTimeString().slice(0, 8);
	console.log([time, method, path, status ?? 'no answer', code].filter(Boolean).join('  '));
}
