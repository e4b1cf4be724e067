import type { IDataObject } from 'n8n-workflow';
import type { Change } from '../../operation/change';
import type { Calls } from '../../items/calls';
import { picked, type Values } from '../../items/placement';
import { valueAt } from '../../parameters/nesting';
import { CallError } from '../../transport/callError';
import { addressCode, addressDetail, storeReferenceId } from './details';
import { get } from './get';
import { getAll } from './getAll';
import { recipientMerchantId } from './recipient';

const LOOK = 'a look at the store';

async function storeOf(calls: Calls, values: Values): Promise<IDataObject> {
	return (await calls.call(get, picked(values, get.parameters) as Values)).data;
}

/**
 * A change of the state of a store.
 *
 * @param as what it is called
 * @param state the state that the store has then
 */
export function stateChange(as: string, state: string): Change {
	return {
		as,
		look: LOOK,
		isSo: async (calls, values) => (await storeOf(calls, values)).store_state === state,
	};
}

/** That a store is gone: WeChat Pay knows it no longer. */
export const deletion: Change = {
	as: 'deleted',
	look: LOOK,
	isToldByRefusal: true,
	async isSo(calls, values) {
		let failure: unknown;
		try {
			await storeOf(calls, values);
			return false;
		} catch (error) {
			failure = error;
		}
		return failure instanceof CallError && failure.condition === 'notFound' ? true : undefined;
	},
};

/** By these a store is known again that was created. */
const SAME = [storeReferenceId, addressCode, addressDetail].map(({ wire }) => wire);

/** That a store was created: exactly one has its own number and its address. A list that has none is too early. */
export const creation: Change = {
	as: 'created',
	look: 'the list of stores',
	believesRefusal: true,
	async isSo(calls, values) {
		if (values[storeReferenceId.wire] === undefined) return undefined;
		const found: IDataObject[] = [];
		const ofBrand = picked(values, getAll.parameters) as Values;
		for await (const { entries } of getAll.entries(calls, ofBrand)) {
			const same = (store: IDataObject) =>
				SAME.every((wire) => valueAt(store, wire) === values[wire]);
			found.push(...entries.filter(same));
		}
		return found.length === 1 ? found[0] : undefined;
	},
};

/** @returns how a merchant is bound to a store; `undefined` when it is not */
async function recipientState(calls: Calls, values: Values): Promise<unknown> {
	const { store_recipient } = await storeOf(calls, values);
	const recipients = (store_recipient ?? []) as IDataObject[];
	const wanted = values[recipientMerchantId.wire];
	return recipients.find(({ mchid }) => mchid === wanted)?.recipient_state;
}

/** That a merchant may receive the payments of a store, once its administrator has agreed. */
export const binding: Change = {
	as: 'bound',
	look: LOOK,
	async isSo(calls, values) {
		const state = await recipientState(calls, values);
		return state === 'CONFIRMED' || state === 'CONFIRMING';
	},
};

/** That a merchant may not. */
export const unbinding: Change = {
	as: 'unbound',
	look: LOOK,
	believesRefusal: true,
	isSo: async (calls, values) => (await recipientState(calls, values)) === undefined,
};
