import { ExpressionError, NodeOperationError, UserError } from 'n8n-workflow';
import { CredentialError } from '../../wechatpay/credential';
import { TargetError } from '../../wechatpay/requestTarget';
import { UnsignableRequestError } from '../../wechatpay/signedOptions';
import type { Explanation } from '../words/told';
import { unsentCall, type CallError } from './callError';
import { NOT_SENT } from './retryDecision';

/** n8n's request helper wraps what kept it from sending. */
function rootOf(thrown: unknown): unknown {
	const cause = thrown instanceof Error ? thrown.cause : undefined;
	return cause instanceof Error ? cause : thrown;
}

/** n8n's own words without the full stop, for a sentence of ours. */
function wordsOf(thrown: unknown): string {
	const words = thrown instanceof Error ? thrown.message : String(thrown);
	return words.replace(/\.\s*$/, '');
}

/** What is known to stay as it is however often it is tried. */
function lasting(error: unknown): CallError | undefined {
	if (error instanceof CredentialError) {
		const told: Explanation = { meaning: error.complaint, remedy: error.remedy };
		return unsentCall('CREDENTIAL_INVALID', told, 'credential-invalid');
	}
	if (error instanceof TargetError) {
		return unsentCall('INVALID_INPUT', {
			meaning: error.message,
			remedy: 'Correct the value; nothing was sent.',
		});
	}
	if (error instanceof UnsignableRequestError) {
		return unsentCall('NOT_SIGNED', {
			meaning: `The call was not sent, because it cannot be signed: ${wordsOf(error)}`,
			remedy: 'Check API Base URL in the credential.',
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
		unsentCall(NOT_SENT, {
			meaning: `The call was not sent: ${wordsOf(root)}`,
			remedy: 'Nothing reached WeChat Pay. Run the workflow again.',
		})
	);
}

/** @param thrown what kept n8n from giving out the credential, or what is wrong with it */
export function withoutCredential(thrown: unknown): CallError {
	const known = lasting(thrown);
	if (known) return known;
	const meaning = `The call was not sent, because the credential could not be read: ${wordsOf(thrown)}`;
	if (!isOfUser(thrown)) {
		const remedy =
			'Nothing reached WeChat Pay. Check the database of n8n, then run the workflow again.';
		return unsentCall(NOT_SENT, { meaning, remedy });
	}
	const remedy =
		'Choose a credential in the node that is still there, and check the expressions in its fields.';
	return unsentCall('CREDENTIAL_UNREADABLE', { meaning, remedy }, 'credential-invalid');
}
