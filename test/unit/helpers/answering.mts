import type { IDataObject } from 'n8n-workflow';
import type { Calls, CallsOf } from '../../../marketing/items/calls.ts';
import type { Values } from '../../../marketing/items/placement.ts';
import type { CallBody } from '../../../marketing/transport/endpoint.ts';

/**
 * Stands in for what calls WeChat Pay.
 *
 * @param answer to the values of a call; an error that it returns is thrown
 * @returns the calls of an execution, and what was called
 */
export function answering(answer: (values: Values) => IDataObject | Error): {
	callsOf: CallsOf;
	called: Values[];
	bodies: Array<CallBody | undefined>;
} {
	const called: Values[] = [];
	const bodies: Array<CallBody | undefined> = [];
	const calls: Pick<Calls, 'call'> = {
		async call(_, values, body) {
			called.push(values);
			bodies.push(body);
			const data = answer(values);
			if (data instanceof Error) throw data;
			return { data, requestId: 'request-1', wasRepeatedBlindly: false };
		},
	};
	return { callsOf: () => calls as Calls, called, bodies };
}
