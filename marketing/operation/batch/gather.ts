import { sleep } from 'n8n-workflow';
import type { Member } from '../../parameters/readList';
import type { CallsOf } from '../../items/calls';
import type { Fields } from '../../items/fields';
import type { Values } from '../../items/placement';
import { dryRun } from '../../items/settings';
import { newGroup, type Group } from './group';
import type { Batch } from './page';
import { sendWaiting } from './send';

/** The members that an input item asks for, with their group. */
export interface ReadInput {
	fields: Fields;
	group: Group;
	members: Member[];
}

/** An input item with which nothing can be done. */
export interface UnreadInput {
	fields: Fields;
	error: Error;
	/** as far as they can be read */
	members: Member[];
}

export type Reading = ReadInput | UnreadInput;

/** The groups of a batch, found while its input items are read. */
export class Gathering {
	readonly groups = new Map<string, Group>();

	constructor(
		private readonly batch: Batch,
		private readonly callsOf: CallsOf,
	) {}

	/** @returns the group of an input item, and what it asks for */
	async read(fields: Fields): Promise<Reading> {
		let members: Member[] = [];
		try {
			members = fields.required(this.batch.members);
			const ids = await fields.values(this.batch.ids);
			return { fields, group: await this.groupOf(fields, ids), members };
		} catch (error) {
			return { fields, error: error as Error, members };
		}
	}

	private async groupOf(fields: Fields, ids: Values): Promise<Group> {
		const { requestNumber, alreadyIsFailure } = this.batch;
		const isDryRun = fields.read(dryRun) ?? false;
		const alreadyFails = alreadyIsFailure?.(fields) ?? false;
		const number = requestNumber && fields.read(requestNumber);
		const calls = this.callsOf(fields);
		const options = [isDryRun, alreadyFails, number, calls.settings];
		// A call is signed by one merchant, and the credential may be another one for every item.
		const key = JSON.stringify([ids, options, await fields.merchantId()]);
		const numberOf = requestNumber && fields.requestNumbers(requestNumber);
		const group =
			this.groups.get(key) ?? newGroup({ ids, calls, numberOf, isDryRun, alreadyFails });
		this.groups.set(key, group);
		return group;
	}
}

/** Reads the input items one after the other and sends a call as soon as it is full. */
export async function readAndSend(
	batch: Batch,
	inputs: readonly Fields[],
	gathering: Gathering,
): Promise<Reading[]> {
	const readings: Reading[] = [];
	const calls: Promise<void>[] = [];
	for (const fields of inputs) {
		const reading = await gathering.read(fields);
		readings.push(reading);
		if ('error' in reading) continue;
		const { group } = reading;
		for (const member of reading.members) {
			if (!('value' in member) || group.members.has(member.value)) continue;
			group.members.add(member.value);
			if (group.isDryRun) continue;
			group.waiting.push(member.value);
			if (group.waiting.length < batch.atMost) continue;
			calls.push(sendWaiting(batch, group));
			// n8n works out thousands of expressions without a pause; calls get on in pauses only.
			await sleep(0);
		}
	}
	for (const group of gathering.groups.values()) {
		if (group.waiting.length > 0) calls.push(sendWaiting(batch, group));
	}
	await Promise.all(calls);
	return readings;
}
