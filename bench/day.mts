import { findPrograms } from '../scripts/n8n/queue/programs.mts';
import { nodeType } from '../scripts/project.mts';
import { eventually } from '../test/eventually.mts';
import { notify } from '../test/queue/notifying.mts';
import {
	APPID,
	association,
	confirmation,
	redemption,
	sending,
	usersOf,
} from '../test/queue/operations.mts';
import { setQueueStage, type QueueStage } from '../test/queue/queueStage.mts';
import { publishRows, type Row } from '../test/queue/rowsWorkflow.mts';
import { publishTrigger } from '../test/queue/triggerWorkflow.mts';
import { SENDABLE } from '../test/simulator/examples.mts';
import { FIRST_STORES, storeIds } from '../test/simulator/shop.mts';
import { duration, table } from './format.mts';

/** The day of a chain: each of its stocks gets all of its stores, and its coupons are sent, confirmed and redeemed. */
const DAY = { stores: 10_000, stocks: 50, sent: 100_000, redeemed: 30_000 };

/** How much of the day is done here. */
const SCALE = 50;

/** Executions that rows are shared among, and notifications that are under way at once. */
const EXECUTIONS = 4;
const NOTIFICATIONS = 20;
const STORES_IN_A_CALL = 200;
/** Milliseconds in which what is in the queue has been executed. */
const WORKED_OFF = 10 * 60_000;

/** A part of the day. */
interface Part {
	what: string;
	/** Of the whole day, and how many of them the endpoint takes in a second. */
	calls: number;
	perSecond: number;
}

const PARTS = {
	stores: {
		what: `${DAY.stores.toLocaleString('en')} stores put on each of ${DAY.stocks} stocks`,
		calls: (DAY.stocks * DAY.stores) / STORES_IN_A_CALL,
		perSecond: 20,
	},
	sent: { what: 'Coupons sent', calls: DAY.sent, perSecond: 500 },
	confirmed: {
		what: 'Notifications taken, their coupons confirmed',
		calls: DAY.sent,
		perSecond: 500,
	},
	redeemed: { what: 'Coupons redeemed', calls: DAY.redeemed, perSecond: 500 },
} satisfies Record<string, Part>;

/** What was done of a part. */
interface Done {
	milliseconds: number;
	calls: number;
	tooMany: number;
}

/** Does the day in an n8n of several processes, scaled down; a table of it, and what it would be at the quotas. */
export async function dayInQueueMode(): Promise<string> {
	const programs = findPrograms();
	if (typeof programs === 'string') return programs;
	const stage = await setQueueStage(programs);
	try {
		const done = await dayOn(stage);
		return `${tableOf(done)}\n\nOne ${SCALE}th of the day was done; “The whole day” is the time of that, ${SCALE} times.`;
	} finally {
		await stage.close();
	}
}

async function dayOn(stage: QueueStage): Promise<Record<keyof typeof PARTS, Done>> {
	const { simulator } = stage;
	const stocks = Array.from({ length: DAY.stocks / SCALE }, (_, index) => `7770000${index + 10}`);
	await simulator.ask('openStores', DAY.stores, stocks);
	const stores = storeIds(FIRST_STORES.coffee, DAY.stores);
	const rowsOfStores = stocks.flatMap((stock_id) =>
		stores.map((store_id) => ({ stock_id, store_id })),
	);
	const users = usersOf('day', DAY.sent / SCALE);

	const associate = await rowsRunner(stage, 'stores', association);
	const send = await rowsRunner(stage, 'send', sending({ onceWithin: 'day' }));
	const redeem = await rowsRunner(stage, 'redeem', redemption);
	const confirm = await confirmer(stage);
	await simulator.ask('takeCalls');

	const associated = await measured(
		stage,
		async () => await associate(rowsOfStores, stocks.length),
	);
	const sent = await measured(
		stage,
		async () =>
			await send(
				users.map((openid) => ({ openid })),
				EXECUTIONS,
			),
	);
	const coupons = sent.result.map((row, index): Row => ({ ...row, openid: users[index] }));
	const confirmed = await measured(stage, async () => await confirm(coupons));
	const toRedeem = coupons.slice(0, DAY.redeemed / SCALE);
	const redeemed = await measured(stage, async () => await redeem(toRedeem, EXECUTIONS));
	return { stores: associated, sent, confirmed, redeemed };
}

/** Publishes a workflow; what starts it with rows, shared among so many executions, and gives their rows. */
async function rowsRunner(stage: QueueStage, name: string, parameters: Record<string, unknown>) {
	const workflow = await publishRows(stage, { name, parameters, answersRows: true });
	return async (rows: Row[], executions: number): Promise<Row[]> => {
		const size = rows.length / executions;
		const parts = Array.from({ length: executions }, async (_, part) =>
			workflow.start(rows.slice(part * size, (part + 1) * size), (part % 2) as 0 | 1),
		);
		const out = (await Promise.all(parts)).flat();
		const refused = out.find(({ error }) => error !== undefined);
		if (refused) throw new Error(`${name}: ${JSON.stringify(refused)}`);
		return out;
	};
}

/** Publishes a trigger that confirms; what notifies it of coupons, and waits until they are confirmed. */
async function confirmer(stage: QueueStage) {
	const { credential, simulator } = stage;
	const event = 'PRODUCT_COUPON_SP.SEND';
	const behind = {
		name: 'Confirm',
		type: nodeType,
		typeVersion: 1,
		parameters: confirmation,
		credentials: { [credential.type]: { id: credential.id, name: credential.name } },
	};
	const { urls } = await publishTrigger(stage, { name: 'received', event, behind });
	return async (coupons: Row[]): Promise<void> => {
		const left = coupons.map(({ openid, coupon_code }, index) => ({
			id: `notification-${index}`,
			event,
			url: urls[(index % 2) as 0 | 1],
			resource: {
				...SENDABLE,
				appid: APPID,
				openid: String(openid),
				coupon_code: String(coupon_code),
			},
		}));
		const oneAfterTheOther = async (): Promise<void> => {
			for (let next = left.pop(); next; next = left.pop()) await notify(simulator, next);
		};
		await Promise.all(Array.from({ length: NOTIFICATIONS }, oneAfterTheOther));
		await eventually(async () => {
			const confirmed = await simulator.ask('countConfirmed');
			if (confirmed < coupons.length) throw new Error(`${confirmed} coupons are confirmed`);
		}, WORKED_OFF);
	};
}

/** Does something, and tells how long it took, and what calls. */
async function measured<T>(
	{ simulator }: QueueStage,
	work: () => Promise<T>,
): Promise<Done & { result: T }> {
	const begin = performance.now();
	const result = await work();
	const milliseconds = performance.now() - begin;
	const calls = await simulator.ask('takeCalls');
	const tooMany = calls.filter(({ status }) => status === 429).length;
	return { result, milliseconds, calls: calls.length, tooMany };
}

function tableOf(done: Record<keyof typeof PARTS, Done>): string {
	const head = [
		'Part of the day',
		'Calls of the day',
		'At the documented quota',
		'Calls here',
		'429s',
		'Time here',
		'The whole day',
	];
	const rows = Object.entries(PARTS).map(([name, { what, calls, perSecond }]) => {
		const { milliseconds, ...here } = done[name as keyof typeof PARTS];
		return [
			what,
			calls.toLocaleString('en'),
			`${calls / perSecond} s`,
			here.calls.toLocaleString('en'),
			String(here.tooMany),
			duration(milliseconds),
			`${Math.ceil((milliseconds * SCALE) / 60_000)} min`,
		];
	});
	return table(head, [1, 2, 3, 4, 5, 6], rows);
}
