import { get, post, type Operation } from '../../../marketing/operation/page.ts';
import type { Resource } from '../../../marketing/operation/resource.ts';
import { single } from '../../../marketing/operation/single.ts';
import type { Parameter } from '../../../marketing/parameters/parameter.ts';

const wordsOf = (name: string) => ({ name, action: `${name} thing`, description: `${name} it` });

/** An operation that reads, as a page makes it. */
export const reading = (name: string, ...parameters: readonly Parameter[]): Operation =>
	single({ ...wordsOf(name), endpoint: get('/v3/things', {}), parameters });

/** An operation that writes. */
export const writing = (name: string, ...parameters: readonly Parameter[]): Operation =>
	single({ ...wordsOf(name), endpoint: post('/v3/things', {}), parameters, setsState: true });

/** A resource that there is not. */
export const resource = (value: string, ...operations: readonly Operation[]): Resource => ({
	name: value,
	shortName: value,
	value,
	description: '',
	defaultOperation: operations[0]?.value ?? '',
	operations,
});
