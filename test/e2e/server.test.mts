import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Stage } from '../../scripts/examples/stage.mts';
import { GENERATIONS } from '../../scripts/n8n/generation.mts';
import { Rest, type CredentialTestResult } from '../../scripts/n8n/rest.mts';
import type { Server } from '../../scripts/n8n/server.mts';
import { credentialType, nodeType } from '../../scripts/project.mts';
import { newKeyPair, type CredentialValues } from '../simulator/credential.mts';
import { exampleWorkflows } from './exampleWorkflows.mts';
import { SETUP_LIMIT, setTestStage } from './testStage.mts';
import { unknownParameters } from './unknownParameters.mts';

describe.each(GENERATIONS)('the server of n8n %s', (generation) => {
	let stage: Stage;
	let server: Server;
	let rest: Rest;

	beforeAll(async () => {
		stage = await setTestStage({ generation });
		server = await stage.instance.startServer();
		rest = new Rest(server.url);
		await rest.setUpOwner();
	}, SETUP_LIMIT);

	afterAll(async () => {
		await server?.stop();
		await stage?.close();
	});

	test('serves the node to the editor', async () => {
		const types = await rest.nodeTypes();
		expect(types.filter(({ name }) => name === nodeType)).toMatchObject([
			{ displayName: 'WeChat Pay Marketing' },
		]);
	});

	test('serves the credential to the editor', async () => {
		const types = await rest.credentialTypes();
		expect(types.filter(({ name }) => name === credentialType)).toMatchObject([
			{ displayName: 'WeChat Pay Marketing API' },
		]);
	});

	test.each(exampleWorkflows())('takes examples/$file as it is', async ({ workflow }) => {
		const types = await rest.nodeTypes();
		const problems = workflow.nodes.flatMap((node) => {
			const type = types.find(
				({ name, version }) => name === node.type && [version].flat().includes(node.typeVersion),
			);
			if (!type) return [`no ${node.type} ${node.typeVersion}`];
			return unknownParameters(node, type).map((path) => `${node.name} has no ${path}`);
		});
		expect(problems).toEqual([]);

		const stored = await rest.createWorkflow(workflow);
		expect(stored.nodes).toMatchObject(workflow.nodes);
		expect(stored.connections).toEqual(workflow.connections);
	});

	describe('tests a credential', () => {
		const testWith = async (values: Partial<CredentialValues>): Promise<CredentialTestResult> => {
			stage.simulator.reset();
			const data = { ...stage.simulator.credential, ...values };
			return await rest.testCredential({ ...stage.credential, data });
		};

		test('that is right', async () => {
			expect(await testWith({})).toMatchObject({ status: 'OK' });
			expect(stage.simulator.requests).toMatchObject([{ signature: 'valid' }]);
		});

		test('with the private key of somebody else', async () => {
			const { privateKey } = await newKeyPair();
			const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
			expect(await testWith({ privateKey: pem })).toEqual({
				status: 'Error',
				message: expect.stringMatching(/Merchant Private Key.*Serial Number.*belong together/),
			});
		});

		test('with the serial number of another certificate', async () => {
			expect(await testWith({ serialNo: 'AB'.repeat(20) })).toEqual({
				status: 'Error',
				message: expect.stringContaining('Merchant API Certificate Serial Number'),
			});
		});

		test('with something that is no key, before any call', async () => {
			const { publicKey } = stage.simulator.credential;
			expect(await testWith({ privateKey: publicKey })).toEqual({
				status: 'Error',
				message: expect.stringContaining('Merchant Private Key'),
			});
			expect(stage.simulator.requests).toEqual([]);
		});
	});
});
