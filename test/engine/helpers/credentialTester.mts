import { jest } from '@jest/globals';
import { ExecuteContext, RoutingNode } from 'n8n-core';
import {
	createRunExecutionData,
	Workflow,
	type INode,
	type INodeProperties,
	type INodeType,
} from 'n8n-workflow';
import { additionalDataFor, credentialType, facesOf, type AnyCredential } from './engine.mts';

/** What n8n compares by; it has no types of its own. */
const get = jest.requireActual<(from: unknown, path: string) => unknown>('lodash/get');

/** What n8n shows under a credential. */
export interface TestResult {
	status: 'OK' | 'Error';
	message: string;
}

/**
 * Tests a credential as the server of n8n does (`credentials-tester.service`, which is part of no library): the
 * request of the credential's test becomes the routing of a node without parameters, n8n's own RoutingNode
 * makes it, and each rule compares one member of the answer.
 *
 * @throws what n8n's server shows when an answer is not even that
 */
export async function testCredential(values: AnyCredential): Promise<TestResult> {
	const type = await credentialType(facesOf(values).credential);
	const { request, rules = [] } = type.test!;
	const property: INodeProperties = {
		displayName: 'Temp',
		name: 'temp',
		type: 'string',
		routing: { request },
		default: '',
	};
	const nodeType: INodeType = {
		description: {
			displayName: 'No Operation',
			name: 'noOp',
			group: [],
			version: 1,
			description: '',
			defaults: {},
			inputs: ['main'],
			outputs: ['main'],
			credentials: [{ name: type.name, required: true }],
			properties: [property],
		},
	};
	const node: INode = {
		id: 'temp',
		name: 'Temp-Node',
		parameters: {},
		position: [0, 0],
		type: 'noOp',
		typeVersion: 1,
		credentials: { [type.name]: { id: '1', name: 'WeChat Pay' } },
	};
	const nodeTypes = {
		getByName: () => nodeType,
		getByNameAndVersion: () => nodeType,
		getKnownTypes: () => ({}),
	};
	const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
	const context = new ExecuteContext(
		workflow,
		node,
		additionalDataFor(values),
		'internal',
		createRunExecutionData(),
		0,
		[],
		{ main: [[{ json: {} }]] },
		{ node, data: {}, source: null },
		[],
	);
	const decrypted = { id: '1', name: 'WeChat Pay', type: type.name, data: { ...values } };
	let response;
	try {
		response = await new RoutingNode(context, nodeType, decrypted).runNode();
	} catch (error) {
		return { status: 'Error', message: (error as Error).message };
	}
	const answer = response![0]![0]!.json;
	const broken = rules.find(
		({ type: kind, properties }) =>
			kind === 'responseSuccessBody' && get(answer, properties.key) === properties.value,
	);
	if (broken) return { status: 'Error', message: broken.properties.message };
	return { status: 'OK', message: 'Connection successful!' };
}
