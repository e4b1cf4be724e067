import { expect, test } from '@jest/globals';
import { NodeOperationError, type INode } from 'n8n-workflow';
import { refusedCall } from '../../../../marketing/transport/send.ts';
import {
	activationError,
	failedActivation,
} from '../../../../marketing/trigger/activationError.ts';
import { merchantWords } from '../../../../marketing/words/merchant.ts';

const node = { name: 'Trigger', type: 'weChatPayMarketingTrigger' } as INode;

test('says what happened and what to do in its message, for n8n shows nothing else', () => {
	expect(activationError(node, 'There is no address', 'Set one.').message).toBe(
		'There is no address. Set one.',
	);
});

test('n8n 1 never tries again after the name of the header, so it is not in a message', () => {
	const message = 'Http头Authorization中的timestamp与发起请求的时间不得超过5分钟';
	const refusal = refusedCall(
		merchantWords,
		{ status: 401, code: 'SIGN_ERROR', message, requestId: '' },
		{},
	);
	const { message: told } = failedActivation(node, refusal);
	expect(told).toContain('SIGN_ERROR');
	expect(told).toContain(refusal.remedy);
	expect(told).not.toContain('Authorization');
	expect(told).toContain('authorization');
});

test('what says itself what to do stays as it is; anything else is told in its own words', () => {
	const own = activationError(node, 'There is no address', 'Set one.');
	expect(failedActivation(node, own)).toBe(own);
	const other = failedActivation(node, new Error('Something else'));
	expect(other).toBeInstanceOf(NodeOperationError);
	expect(other.message).toBe('Something else');
});
