import type { IDataObject } from 'n8n-workflow';
import type { Calls } from '../items/calls';
import { isRequestNumber, numberName, type Parameter } from '../parameters/parameter';
import { confirmedByLook, type Change } from './change';
import {
	operationOf,
	type EndpointAt,
	type Method,
	type Operation,
	type PageWords,
	type Repeatable,
} from './page';
import { bodyNumber } from './bodyNumber';
import { bodyFields, brandInBody, readDeepBody, type DeepBody } from './deepBody';
import { perItem, perItemInOrder, type WritingSteps } from './perItem';
import { unlessRefused } from './refusedAnswer';
import { nested } from '../parameters/givenBody';
import { picked, type Values } from '../items/placement';
import { giftNumber, rowNumber, type RowNumber } from '../items/rowNumber';
import { dryRun, onceWithin, sendUnknownMembers } from '../items/settings';
import { rowSummary } from '../items/summary';
import { SendingStocks, type StockLook } from './stocks';
import { shapedBy, simplify, type Useful } from '../items/simplify';

/** A page of an operation that makes one call for each input item. */
export type SinglePage<
	Path extends string,
	At extends Method,
	Parameters extends readonly Parameter[],
	SetsState extends true | undefined,
	As extends string | undefined,
> = PageWords & {
	endpoint: EndpointAt<Path, At>;
	parameters: Repeatable<Path, At, Parameters, SetsState | As>;
	/** a body of many levels, beside the values of the parameters */
	body?: DeepBody;
	/** what of the answer is useful, where it has more than ten fields or nests */
	useful?: readonly Useful[];
	/** it sets a state, so doing it twice is as good as doing it once */
	setsState?: SetsState;
	/** how what it sets can be seen, which makes it safe to repeat, too */
	change?: Change & { as: As };
	/** it gives something to a user, or for a coupon, which may be wanted once: Options offer Once Within */
	givesOnce?: boolean;
	/** it makes a new thing, so that calls with the same values are not about the same one */
	creates?: boolean;
	/** how the stock is looked at that it sends coupons of */
	stock?: StockLook;
	/** a dry run tells what would come of each row, by a look at its stock */
	hasDryRun?: boolean;
	/** what of an answer that is a success as a whole says why the call was refused */
	refusedBy?: string;
	/** completes "40 of 60 were …"; "done" unless given */
	done?: string;
	/**
	 * puts in what the thing has already and the call takes as a whole only
	 *
	 * @throws InputError when it has nothing of it; CallError when that cannot be read
	 */
	complete?: (calls: Calls, values: Values) => Promise<Values>;
	/** what no parameter can say. @throws InputError when the values do not go together */
	check?: (values: Values) => void;
};

/** What was read of an input item. */
interface ToCall {
	values: Values;
	number?: RowNumber;
	/** makes what comes out of an answer */
	shape(data: IDataObject): IDataObject;
	isDryRun: boolean;
	/** the stock that the coupon is of */
	stock: ReturnType<SendingStocks['of']> | undefined;
}

/**
 * An operation that makes one call for each input item. What comes out is WeChat Pay's JSON and the request
 * number that was used; of an empty answer the IDs of the call and `success: true`.
 */
export function single<
	const Path extends string,
	At extends Method,
	const Parameters extends readonly Parameter[],
	SetsState extends true | undefined = undefined,
	As extends string | undefined = undefined,
>(page: SinglePage<Path, At, Parameters, SetsState, As>): Operation {
	const parameters = page.parameters as readonly Parameter[];
	const numbers = parameters.filter(isRequestNumber);
	const [number] = numbers;
	const ids = parameters.filter(({ identifies }) => identifies);
	const { change } = page;
	const aboutIn = (values: Values) => picked(values, ids);
	const numbersIn = (values: Values) =>
		Object.fromEntries(numbers.map((one) => [numberName(one), values[one.wire]])) as IDataObject;
	const stepsOfRun = ({ stopsOnFailure = false } = {}): WritingSteps<ToCall> => {
		const stocks = page.stock && new SendingStocks(page.stock, stopsOnFailure);
		return {
			async read(fields) {
				const shape = shapedBy(fields, page.useful);
				const inBody = page.body && number && bodyNumber(fields, number);
				const body = page.body && (await readDeepBody(fields, page.body, parameters));
				const others = parameters.filter(({ wire }) => body?.[wire] === undefined);
				const values = { ...body, ...(await fields.values(others)) };
				page.check?.(values);
				const isDryRun = (page.hasDryRun && fields.read(dryRun)) ?? false;
				const read = { shape, values, isDryRun, stock: stocks?.of(values) };
				if (!number) return read;
				const given = (values[number.wire] as string | undefined) ?? inBody;
				const about = aboutIn(values);
				const known = page.givesOnce
					? await giftNumber(fields, given, about, { ...page, values: values as IDataObject })
					: await rowNumber(fields, given, about);
				return { ...read, values: { ...values, [number.wire]: known.number }, number: known };
			},
			numberOf: ({ number: known }) => known,
			about: ({ values }) => (page.creates ? undefined : JSON.stringify(aboutIn(values))),
			async call({ shape, values, isDryRun, stock }, calls) {
				const named = nested(aboutIn(values));
				if (isDryRun && stock) {
					const result = await stock.predict(calls, values);
					return [{ json: { ...named, dryRun: true, result } }];
				}
				const make = async () => {
					const whole = (await page.complete?.(calls, values)) ?? values;
					const answer = await calls.call(operation, whole);
					if (page.refusedBy === undefined) return answer;
					return unlessRefused(answer, page.refusedBy, calls.words, values);
				};
				const call = stock ? async () => await stock.send(calls, values, make) : make;
				const data = change
					? await confirmedByLook(change, calls, { values, ids: named, call })
					: (await call()).data;
				const isEmpty = Object.keys(data).length === 0;
				const shaped = isEmpty ? { ...named, success: true } : shape(data);
				const answer = { ...shaped, ...(change && { change: data.change }) };
				return [{ json: { ...answer, ...numbersIn(values) } }];
			},
			which: async (fields, read) => ({
				...(await fields.describe(ids)),
				// A row of a body may name another brand than the field.
				...(page.body && (read ? aboutIn(read.values) : brandInBody(fields, parameters))),
				...(read ? numbersIn(read.values) : await fields.describe(numbers)),
			}),
		};
	};
	const writes = page.endpoint.method !== 'GET';
	const operation: Operation = operationOf(
		{ ...page, parameters },
		{
			kind: 'single',
			body: page.body,
			change: change?.as,
			refusedBy: page.refusedBy,
			useful: page.useful,
			settings: [
				...(page.givesOnce ? [onceWithin] : []),
				...(page.hasDryRun ? [dryRun] : []),
				...(page.body ? [sendUnknownMembers] : []),
			],
			kindFields: [...bodyFields(page.body), ...(page.useful ? [simplify.field] : [])],
			...(writes && { summary: (rows) => rowSummary(rows, page.done ?? 'done') }),
			run: writes ? perItemInOrder(stepsOfRun) : perItem(stepsOfRun()),
		},
	);
	return operation;
}
