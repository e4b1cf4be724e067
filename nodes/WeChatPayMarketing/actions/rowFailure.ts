import type { IDataObject } from 'n8n-workflow';
import { CallError } from '../transport/callError';
import type { RowFailure } from './operation';

/**
 * @param error what kept the row from its result
 * @param which values that tell the user which row it is, under WeChat Pay's names
 */
export function rowFailure(error: Error, which: IDataObject): RowFailure {
	const answer =
		error instanceof CallError
			? { code: error.code, message: error.reason, request_id: error.requestId }
			: { code: 'INVALID_INPUT', message: error.message, request_id: '' };
	return { error, details: { ...which, ...answer } };
}
