import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { readExampleWorkflow } from '../../scripts/examples/exampleWorkflow.mts';
import type { Stage } from '../../scripts/examples/stage.mts';
import { Rest } from '../../scripts/n8n/rest.mts';
import type { Server } from '../../scripts/n8n/server.mts';
import type { Credential, Workflow, WorkflowNode } from '../../scripts/n8n/workflow.mts';
import { nodeType } from '../../scripts/project.mts';
import { eventually } from '../eventually.mts';
import { OPENID, SENDABLE } from '../simulator/examples.mts';
import { startChatModelService, type ChatModelService } from './chatModelService.mts';
import { withNodes, withoutPeople } from './templates.mts';
import { SETUP_LIMIT, setTestStage } from './testStage.mts';

const USERS = ['oUserOne', 'oUserTwo', 'oUserThree'];

const sending = (openid: string, options: object = {}) => ({
	resource: 'userProductCoupon',
	operation: 'send',
	brandId: SENDABLE.brand_id,
	productCouponId: SENDABLE.product_coupon_id,
	stockId: { __rl: true, mode: 'id', value: SENDABLE.stock_id },
	appid: 'wx0123456789abcdef',
	openid,
	options,
});

const users = (openids: string[]): Record<string, unknown> => ({
	mode: 'raw',
	jsonOutput: JSON.stringify({ users: openids.map((openid) => ({ openid })) }),
	options: {},
});

const start = {
	name: 'Start',
	type: 'n8n-nodes-base.manualTrigger',
	typeVersion: 1,
	parameters: {},
};
const split = {
	name: 'Split',
	type: 'n8n-nodes-base.splitOut',
	typeVersion: 1,
	parameters: { fieldToSplitOut: 'users', options: {} },
};
const list = (openids: string[]): WorkflowNode => ({
	name: 'Users',
	type: 'n8n-nodes-base.set',
	typeVersion: 3.4,
	parameters: users(openids),
});

/** A workflow of nodes in a row; the last one may go back into an earlier one. */
function chain(id: string, nodes: WorkflowNode[], back: Record<string, unknown> = {}): Workflow {
	const connections = Object.fromEntries(
		nodes.slice(1).map((node, index) => [nodes[index]!.name, to(node.name)]),
	);
	return { id, name: id, nodes, connections: { ...connections, ...back } };
}

const to = (node: string) => ({ main: [[{ node, type: 'main', index: 0 }]] });

// n8n makes the number of a run, an item and a tool's call; only a real one shows that they differ.
describe('request numbers in a real n8n', () => {
	let stage: Stage;

	beforeAll(async () => {
		stage = await setTestStage({});
	}, SETUP_LIMIT);

	afterAll(async () => await stage?.close());
	beforeEach(() => stage.simulator.reset());

	const sent = () =>
		stage.simulator.requests.map(({ body }) => {
			const { send_request_no } = JSON.parse(body.toString()) as { send_request_no: string };
			return send_request_no;
		});

	async function execute(workflow: Workflow) {
		const { id, name, type } = stage.credential;
		const nodes = workflow.nodes.map((node, index) => ({
			...node,
			position: [index * 200, 0],
			...(node.type === nodeType && { credentials: { [type]: { id, name } } }),
		}));
		await stage.instance.importWorkflows({ ...workflow, nodes });
		return await stage.instance.execute(workflow.id);
	}

	test('each round of a loop has its own, though each sends for item 0', async () => {
		const loop = {
			name: 'Loop',
			type: 'n8n-nodes-base.splitInBatches',
			typeVersion: 3,
			parameters: { batchSize: 1, options: {} },
		};
		const send = {
			name: 'Send',
			type: nodeType,
			typeVersion: 1,
			parameters: sending('={{ $json.openid }}'),
		};
		const workflow = chain('loop-1', [start, list(USERS), split, loop, send], {
			Loop: { main: [[], [{ node: 'Send', type: 'main', index: 0 }]] },
			Send: to('Loop'),
		});
		const execution = await execute(workflow);
		expect(new Set(sent()).size).toBe(3);
		expect(USERS.map((user) => stage.simulator.shop.userProductCoupons(user).length)).toEqual([
			1, 1, 1,
		]);
		expect(execution.items('Send').map(({ json }) => json.send_request_no)).toEqual(sent());
	});

	test("n8n's Retry On Fail keeps the number, so that a lost answer sends nothing twice", async () => {
		const send = {
			name: 'Send',
			type: nodeType,
			typeVersion: 1,
			parameters: sending('={{ $json.openid }}', { maxRetries: 0 }),
			retryOnFail: true,
			maxTries: 2,
			waitBetweenTries: 100,
		};
		stage.simulator.misbehave({ kind: 'resetAfterWork' });
		const [user] = USERS as [string];
		await execute(chain('retry-1', [start, list([user]), split, send]));
		const [first, second, ...others] = sent();
		expect(second).toBe(first);
		expect(others).toEqual([]);
		expect(stage.simulator.shop.userProductCoupons(user)).toHaveLength(1);
	});

	describe('the Retry button of a failed execution', () => {
		let server: Server;

		beforeAll(async () => {
			server = await stage.instance.startServer();
		}, SETUP_LIMIT);

		afterAll(async () => await server?.stop());

		test('sends nothing twice', async () => {
			const webhook = {
				name: 'Start',
				type: 'n8n-nodes-base.webhook',
				typeVersion: 2,
				webhookId: 'retried-sending',
				parameters: { path: 'retried-sending', httpMethod: 'POST', responseMode: 'lastNode' },
			};
			const { id, name, type } = stage.credential;
			const send = {
				name: 'Send',
				type: nodeType,
				typeVersion: 1,
				parameters: sending('={{ $json.openid }}'),
				credentials: { [type]: { id, name } },
			};
			const { nodes, ...workflow } = chain('retried', [webhook, list(USERS), split, send]);
			const rest = new Rest(server.url);
			await rest.setUpOwner();
			await rest.publish({
				...workflow,
				nodes: nodes.map((node, index) => ({ ...node, position: [index * 200, 0] })),
			});
			stage.simulator.misbehave(
				{ kind: 'status', status: 403, code: 'RULE_LIMIT', message: '用户领取券张数已达上限' },
				{ method: 'POST', skip: 2 },
			);
			const url = `${server.url}/webhook/retried-sending`;
			await eventually(async () => {
				expect((await fetch(url, { method: 'POST' })).status).not.toBe(404);
			});
			await eventually(async () => expect((await rest.executions())[0]).toBe('error'));
			const before = sent();
			await rest.retryNewest();
			await eventually(async () => expect((await rest.executions())[0]).toBe('success'));
			expect(USERS.map((user) => stage.simulator.shop.userProductCoupons(user).length)).toEqual([
				1, 1, 1,
			]);
			expect(new Set(sent().slice(before.length))).toEqual(new Set(before));
		});
	});

	describe('an AI agent', () => {
		let model: ChatModelService;

		beforeAll(async () => {
			model = await startChatModelService('Get_Merchant_Coupon_Stock', { openid: OPENID }, 2);
		});

		afterAll(async () => await model?.close());

		test('that calls the tool twice uses two', async () => {
			const credential: Credential = {
				id: 'chat-model',
				name: 'Chat model',
				type: 'openAiApi',
				data: { apiKey: 'none', url: model.url },
			};
			await stage.instance.importCredential(credential);
			const example = await readExampleWorkflow('ai-agent-coupon-assistant', {}, stage.credential);
			const tool = sending("={{ $fromAI('openid', 'OpenID of the user', 'string') }}");
			const words = { descriptionType: 'manual', toolDescription: 'Sends a coupon to a user' };
			const workflow = withNodes(withoutPeople(example, credential), {
				'Get Merchant Coupon Stock': { parameters: { ...tool, ...words } },
			});
			await stage.instance.importWorkflows(workflow);
			await stage.instance.execute(workflow.id);
			expect(new Set(sent()).size).toBe(2);
			expect(sent()).toHaveLength(2);
			expect(stage.simulator.shop.userProductCoupons(OPENID)).toHaveLength(2);
		});
	});
});
