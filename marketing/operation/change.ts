import type { IDataObject } from 'n8n-workflow';
import type { CallAnswer } from '../transport/session';
import { needsLookUp, notDoneAfterAll } from '../items/lookUp';
import type { Calls } from '../items/calls';
import type { Values } from '../items/placement';

/** A change that can be seen afterwards, so that nothing depends on what was said to the call. */
export interface Change {
	/** what the output says under `change` when the call changed something */
	as: string;
	/** what is looked at, for messages */
	look: string;
	/** a refusal is believed, so that only a lost answer is settled by a look */
	believesRefusal?: true;
	/** the look is told by a refusal, which nobody signs, so that it says nothing after an answer that is not verified */
	isToldByRefusal?: true;
	/**
	 * Whether it is as it is wanted to be; `undefined` when what was read does not say it. An object is that it is,
	 * and what comes out in place of the answer.
	 *
	 * @throws CallError when nothing can be read
	 */
	isSo(calls: Calls, values: Values): Promise<boolean | IDataObject | undefined>;
}

async function seen(
	change: Change,
	calls: Calls,
	values: Values,
): Promise<boolean | IDataObject | undefined> {
	try {
		return await change.isSo(calls.looks, values);
	} catch {
		return undefined;
	}
}

/**
 * Makes a call that changes something. When it is refused, or its answer is lost, a look tells how things are.
 *
 * @param call makes it
 * @param ids what comes out in place of an answer that is empty, or that did not come when a look shows that there
 * is nothing left to do
 * @returns the answer, with `change`: what the call did, `none` when it was so before, or `unknown` when it is so
 * after a lost answer, which this call may have done or somebody before it
 * @throws CallError when it was not done, or when that is not known
 */
export async function confirmedByLook(
	change: Change,
	calls: Calls,
	{ values, ids, call }: { values: Values; ids: IDataObject; call: () => Promise<CallAnswer> },
): Promise<IDataObject> {
	let failure: unknown;
	try {
		const { data } = await call();
		const isEmpty = Object.keys(data).length === 0;
		return { ...(isEmpty ? { ...ids, success: true } : data), change: change.as };
	} catch (error) {
		failure = error;
	}
	if (!needsLookUp(failure)) throw failure;
	if (change.believesRefusal && failure.outcome === 'refused') throw failure;
	if (change.isToldByRefusal && failure.condition === 'unverified') throw failure;
	const isSo = await seen(change, calls, values);
	if (isSo === undefined) throw failure;
	if (!isSo) throw notDoneAfterAll(failure, change.look);
	const there = isSo === true ? ids : isSo;
	return { ...there, change: failure.outcome === 'unknown' ? 'unknown' : 'none' };
}
