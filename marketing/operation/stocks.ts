import type { IDataObject } from 'n8n-workflow';
import type { Calls } from '../items/calls';
import { notBegun } from '../items/lookUp';
import { picked, type Values } from '../items/placement';
import { HeldBackError } from '../items/row';
import { WOULD_BE_SENT } from '../items/summary';
import { valueAt } from '../parameters/nesting';
import { CallError } from '../transport/callError';
import type { Operation } from './page';

/** What of a stock decides whether coupons of it can be sent. */
export interface StockState {
	/** in WeChat Pay's words */
	state: string;
	isSending: boolean;
	/** coupons that can be sent today; Infinity when nothing limits them */
	left: number;
}

/** How the stock of a sending is looked at. */
export interface StockLook {
	/** the values of the sending that name the stock, under WeChat Pay's names */
	ids: readonly string[];
	/** @throws CallError when it cannot be read */
	read(calls: Calls, values: Values): Promise<StockState>;
}

/** Where the answer of a look has what counts. */
export interface StockPaths {
	state: string;
	/** the state in which coupons can be sent */
	sending: string;
	/** how many may be sent, and how many were, where there is such a count; each pair limits */
	left: ReadonlyArray<readonly [most: string, sent: string]>;
	/** the mode in which each coupon takes a code that was uploaded, and how many such codes there are */
	codes?: { mode: string; uploaded: string; available: string };
}

function numberAt(data: IDataObject, path: string): number | undefined {
	const value = valueAt(data, path);
	return typeof value === 'number' ? value : undefined;
}

/** @returns what an answer says of a stock */
export function stockStateOf(data: IDataObject, paths: StockPaths): StockState {
	const { sending, codes } = paths;
	const state = String(valueAt(data, paths.state) ?? '');
	const limits = paths.left.map(
		([most, sent]) => (numberAt(data, most) ?? Infinity) - (numberAt(data, sent) ?? 0),
	);
	const takesCodes = codes && valueAt(data, codes.mode) === codes.uploaded;
	const left = Math.min(
		...limits,
		(takesCodes ? numberAt(data, codes.available) : undefined) ?? Infinity,
	);
	return { state, isSending: state === sending, left };
}

/** A look by an operation that gets the stock, whose values are all among those of the sending. */
export function stockLook(get: Operation, paths: StockPaths): StockLook {
	return {
		ids: get.parameters.map(({ wire }) => wire),
		async read(calls, values) {
			const { data } = await calls.call(get, picked(values, get.parameters) as Values);
			return stockStateOf(data, paths);
		},
	};
}

/** WeChat Pay's code for a budget that is used up. */
const USED_UP = 'NOT_ENOUGH';

function ended(why: string): HeldBackError {
	return new HeldBackError(
		'STOCK_ENDED',
		`It was not sent, because its stock gives no coupons any more: ${why}`,
		'Give the stock a larger budget, let it send again, or choose another one; then send the rows that were not sent.',
	);
}

/** Whether a refusal may be about the stock: not one of the signature, and none that passes by itself. */
function mayBeAboutStock(failure: unknown): failure is CallError {
	if (!(failure instanceof CallError)) return false;
	return failure.outcome === 'refused' && !failure.facts.passes && failure.httpCode !== '401';
}

/** A stock that a run sends coupons of. */
class SendingStock {
	/** rows that want a coupon of it */
	rows = 0;
	private state: Promise<StockState> | undefined;
	private looking: Promise<void> | undefined;
	private end: HeldBackError | undefined;

	constructor(
		private readonly look: StockLook,
		private readonly stopsOnFailure: boolean,
	) {}

	/**
	 * Says what would come of a row, by a look at the stock, which is read once.
	 *
	 * @throws CallError when it cannot be read
	 */
	async predict(calls: Calls, values: Values): Promise<string> {
		this.state ??= this.look.read(calls.looks, values).catch((error: unknown) => {
			throw notBegun(error);
		});
		const { state, isSending, left } = await this.state;
		if (!isSending) return `the state of the stock is ${state}, so nothing would be sent`;
		if (left >= this.rows) return WOULD_BE_SENT;
		const [coupons, rows] = [left, this.rows].map((count) => count.toLocaleString('en'));
		return `the stock has ${coupons} coupons left for ${rows} rows`;
	}

	/**
	 * Makes the call of a row, unless the stock was found to give no coupons any more. After the first refusal
	 * that may be about the stock it is looked at, once; nothing depends on the words of the refusal.
	 *
	 * @throws HeldBackError when the call is not made, and what the call throws
	 */
	async send<T>(calls: Calls, values: Values, call: () => Promise<T>): Promise<T> {
		await this.looking;
		if (this.end) throw this.end;
		let failure: unknown;
		try {
			return await call();
		} catch (error) {
			failure = error;
		}
		if (!this.stopsOnFailure && mayBeAboutStock(failure)) {
			const { code, reason } = failure;
			if (code === USED_UP) this.end = ended(`WeChat Pay: ${code} “${reason}”`);
			else await (this.looking ??= this.lookForEnd(calls, values));
		}
		throw failure;
	}

	private async lookForEnd(calls: Calls, values: Values): Promise<void> {
		// A stock that cannot be read says nothing, and the calls go on.
		const seen = await this.look.read(calls.looks, values).catch(() => undefined);
		if (seen && !seen.isSending) this.end = ended(`its state is ${seen.state}`);
	}
}

/** The stocks that one run sends coupons of. */
export class SendingStocks {
	private readonly byIds = new Map<string, SendingStock>();

	/** @param stopsOnFailure whether the run ends with the first refusal, so that nothing has to be found out */
	constructor(
		private readonly look: StockLook,
		private readonly stopsOnFailure: boolean,
	) {}

	/** @returns the stock of a row, which is counted with it */
	of(values: Values): SendingStock {
		const key = JSON.stringify(this.look.ids.map((wire) => values[wire]));
		const stock = this.byIds.get(key) ?? new SendingStock(this.look, this.stopsOnFailure);
		this.byIds.set(key, stock);
		stock.rows++;
		return stock;
	}
}
