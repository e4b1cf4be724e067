import type { INodeParameters } from 'n8n-workflow';
import type { Fault } from '../../simulator/index.mts';

/**
 * The Timeout option for a run with this fault: short only where no answer comes, and even then long
 * enough for every call that is answered.
 */
export function timeoutFor({ kind }: Fault): INodeParameters {
	return kind.startsWith('neverAnswer') ? { timeout: 1000 } : {};
}
