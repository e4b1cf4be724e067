import type { Parameter } from '../../parameters/parameter';
import type { Member } from '../../parameters/readList';
import { InputError, shown } from '../../parameters/inputError';
import { valueAt } from '../../parameters/nesting';
import { unexpectedAnswer } from '../../transport/attempt';
import { CallError } from '../../transport/callError';
import type { Calls, CallsOf } from '../../items/calls';
import type { Fields } from '../../items/fields';
import { picked, type Values } from '../../items/placement';
import type { ListOperation } from '../list';
import { Directory } from './directory';

/** The list of all members that there are, in which those that are given can be looked up. */
export interface KnownList {
	/** what it is asked for is among the IDs that all members of a call share */
	list: ListOperation;
	/** the field that says whether members are given by numbers of their owner's own, and how it says so */
	kind: Parameter<string, true, string>;
	ownKind: string;
	/** the field of the members, read as such numbers */
	numbers: Parameter<string, true, Member[]>;
	/** where an entry of the list has its number, and what rows call it */
	numberPath: string;
	numberId: string;
	/** the option that has IDs looked up, too */
	check: Parameter<string, false, boolean>;
	/** singular and plural of what a member is, and whose it is */
	words: { one: string; many: string; owner: string };
}

/** A member that an input item asks for, and the number by which it was given when that is none of WeChat Pay's. */
export type Asked = Member & { number?: string };

/** What is known of the members of a batch. */
interface Looking {
	known?: KnownList;
	/** the field of the members, and what one is called in the list and in rows */
	members: Parameter<string, true, Member[]>;
	memberId: string;
}

/** The fields in which members are given. */
export function memberFields({ known, members }: Pick<Looking, 'known' | 'members'>): Parameter[] {
	return known ? [known.kind, members] : [members];
}

/** The options about looking them up. */
export function lookUpSettings({ known }: Pick<Looking, 'known'>): Parameter[] {
	return known ? [known.check] : [];
}

/** What is told when the list could not be read, or has nothing: nothing can be looked up, and nothing is sent. */
function notListed({ words }: KnownList, failure: CallError): CallError {
	return new CallError(
		`Nothing was sent, because the list of the ${words.many} of the ${words.owner} could not be read: ${failure.message}`,
		{ ...failure, outcome: 'notSent' },
	);
}

/** @throws CallError, not sent, when the list cannot be read as a whole, or has nothing, or something without ID */
async function readDirectory(
	known: KnownList,
	memberId: string,
	values: Values,
	calls: Calls,
): Promise<Directory> {
	const directory = new Directory();
	let failure: unknown;
	try {
		for await (const { entries } of known.list.entries(calls.looks, values)) {
			for (const entry of entries) {
				const { [memberId]: id } = entry;
				if (!id) throw unexpectedAnswer(`an entry of it has no ${memberId}`, '');
				directory.add(String(id), valueAt(entry, known.numberPath));
			}
		}
		if (directory.size > 0) return directory;
		failure = unexpectedAnswer('it is empty', '');
	} catch (error) {
		failure = error;
	}
	throw failure instanceof CallError ? notListed(known, failure) : failure;
}

function unknownId({ numbers, words: { one, owner } }: KnownList, id: string): Asked {
	const error = new InputError(
		numbers.field.displayName,
		`has ${shown(id)}, which is no ${one} of the ${owner}`,
		`Correct it, or choose the ${owner} that has this ${one}.`,
	);
	return { given: id, error };
}

function unknownNumber(known: KnownList, number: string, near: string | undefined): Asked {
	const { numbers, words } = known;
	const error = new InputError(
		numbers.field.displayName,
		`has the own number ${shown(number)}, which no ${words.one} of the ${words.owner} has`,
		near === undefined
			? `Correct it, or give the ${words.one} this number at WeChat Pay.`
			: `If ${shown(near)} is meant, format the column of the spreadsheet as text, so that it keeps its zeros.`,
	);
	return { given: number, error };
}

/** IDs that are named when a number has several. */
const SHOWN_IDS = 3;

function sharedNumber(known: KnownList, number: string, ids: readonly string[]): Asked {
	const { numbers, words } = known;
	const some = [...ids.slice(0, SHOWN_IDS), ...(ids.length > SHOWN_IDS ? ['…'] : [])].join(', ');
	const error = new InputError(
		numbers.field.displayName,
		`has the own number ${shown(number)}, which ${ids.length} ${words.many} of the ${words.owner} have: ${some}`,
		`Give each ${words.one} another number at WeChat Pay, or give the ID of the one that is meant.`,
	);
	return { given: number, error };
}

/** Looks members up in the lists of all that there are, each of which is read once for an execution. */
export class KnownMembers {
	private readonly directories = new Map<string, Promise<Directory>>();

	constructor(
		private readonly batch: Looking,
		private readonly callsOf: CallsOf,
	) {}

	/** @returns what rows call what an input item gives for a member */
	nameFor(fields: Fields): string {
		return this.byNumber(fields)?.numberId ?? this.batch.memberId;
	}

	/**
	 * Reads the members that an input item gives; they are not looked up yet.
	 *
	 * @throws InputError when there are none
	 */
	given(fields: Fields): Member[] {
		return fields.required(this.byNumber(fields)?.numbers ?? this.batch.members);
	}

	/**
	 * Looks the members that an input item gives up, where it wants that.
	 *
	 * @param ids what all members of a call share
	 * @returns them by their IDs; one that there is not, or whose number several have, is refused alone
	 * @throws CallError, not sent, when the list cannot be read as a whole
	 */
	async lookedUp(fields: Fields, ids: Values, given: readonly Member[]): Promise<Asked[]> {
		const { known } = this.batch;
		if (!known) return [...given];
		const isByNumber = this.byNumber(fields) !== undefined;
		if (!isByNumber && fields.read(known.check) !== true) return [...given];
		const directory = await this.directoryOf(known, fields, ids);
		return given.map((member): Asked => {
			if ('error' in member) return member;
			const { value } = member;
			if (!isByNumber) return directory.has(value) ? member : unknownId(known, value);
			const [id, ...others] = directory.idsOf(value);
			if (id === undefined) return unknownNumber(known, value, directory.withZeros(value));
			return others.length === 0
				? { value: id, number: value }
				: sharedNumber(known, value, [id, ...others]);
		});
	}

	/**
	 * @returns the numbers of all members; undefined for an input item that gives none of them
	 * @throws CallError, not sent, when the list cannot be read as a whole
	 */
	async numbersFor(fields: Fields, ids: Values): Promise<Directory | undefined> {
		const known = this.byNumber(fields);
		return known && (await this.directoryOf(known, fields, ids));
	}

	/** @returns the list in which the numbers of an input item are looked up, when it gives numbers */
	private byNumber(fields: Fields): KnownList | undefined {
		const { known } = this.batch;
		return known && fields.required(known.kind) === known.ownKind ? known : undefined;
	}

	private async directoryOf(known: KnownList, fields: Fields, ids: Values): Promise<Directory> {
		const values = picked(ids, known.list.parameters) as Values;
		const key = JSON.stringify([await fields.merchantId(), values]);
		const directory =
			this.directories.get(key) ??
			readDirectory(known, this.batch.memberId, values, this.callsOf(fields));
		this.directories.set(key, directory);
		return await directory;
	}
}
