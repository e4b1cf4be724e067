import { type Operation } from '../api/operations.mts';
import { decodePathValue } from '../api/requestValues.mts';

interface Route {
	operation: Operation;
	/** The placeholders of the path, decoded; throws PARAM_ERROR for bad escapes. */
	path(): Record<string, string>;
}

/**
 * The operation of a method and a raw path. The path is matched before it is decoded, so that an
 * ID may hold a slash.
 */
export function findRoute(
	operations: readonly Operation[],
	method: string,
	rawPath: string,
): Route | undefined {
	const segments = rawPath.split('/');
	const fitting = operations.filter((operation) => {
		const pattern = operation.path.split('/');
		return (
			operation.method === method &&
			pattern.length === segments.length &&
			pattern.every((part, index) =>
				part.startsWith('{') ? segments[index] !== '' : part === segments[index],
			)
		);
	});
	// The one with the fewest placeholders: /coupons/send before /coupons/{card_id}.
	const [operation] = fitting.sort((one, other) => placeholders(one) - placeholders(other));
	return operation && { operation, path: () => pathValues(operation.path.split('/'), segments) };
}

const placeholders = ({ path }: Operation) => path.split('{').length;

function pathValues(pattern: string[], segments: string[]): Record<string, string> {
	return Object.fromEntries(
		pattern.flatMap((part, index) => {
			if (!part.startsWith('{')) return [];
			const name = part.slice(1, -1);
			return [[name, decodePathValue(name, segments[index]!)]];
		}),
	);
}
