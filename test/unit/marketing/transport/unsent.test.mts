import { describe, expect, test } from '@jest/globals';
import { ExpressionError, NodeOperationError, UserError, type INode } from 'n8n-workflow';
import {
	beforeSending,
	cancelledCall,
	withoutCredential,
} from '../../../../marketing/transport/unsent.ts';
import { CredentialError } from '../../../../marketing/words/credential.ts';
import { NotSignedError } from '../../../../marketing/words/requests.ts';
import { TargetError } from '../../../../wechatpay/requestTarget.ts';

/** n8n's request helper wraps what kept it from sending. */
const wrapped = (cause: Error): Error => Object.assign(new Error('n8n says something'), { cause });

const credentialError = new CredentialError(
	'Merchant ID in the credential is empty',
	'Fill it in.',
);
const ofCredential = {
	condition: 'badCredential',
	outcome: 'notSent',
	code: 'CREDENTIAL_INVALID',
	remedy: 'Fill it in.',
};

describe('before sending', () => {
	test.each([credentialError, wrapped(credentialError)])('a field of the credential', (error) => {
		expect(beforeSending(error)).toMatchObject(ofCredential);
	});

	test('a value that cannot be sent', () => {
		expect(beforeSending(new TargetError('id', 'is empty'))).toMatchObject({
			condition: 'unsendable',
			code: 'INVALID_INPUT',
			message: 'The value of id is empty',
		});
	});

	test('a request that cannot be signed', () => {
		expect(beforeSending(wrapped(new NotSignedError('no host.')))).toMatchObject({
			condition: 'unsendable',
			code: 'NOT_SIGNED',
			message: 'The call was not sent, because it cannot be signed: no host',
		});
	});

	test.each<[unknown, string]>([
		[wrapped(new Error('boom.')), 'The call was not sent: boom'],
		[new Error('boom'), 'The call was not sent: boom'],
		['boom', 'The call was not sent: boom'],
	])('anything else may pass: %p', (error, message) => {
		expect(beforeSending(error)).toMatchObject({
			condition: 'notSent',
			outcome: 'notSent',
			code: 'NOT_SENT',
			message,
			reason: message,
		});
	});
});

describe('without the credential', () => {
	test('a field of it is wrong', () => {
		expect(withoutCredential(credentialError)).toMatchObject(ofCredential);
	});

	test.each([
		new UserError('It does not exist.'),
		new ExpressionError('It does not exist.'),
		new NodeOperationError({ name: 'WeChat Pay' } as INode, 'It does not exist.'),
	])('only the user can help, case %#', (error) => {
		expect(withoutCredential(error)).toMatchObject({
			condition: 'badCredential',
			outcome: 'notSent',
			code: 'CREDENTIAL_UNREADABLE',
			message: 'The call was not sent, because the credential could not be read: It does not exist',
			remedy: expect.stringContaining('Choose a credential'),
		});
	});

	test('the database is away for now', () => {
		expect(withoutCredential(new Error('SQLITE_BUSY: database is locked'))).toMatchObject({
			condition: 'notSent',
			code: 'NOT_SENT',
			remedy: expect.stringContaining('the database of n8n'),
		});
	});
});

test('cancelled before the call was made', () => {
	expect(cancelledCall()).toMatchObject({
		condition: 'cancelledBefore',
		outcome: 'notSent',
		code: 'ERR_CANCELED',
		message: 'The execution was cancelled before the call was made',
		remedy: 'Run the workflow again when it is to go on.',
	});
});
