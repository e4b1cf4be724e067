import { ExpressionError, NodeOperationError, UserError } from 'n8n-workflow';
import { withoutPersons } from '../../wechatpay/persons';
import { TargetError } from '../../wechatpay/requestTarget';
import { CredentialError } from '../words/credential';
import { BASE_URL } from '../words/labels';
import { NotSignedError } from '../words/requests';
import { CallError } from './callError';
import { CONDITIONS } from './conditions';

/** A call that was not made any more, because the execution was cancelled. */
export function cancelledCall(): CallError {
	const { meaning, remedy } = CONDITIONS.cancelledBefore.words;
	return new CallError(meaning, {
		condition: 'cancelledBefore',
		code: 'ERR_CANCELED',
		remedy: `${remedy}.`,
	});
}

/** A call whose turn did not come as long as somebody waited for it. It is not worth another try at once. */
export function withoutTurn(): CallError {
	return new CallError(
		'The call was not sent, because its turn did not come in time: the quota of these calls is used up for now',
		{
			condition: 'tooMany',
			code: 'NO_TURN',
			remedy: 'Try again in some minutes, or when other workflows and systems call less.',
			outcome: 'notSent',
			retryAfter: Infinity,
		},
	);
}

/** n8n's request helper wraps what kept it from sending. */
function rootOf(thrown: unknown): unknown {
	const cause = thrown instanceof Error ? thrown.cause : undefined;
	return cause instanceof Error ? cause : thrown;
}

/** @returns the words of what was thrown, mostly n8n's, without the full stop, for a sentence of ours */
export function wordsOf(thrown: unknown): string {
	const words = thrown instanceof Error ? thrown.message : String(thrown);
	return withoutPersons(words.replace(/\.\s*$/, ''));
}

/** What is known to stay as it is however often it is tried. */
function lasting(error: unknown): CallError | undefined {
	if (error instanceof CredentialError) {
		const { complaint, remedy } = error;
		return new CallError(complaint, {
			condition: 'badCredential',
			code: 'CREDENTIAL_INVALID',
			remedy,
		});
	}
	if (error instanceof TargetError) {
		return new CallError(error.message, {
			condition: 'unsendable',
			code: 'INVALID_INPUT',
			remedy: 'Correct the value; nothing was sent.',
		});
	}
	if (error instanceof NotSignedError) {
		return new CallError(`The call was not sent, because it cannot be signed: ${wordsOf(error)}`, {
			condition: 'unsendable',
			code: 'NOT_SIGNED',
			remedy: `Check ${BASE_URL} in the credential.`,
		});
	}
	return undefined;
}

/** n8n tells conditions that only the user can change by these. */
function isOfUser(error: unknown): boolean {
	return [ExpressionError, NodeOperationError, UserError].some((type) => error instanceof type);
}

/** @param thrown what n8n's request helper threw before anything left n8n */
export function beforeSending(thrown: unknown): CallError {
	const root = rootOf(thrown);
	return (
		lasting(root) ??
		new CallError(`The call was not sent: ${wordsOf(root)}`, {
			condition: 'notSent',
			code: 'NOT_SENT',
			remedy: 'Nothing reached WeChat Pay. Run the workflow again.',
		})
	);
}

/** @param thrown what kept n8n from giving out the credential, or what is wrong with it */
export function withoutCredential(thrown: unknown): CallError {
	const known = lasting(thrown);
	if (known) return known;
	const message = `The call was not sent, because the credential could not be read: ${wordsOf(thrown)}`;
	if (isOfUser(thrown)) {
		return new CallError(message, {
			condition: 'badCredential',
			code: 'CREDENTIAL_UNREADABLE',
			remedy:
				'Choose a credential in the node that is still there, and check the expressions in its fields.',
		});
	}
	return new CallError(message, {
		condition: 'notSent',
		code: 'NOT_SENT',
		remedy: 'Nothing reached WeChat Pay. Check the database of n8n, then run the workflow again.',
	});
}
