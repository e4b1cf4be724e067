import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import type { Stage } from '../../scripts/examples/stage.mts';
import { GENERATIONS } from '../../scripts/n8n/generation.mts';
import { Rest } from '../../scripts/n8n/rest.mts';
import type { Server } from '../../scripts/n8n/server.mts';
import type { Workflow } from '../../scripts/n8n/workflow.mts';
import { nodeType } from '../../scripts/project.mts';
import { sampleOf } from '../simulator/notifications/samples.mts';
import { eventually } from '../eventually.mts';
import { startGate, type Gate } from './gate.mts';
import { SETUP_LIMIT, setTestStage } from './testStage.mts';

const BASE = 'https://n8n.example.com';
const OTHER = 'https://pos.example.net/wechat';
const SETTINGS = {
	WEBHOOK_URL: BASE,
	N8N_WEBHOOK_URL: BASE,
	N8N_CONCURRENCY_PRODUCTION_LIMIT: '1',
};
const SUCCESS = {
	status: 200,
	body: '{"code":"SUCCESS"}',
	type: 'application/json; charset=utf-8',
};
const used = sampleOf('COUPON.USE');

/** What can be found again wherever it goes. */
const mark = () => `mark-${randomBytes(12).toString('hex')}`;
const marked = (text: string) => ({
	...used,
	summary: text,
	resource: { ...used.resource, coupon_name: text },
});

describe.each(GENERATIONS)('the trigger on a server of n8n %s', (generation) => {
	let stage: Stage;
	let server: Server;
	let rest: Rest;
	let gate: Gate;

	const hook = () => `${server.url}/webhook/used/webhook`;
	const send = async (...how: Parameters<Stage['simulator']['notify']>) =>
		await stage.simulator.notify(...how);

	/** A trigger, and a service behind it that the workflow waits for. */
	function workflowFor(event: string, webhookId: string): Workflow {
		const { id, name, type } = stage.credential;
		const trigger = {
			id: webhookId,
			name: 'Told',
			type: `${nodeType}Trigger`,
			typeVersion: 2,
			position: [0, 0],
			webhookId,
			parameters: { events: [event], options: {} },
			credentials: { [type]: { id, name } },
		};
		const service = {
			id: 'service',
			name: 'Service',
			type: 'n8n-nodes-base.httpRequest',
			typeVersion: 4.2,
			position: [200, 0],
			parameters: {
				method: 'POST',
				url: gate.url,
				sendBody: true,
				specifyBody: 'json',
				jsonBody: '={{ $json }}',
				options: {},
			},
		};
		const connections = { Told: { main: [[{ node: 'Service', type: 'main', index: 0 }]] } };
		return { id: webhookId, name: webhookId, nodes: [trigger, service], connections } as Workflow;
	}

	beforeAll(async () => {
		stage = await setTestStage({ generation });
		gate = await startGate();
		server = await stage.instance.startServer(SETTINGS);
		rest = new Rest(server.url);
		await rest.setUpOwner();
		await rest.publish(workflowFor('COUPON.USE', 'used'));
		await eventually(() =>
			expect(stage.simulator.shop.notifyUrl('cashCoupons')).toBe(`${BASE}/webhook/used/webhook`),
		);
	}, SETUP_LIMIT);

	beforeEach(() => {
		gate.taken.length = 0;
	});

	afterAll(async () => {
		gate?.open();
		await server?.stop();
		await gate?.close();
		await stage?.close();
	});

	test('the only execution that may run is busy: the next one is stored, then answered, and runs once', async () => {
		const [first, second, id] = [mark(), mark(), mark()];
		gate.shut();
		expect(await send(hook(), marked(first))).toMatchObject(SUCCESS);
		await eventually(() => expect(gate.taken).toMatchObject([{ summary: first }]));
		const sendSecond = async () => await send(hook(), marked(second), { id });
		if (generation === '1.x') expect(await sendSecond()).toMatchObject(SUCCESS);
		else {
			// n8n 2 answers when there is room for it; WeChat Pay hangs up after five seconds. Either may be first.
			const answers = await Promise.all([sendSecond(), sendSecond()]);
			expect(answers.map(({ status }) => status).sort()).toEqual([503, undefined]);
		}
		expect(gate.taken).toHaveLength(1);
		gate.open();
		const both = [{ summary: first }, { summary: second }];
		await eventually(() => expect(gate.taken).toMatchObject(both));
		expect(await send(hook(), marked(second), { id })).toMatchObject(SUCCESS);
		const last = mark();
		expect(await send(hook(), marked(last))).toMatchObject(SUCCESS);
		await eventually(() => expect(gate.taken).toMatchObject([...both, { summary: last }]));
	}, 120_000);

	test('two of the same at the same moment run once', async () => {
		const both = marked(mark());
		const id = mark();
		const answers = await Promise.all([send(hook(), both, { id }), send(hook(), both, { id })]);
		expect(answers).toContainEqual(expect.objectContaining(SUCCESS));
		expect(await send(hook(), both, { id })).toMatchObject(SUCCESS);
		const last = mark();
		expect(await send(hook(), marked(last))).toMatchObject(SUCCESS);
		await eventually(() =>
			expect(gate.taken).toMatchObject([{ summary: both.summary }, { summary: last }]),
		);
	}, 120_000);

	test('who opens the address in a browser, and what is no JSON, starts nothing', async () => {
		// One that is ending is listed twice for a moment.
		await eventually(async () => expect(await rest.executions()).not.toContain('running'));
		const { length } = await rest.executions();
		expect((await fetch(hook())).status).toBe(404);
		const headers = { 'content-type': 'application/json' };
		const answer = await fetch(hook(), { method: 'POST', headers, body: '{"id":' });
		expect(answer.status).toBe(422);
		expect(await rest.executions()).toHaveLength(length);
	}, 120_000);

	test('of what is refused nothing stays in the log, in executions or in static data, nor any key', async () => {
		const taken = mark();
		expect(await send(hook(), marked(taken))).toMatchObject(SUCCESS);
		await eventually(() => expect(gate.taken).toMatchObject([{ summary: taken }]));

		const refused: string[] = [];
		for (const kind of ['probe', 'old', 'foreignKey', 'merchantCertificate'] as const) {
			const text = mark();
			refused.push(text);
			const answer = await send(hook(), marked(text), { id: text, fault: { kind } });
			expect(answer.status).toBe(401);
			expect(answer.body).not.toContain(text);
		}
		const unreadable = mark();
		const fault = { kind: 'wrongApiV3Key' as const };
		const envelope = { ...used, resource: { coupon_name: unreadable } };
		expect(await send(hook(), envelope, { fault })).toMatchObject({ status: 500 });
		refused.push(unreadable);

		const signature = randomBytes(256).toString('base64');
		const ciphertext = mark();
		const forged = await fetch(hook(), {
			method: 'POST',
			headers: {
				'content-type': 'application/json',
				'wechatpay-timestamp': String(Math.floor(Date.now() / 1000)),
				'wechatpay-nonce': mark(),
				'wechatpay-serial': stage.simulator.credential.publicKeyId,
				'wechatpay-signature': signature,
			},
			body: JSON.stringify({ id: ciphertext, resource: { ciphertext } }),
		});
		expect(forged.status).toBe(401);
		refused.push(signature, ciphertext);

		const { apiV3Key, privateKey } = stage.simulator.credential;
		await eventually(async () => expect((await stage.instance.kept()).includes(taken)).toBe(true));
		const kept = await stage.instance.kept();
		const log = server.log();
		expect(log).toContain('started nothing');
		for (const secret of [...refused, apiV3Key, privateKey.slice(100, 160)]) {
			expect(log).not.toContain(secret);
			expect(kept.includes(secret)).toBe(false);
		}
	}, 120_000);

	test('a process that is killed while the workflow runs: the next one knows what was taken', async () => {
		const [first, last, id] = [mark(), mark(), mark()];
		gate.shut();
		expect(await send(hook(), marked(first), { id })).toMatchObject(SUCCESS);
		await eventually(() => expect(gate.taken).toMatchObject([{ summary: first }]));
		await server.kill();
		gate.open();
		server = await stage.instance.startServer(SETTINGS);
		await eventually(async () =>
			expect(await send(hook(), marked(first), { id })).toMatchObject(SUCCESS),
		);
		expect(await send(hook(), marked(last))).toMatchObject(SUCCESS);
		await eventually(() =>
			expect(gate.taken).toMatchObject([{ summary: first }, { summary: last }]),
		);
	}, 300_000);

	test("another system's address: what to do is told to who activates, or in the log of n8n 2", async () => {
		stage.simulator.shop.setNotifyUrl('merchantCoupons', OTHER);
		const published = rest.publish(workflowFor('COUPON.SEND', 'received'));
		const remedy = 'turn on Replace Address under Options to take it over';
		if (generation === '1.x') await expect(published).rejects.toThrow(remedy);
		else {
			await published;
			await eventually(() => expect(server.log()).toContain(remedy));
			expect(server.log()).toContain(OTHER);
		}
		expect(stage.simulator.shop.notifyUrl('merchantCoupons')).toBe(OTHER);
	}, 120_000);
});
