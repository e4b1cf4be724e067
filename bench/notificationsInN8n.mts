import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { setStage, type Stage } from '../scripts/examples/stage.mts';
import { Rest } from '../scripts/n8n/rest.mts';
import type { WorkflowNode } from '../scripts/n8n/workflow.mts';
import type { Progress } from '../scripts/progress.mts';
import { nodeType } from '../scripts/project.mts';
import { builtTriggerDescription } from '../test/e2e/builtDescription.mts';
import { sampleOf } from '../test/simulator/notifications/samples.mts';
import { duration, table } from './format.mts';

/** Notifications of a round, and rounds; the first is to warm up. */
const COUNT = 100;
const ROUNDS = 6;

const SAMPLE = sampleOf('COUPON.USE');

/** Workflows of one node: n8n's own webhook, and the trigger. */
function nodesOf({ credential }: Stage): Record<'webhook' | 'trigger', WorkflowNode> {
	const { version } = builtTriggerDescription();
	return {
		webhook: {
			name: 'Webhook',
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2,
			position: [0, 0],
			webhookId: 'webhook',
			parameters: { httpMethod: 'POST', path: 'webhook', options: {} },
		},
		trigger: {
			name: 'Trigger',
			type: `${nodeType}Trigger`,
			typeVersion: Number(version),
			position: [0, 0],
			webhookId: 'trigger',
			parameters: { events: [SAMPLE.event_type], setAddress: false, options: {} },
			credentials: { [credential.type]: { id: credential.id, name: credential.name } },
		},
	};
}

/** Milliseconds of processor time that the process of n8n has taken, once it does nothing any more. */
async function processorTime(url: string): Promise<number> {
	const read = async () => {
		const metrics = await (await fetch(`${url}/metrics`)).text();
		return Number(/^n8n_process_cpu_seconds_total ([\d.e-]+)/m.exec(metrics)?.[1]) * 1000;
	};
	let time = await read();
	for (;;) {
		await delay(500);
		const later = await read();
		if (Number.isNaN(later)) throw new Error('n8n does not tell its processor time');
		if (later - time < 25) return later;
		time = later;
	}
}

/** What one notification takes of n8n's processor, in milliseconds: the median of the rounds, and their ends. */
interface Price {
	median: number;
	range: string;
}

function priceOf(rounds: number[]): Price {
	const sorted = rounds.slice(1).sort((one, other) => one - other);
	const range = `${duration(sorted[0]!)}–${duration(sorted.at(-1)!)}`;
	return { median: sorted[Math.floor(sorted.length / 2)]!, range };
}

async function publish(stage: Stage, url: string): Promise<void> {
	const rest = new Rest(url);
	await rest.setUpOwner();
	for (const [name, node] of Object.entries(nodesOf(stage))) {
		await rest.publish({ id: '', name, nodes: [node], connections: {} });
	}
}

/** @param isNew whether n8n has no workflows yet */
async function measured(
	stage: Stage,
	settings: Record<string, string>,
	isNew: boolean,
): Promise<Price[]> {
	const server = await stage.instance.startServer({ N8N_METRICS: 'true', ...settings });
	try {
		if (isNew) await publish(stage, server.url);
		const urls = ['webhook', 'trigger/webhook'].map((path) => `${server.url}/webhook/${path}`);
		const prices = urls.map((): number[] => []);
		for (let round = 0; round < ROUNDS; round++) {
			for (const [index, url] of urls.entries()) {
				const before = await processorTime(server.url);
				for (let sent = 0; sent < COUNT; sent++) {
					const { status } = await stage.simulator.notify(url, SAMPLE);
					if (status !== 200) throw new Error(`${url} answered ${status}`);
				}
				prices[index]!.push(((await processorTime(server.url)) - before) / COUNT);
			}
		}
		return prices.map(priceOf);
	} finally {
		await server.stop();
	}
}

/** What a notification costs a real n8n, beside the same call of n8n's own Webhook node: a table in Markdown. */
export async function notificationsInN8n(step: Progress['step']): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'n8n-bench-'));
	const progress: Progress = { say: () => {}, step };
	const stage = await setStage(join(folder, 'files'), progress);
	const rows: string[][] = [];
	try {
		for (const [words, settings] of [
			['as n8n comes', {}],
			['`N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE=true`', { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' }],
		] as const) {
			const [webhook, trigger] = await step(`Notifications in n8n, ${words}`, () =>
				measured(stage, settings, rows.length === 0),
			);
			rows.push([
				words,
				`${duration(webhook!.median)} (${webhook!.range})`,
				`${duration(trigger!.median)} (${trigger!.range})`,
				`${(trigger!.median / webhook!.median).toFixed(2)}×`,
			]);
		}
	} finally {
		await stage.close();
		await rm(folder, { recursive: true, force: true });
	}
	const head = ['Environment of n8n', "n8n's Webhook node", 'this trigger', 'Compared'];
	return `Processor time of n8n ${stage.n8nVersion} for a notification, from the call to the end of a workflow that has no other node, in one process: the median of ${ROUNDS - 1} rounds of ${COUNT}, in which the two take turns, the least and the most in brackets.\n\n${table(head, [1, 2, 3], rows)}`;
}
