import { get, post, type EndpointAt, type Operation } from '../../../marketing/operation/page.ts';
import type { Resource } from '../../../marketing/operation/resource.ts';
import { single } from '../../../marketing/operation/single.ts';
import type { Parameter } from '../../../marketing/parameters/parameter.ts';

function operation(
	endpoint: EndpointAt<'/v3/things'>,
	name: string,
	parameters: readonly Parameter[],
): Operation {
	const words = { name, action: `${name} thing`, description: `${name} a thing` };
	return single({ ...words, endpoint, parameters });
}

/** An operation that reads and one that writes, as pages make them. */
export const reading = (name: string, ...parameters: readonly Parameter[]): Operation =>
	operation(get('/v3/things', {}), name, parameters);
export const writing = (name: string, ...parameters: readonly Parameter[]): Operation =>
	operation(post('/v3/things', {}), name, parameters);

/** A resource that there is not. */
export const resource = (value: string, ...operations: readonly Operation[]): Resource => ({
	name: value,
	shortName: value,
	value,
	description: '',
	defaultOperation: operations[0]?.value ?? '',
	operations,
});
