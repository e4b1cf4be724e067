import type { NodeHint } from 'n8n-workflow';
import type { Resource } from '../operation/resource';

/** What is told before the run of an operation that takes away, sends or pays: what its page says. */
export function runHints(resources: readonly Resource[]): NodeHint[] {
	return resources.flatMap(({ value: resource, operations }) =>
		operations.flatMap(({ value, hint }) =>
			hint === undefined
				? []
				: [
						{
							message: hint,
							displayCondition: `={{ $parameter["resource"] === "${resource}" && $parameter["operation"] === "${value}" }}`,
							whenToDisplay: 'beforeExecution' as const,
							location: 'outputPane' as const,
						},
					],
		),
	);
}
