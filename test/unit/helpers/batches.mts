import type { IDataObject } from 'n8n-workflow';
import { Calls, type CallsOf } from '../../../marketing/items/calls.ts';
import { Fields, type FieldFacts } from '../../../marketing/items/fields.ts';
import type { Files } from '../../../marketing/items/files.ts';
import type { NodeParameters } from '../../../marketing/items/nodeParameters.ts';
import type { Row } from '../../../marketing/items/row.ts';
import { batch } from '../../../marketing/operation/batch/batch.ts';
import { exactly } from '../../../marketing/operation/batch/exactly.ts';
import { list as listPage } from '../../../marketing/operation/list.ts';
import { get, post, type Execution, type Operation } from '../../../marketing/operation/page.ts';
import { choice, codeList, id, list, requestNumber } from '../../../marketing/parameters/kinds.ts';
import { option, type Parameter } from '../../../marketing/parameters/parameter.ts';
import { readId } from '../../../marketing/parameters/readId.ts';
import { merchantAccount } from '../../../marketing/account.ts';
import { refusedCall } from '../../../marketing/transport/send.ts';
import { merchantWords } from '../../../marketing/words/merchant.ts';
import type { CallAnswer, CallSettings, Session } from '../../../marketing/transport/session.ts';

const brandId: Parameter<'brand_id', true, string> = {
	...id('brand_id', { label: 'Brand' }),
	absent: 'brandId',
};
const stockId = id('stock_id', { label: 'Stock' });
const storeIds = list('store_list', { label: 'Store IDs', name: 'storeIds', member: readId });
const notOnStock = option(
	choice('not_on_stock', [
		{ name: 'Done', value: 'done' },
		{ name: 'Error', value: 'error' },
	]),
);
const ofStock = { parameters: [brandId, stockId], setsState: true } as const;
const ofStores = { members: storeIds, memberId: 'store_id', atMost: 2 };
const words = { one: 'store', many: 'stores', already: 'were so before' };
const answer = { done: 'success_store_list', refused: 'failed_store_list' };

const getStores = listPage({
	name: 'Get Stores',
	action: 'Get stores',
	description: 'Lists the stores of a stock',
	endpoint: get('/v3/stocks/{stock_id}/stores', {}),
	parameters: [brandId, stockId],
	pages: { style: 'whole', itemsField: 'store_list' },
});

/** Puts stores on a stock, two in a call. A list has the stores that are there. */
export const addStores = batch({
	name: 'Add Stores',
	action: 'Add stores',
	description: 'Puts stores on a stock',
	endpoint: post('/v3/stocks/{stock_id}/add', {}),
	...ofStock,
	...ofStores,
	mark: 'added',
	answer,
	truth: { list: getStores, doneWhen: 'listed' },
	words: { ...words, done: 'added' },
});

/** Takes stores off a stock, two in a call. */
export const removeStores = batch({
	name: 'Remove Stores',
	action: 'Remove stores',
	description: 'Takes stores off a stock',
	endpoint: post('/v3/stocks/{stock_id}/remove', {}),
	...ofStock,
	...ofStores,
	mark: 'removed',
	answer,
	truth: { list: getStores, doneWhen: 'notListed' },
	settings: [notOnStock],
	alreadyIsFailure: (fields) => fields.read(notOnStock) === 'error',
	words: { ...words, done: 'removed' },
});

/** Makes the stores of a stock exactly those of the input. */
export const setStores = exactly({
	name: 'Set Stores',
	action: 'Set stores',
	description: 'Makes the stores of a stock exactly those of the input',
	add: addStores,
	remove: removeStores,
});

/** Uploads codes, two in a call, each under a number of its own. Nothing lists the codes that are there. */
export const uploadCodes = batch({
	name: 'Upload Codes',
	action: 'Upload codes',
	description: 'Uploads codes to a stock',
	endpoint: post('/v3/stocks/{stock_id}/codes', {}),
	parameters: [stockId],
	members: codeList('code_list', { label: 'Codes', name: 'codes', each: { maxLength: 8 } }),
	memberId: 'code',
	takesBareMembers: true,
	atMost: 2,
	mark: 'uploaded',
	answer: { already: 'there', refused: 'bad', reason: 'reason' },
	requestNumber: requestNumber('out_request_no'),
	words: { one: 'code', many: 'codes', done: 'uploaded', already: 'were there' },
});

/** What an input item holds in the fields of the node; `merchant` and `defaultBrand` are those of its credential. */
export type Given = {
	merchant?: string;
	defaultBrand?: string;
	options?: IDataObject;
} & IDataObject;

/** The input items of an operation. Brand, stock and Options are those of most tests unless given. */
export function inputsOf(operation: Operation, rows: readonly Given[]): Fields[] {
	const facts: FieldFacts = {
		parameters: {
			value: (name: string, item: number) =>
				({ brandId: '1', stockId: '7', options: {}, ...rows[item] })[name as keyof Given],
			isExpression: () => true,
			isMemberExpression: () => true,
		} as unknown as NodeParameters,
		operation,
		item: (index) => rows[index] ?? {},
		files: {} as Files,
		implies: () => false,
		merchantId: async (item) => rows[item]?.merchant ?? '1900000001',
		standIns: {
			value: async (what, item) => (what === 'brandId' ? rows[item]?.defaultBrand : undefined),
			label: () => 'Default Brand',
		},
		numbers: {
			made: ({ item, call }) => `made-${item}-${call}`,
			once: ({ within }) => `once-${within}`,
		},
	};
	return rows.map((_, index) => new Fields(facts, index));
}

/** A run over input items that never pauses; it goes on when a row fails unless told. */
export function executionOf(
	operation: Operation,
	rows: readonly Given[],
	{ callsOf }: Pick<Recorder, 'callsOf'>,
	stopsOnFailure = false,
): Execution {
	return { inputs: inputsOf(operation, rows), callsOf, stopsOnFailure, pause: async () => {} };
}

/** A call that was made: the last word of its path, its stock, what it sends, the item whose credential signs, how. */
export interface Made {
	what: string;
	stock: string | undefined;
	body: IDataObject;
	item: number;
	settings: CallSettings;
}

type Reply = IDataObject | Error | { data: IDataObject; wasRepeatedBlindly: boolean };

/** Stands in for what calls WeChat Pay, and keeps what was called. What it is to answer with may be an error. */
export class Recorder {
	readonly made: Made[] = [];

	constructor(private readonly reply: (call: Made) => Reply | Promise<Reply>) {}

	/** @returns what calls were made, and the members that each sent */
	get sent(): unknown[] {
		return this.made.map(({ what, body }) => [what, ...membersIn(body)]);
	}

	callsOf: CallsOf = (fields) =>
		new Calls(
			{ account: merchantAccount, call: this.call } as unknown as Session,
			{} as Files,
			fields.settings(),
			fields.index,
		);

	private call: Session['call'] = async ({ endpoint, path, body }, settings, item) => {
		const json = body && 'json' in body ? (body.json as IDataObject) : {};
		const what = endpoint.path.split('/').at(-1) ?? '';
		const made = { what, stock: path['stock_id'], body: json, item, settings };
		this.made.push(made);
		const reply = await this.reply(made);
		if (reply instanceof Error) throw reply;
		const told = 'wasRepeatedBlindly' in reply ? reply : { data: reply, wasRepeatedBlindly: false };
		return { requestId: 'request-1', ...told } as CallAnswer;
	};
}

/** @returns the stores or codes that a body sends */
export function membersIn({ store_list, code_list }: IDataObject): string[] {
	const stores = (store_list ?? []) as Array<{ store_id: string }>;
	return [...stores.map(({ store_id }) => store_id), ...((code_list ?? []) as string[])];
}

const entries = (stores: Iterable<string>) => [...stores].map((store_id) => ({ store_id }));

/** What an answer says of the stores that it took and of those that it refused. */
export function storesAnswer(done: Iterable<string>, refused: Iterable<string> = []): IDataObject {
	const why = { code: 'INVALID_REQUEST', message: '门店状态异常' };
	return {
		success_store_list: entries(done),
		failed_store_list: entries(refused).map((entry) => ({ ...entry, ...why })),
	};
}

/** Stocks with stores on them. It refuses, as WeChat Pay does, to add what is there and to remove what is not. */
export class Stocks {
	constructor(readonly stores: Record<string, Set<string>>) {}

	answer = ({ what, stock = '', body }: Made): IDataObject => {
		const there = (this.stores[stock] ??= new Set());
		if (what === 'stores') return { store_list: entries(there) };
		const members = membersIn(body);
		const fits = (member: string) => there.has(member) === (what === 'remove');
		const [done, refused] = [members.filter(fits), members.filter((member) => !fits(member))];
		for (const member of done) {
			if (what === 'add') there.add(member);
			else there.delete(member);
		}
		return storesAnswer(done, refused);
	};
}

/** What WeChat Pay says when it does not do a call. */
export function refusal(status = 403, code = 'NO_AUTH'): Error {
	return refusedCall(
		merchantWords,
		{ status, code, message: '缺少权限', requestId: 'request-2' },
		{},
	);
}

/** What a row says in short: the member, and what came of it. */
export function inShort(row: Row): unknown[] {
	if ('failure' in row) {
		const { error, which } = row.failure;
		return [row.item, which['store_id'] ?? which['code'], error.message];
	}
	const { store_id, code, change, dryRun } = row.json;
	return [row.item, store_id ?? code, dryRun ? `would be ${String(change)}` : change];
}
