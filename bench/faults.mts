// Takes PostgreSQL, Redis or a process for webhooks away while notifications come, in a real n8n in queue mode,
// and prints what became of those that were answered with 200: of the trigger, and of n8n's own Webhook node.
// npx tsx bench/faults.mts [postgres|redis|webhook …]
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { fastify } from 'fastify';
import { findPrograms, type Programs } from '../scripts/n8n/queue/programs.mts';
import type { WorkflowNode } from '../scripts/n8n/workflow.mts';
import { nodeType } from '../scripts/project.mts';
import { setQueueStage, type QueueStage } from '../test/queue/queueStage.mts';
import { table } from './format.mts';

const FAULTS = ['postgres', 'redis', 'webhook'] as const;
type Fault = (typeof FAULTS)[number];

const RECEIVERS = ['trigger', 'webhook'] as const;
type Receiver = (typeof RECEIVERS)[number];

const RUNS = 5;
const AT_ONCE = 10;
/** Milliseconds before the fault, of the fault, and after it. */
const [BEFORE, AWAY, AFTER] = [4000, 5000, 4000];
/** Milliseconds without an execution after which none is to come. */
const QUIET = 20_000;
const EVENT = 'COUPON.USE';

/** What became of the notifications of a run. */
interface Outcome {
	sent: number;
	answered: number;
	/** Of those that were answered with 200. */
	lost: number;
	twice: number;
	/** Of the last 50 that ran once, how many ran again when the other process got them; of how many. */
	again?: [ran: number, of: number];
}

/** Counts what ran, for each receiver. */
async function startCounter() {
	const ran = { trigger: new Map<string, number>(), webhook: new Map<string, number>() };
	let newest = Date.now();
	const app = fastify();
	app.post<{ Params: { receiver: Receiver }; Body: { id: string } }>(
		'/:receiver',
		async ({ params, body }) => {
			newest = Date.now();
			const ofReceiver = ran[params.receiver];
			ofReceiver.set(body.id, (ofReceiver.get(body.id) ?? 0) + 1);
			return await Promise.resolve({});
		},
	);
	const url = await app.listen({ port: 0, host: '127.0.0.1' });
	const quiet = async () => {
		newest = Math.max(newest, Date.now() - QUIET + 5000);
		while (Date.now() - newest < QUIET) await delay(500);
	};
	return { ran, url, quiet, close: async () => await app.close() };
}

type Counter = Awaited<ReturnType<typeof startCounter>>;

async function publish({ rest, credential }: QueueStage, { url }: Counter): Promise<void> {
	const { id, name, type } = credential;
	const receivers: Record<Receiver, WorkflowNode & { ofId: string }> = {
		trigger: {
			name: 'Received',
			type: `${nodeType}Trigger`,
			typeVersion: 2,
			position: [0, 0],
			webhookId: 'trigger',
			parameters: { events: [EVENT], setAddress: false, options: {} },
			credentials: { [type]: { id, name } },
			ofId: '$json.id',
		},
		webhook: {
			name: 'Received',
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2,
			position: [0, 0],
			webhookId: 'webhook',
			parameters: { httpMethod: 'POST', path: 'webhook', options: {} },
			ofId: '$json.body.id',
		},
	};
	for (const [receiver, { ofId, ...node }] of Object.entries(receivers)) {
		const counter: WorkflowNode = {
			name: 'Count',
			type: 'n8n-nodes-base.httpRequest',
			typeVersion: 4.2,
			position: [200, 0],
			parameters: {
				method: 'POST',
				url: `${url}/${receiver}`,
				sendBody: true,
				specifyBody: 'json',
				jsonBody: `={{ { id: ${ofId} } }}`,
				options: {},
			},
		};
		const connections = { Received: { main: [[{ node: 'Count', type: 'main', index: 0 }]] } };
		await rest.publish({ id: '', name: receiver, nodes: [node, counter], connections });
	}
}

/** Sends notifications while something is taken away, and repeats what was not answered with 200. */
async function run(
	{ n8n, simulator }: QueueStage,
	{ ran, quiet }: Counter,
	fault: Fault,
	live: string[],
): Promise<Record<Receiver, Outcome>> {
	const paths = { trigger: '/webhook/trigger/webhook', webhook: '/webhook/webhook' };
	const send = async (receiver: Receiver, id: string, origin: string) =>
		(await simulator.ask('notify', { url: origin + paths[receiver], event: EVENT, id })).status;
	const sent = new Map<string, { receiver: Receiver; origin: string; isAnswered: boolean }>();
	let isOver = false;
	const lane = async (number: number) => {
		for (let turn = number; !isOver; turn++) {
			const receiver = RECEIVERS[number % 2]!;
			const origin = live[(turn >> 1) % live.length]!;
			const id = randomUUID();
			const one = { receiver, origin, isAnswered: false };
			sent.set(id, one);
			one.isAnswered = (await send(receiver, id, origin)) === 200;
			if (!one.isAnswered) await delay(200);
		}
	};
	const lanes = Array.from({ length: AT_ONCE }, async (_, number) => await lane(number));
	await delay(BEFORE);
	if (fault === 'webhook') {
		const killed = n8n.webhooks.find(({ url }) => url === live.at(-1))!;
		live.pop();
		await killed.kill();
	} else {
		await n8n.services[fault].kill();
		await delay(AWAY);
		await n8n.services[fault].start();
	}
	await delay(AFTER);
	isOver = true;
	await Promise.all(lanes);
	for (let time = 0; time < 60; time++) {
		const left = [...sent].filter(([, { isAnswered }]) => !isAnswered);
		if (left.length === 0) break;
		for (const [id, one] of left) {
			one.origin = live[0]!;
			one.isAnswered = (await send(one.receiver, id, one.origin)) === 200;
		}
		await delay(1000);
	}
	await quiet();
	const timesOf = (receiver: Receiver, id: string) => ran[receiver].get(id) ?? 0;
	const outcomeOf = (receiver: Receiver): Outcome => {
		const mine = [...sent].filter(([, one]) => one.receiver === receiver);
		const answered = mine.filter(([, { isAnswered }]) => isAnswered);
		const times = answered.map(([id]) => timesOf(receiver, id));
		return {
			sent: mine.length,
			answered: answered.length,
			lost: times.filter((time) => time === 0).length,
			twice: times.filter((time) => time > 1).length,
		};
	};
	const outcomes = { trigger: outcomeOf('trigger'), webhook: outcomeOf('webhook') };
	if (live.length < 2) return outcomes;
	const repeated = [...sent]
		.filter(([id, { receiver }]) => receiver === 'trigger' && timesOf('trigger', id) === 1)
		.slice(-50);
	for (const [id, { origin }] of repeated) {
		await send('trigger', id, live.find((other) => other !== origin)!);
	}
	await quiet();
	const again = repeated.filter(([id]) => timesOf('trigger', id) > 1).length;
	return { ...outcomes, trigger: { ...outcomes.trigger, again: [again, repeated.length] } };
}

async function measured(programs: Programs, fault: Fault, rows: string[][]): Promise<void> {
	for (let done = 0; done < RUNS; ) {
		const stage = await setQueueStage(programs);
		const counter = await startCounter();
		try {
			await publish(stage, counter);
			await delay(5000);
			const live = stage.n8n.webhooks.map(({ url }) => url);
			while (done < RUNS && live.length > (fault === 'webhook' ? 1 : 0)) {
				done++;
				const outcomes = await run(stage, counter, fault, live);
				for (const receiver of RECEIVERS) {
					const { sent, answered, lost, twice, again } = outcomes[receiver];
					const row = [
						fault,
						done,
						receiver,
						sent,
						answered,
						lost,
						twice,
						again?.join(' of ') ?? '',
					];
					rows.push(row.map(String));
					stage.say(rows.at(-1)!.join(' '));
				}
			}
		} finally {
			await counter.close();
			await stage.close();
		}
	}
}

const programs = findPrograms();
if (typeof programs === 'string') throw new Error(programs);
const wanted = process.argv.slice(2);
const rows: string[][] = [];
for (const fault of FAULTS) {
	if (wanted.length === 0 || wanted.includes(fault)) await measured(programs, fault, rows);
}
const head = [
	'Away',
	'Run',
	'Receiver',
	'Sent',
	'Answered 200',
	'Never ran',
	'Ran twice',
	'Repeated elsewhere, ran again',
];
console.log(table(head, [3, 4, 5, 6, 7], rows));
