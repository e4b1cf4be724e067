import { createHash } from 'node:crypto';
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { dayInBeijing } from '../parameters/readTime';

/** What a request number that is made is for. */
export interface Numbered {
	/** index of the input item */
	item: number;
	/** the calls of an input item are counted from 0 */
	call: number;
	merchantId: string;
	/** the values that tell what the call is about, under WeChat Pay's names */
	about: IDataObject;
}

/** What is done once for all, or once a day. */
export interface NumberedOnce extends Pick<Numbered, 'merchantId' | 'about'> {
	endpoint: { method: string; path: string };
	within: 'day' | 'ever';
}

/** What was known when the execution began, the same when it is run again. */
interface Beginning {
	/** tells the execution apart from every other one of its workflow */
	execution: number | string;
	/** milliseconds */
	at: number;
}

/** Before n8n 2 there is no such method. */
type Established = Partial<Pick<IExecuteFunctions, 'getExecutionContext'>>;

const KEPT_AS = 'weChatPayBeginning';

/** @returns 32 hexadecimal digits, the same for the same parts */
export function numberFrom(parts: readonly unknown[]): string {
	return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

function sorted(values: IDataObject): Array<[string, unknown]> {
	return Object.entries(values).sort(([one], [other]) => (one < other ? -1 : 1));
}

/**
 * Makes the numbers that WeChat Pay knows a write by. Nothing that an expression may change goes in, and nothing
 * of the clock, so that every attempt, n8n's Retry On Fail, the Retry button of an execution and a job that is
 * begun again use the same one, and no other call does.
 */
export class RequestNumbers {
	private beginning: Beginning | undefined;

	/** @param now milliseconds */
	constructor(
		private readonly context: IExecuteFunctions,
		private readonly now: () => number,
	) {}

	/**
	 * Makes the number of a call: of n8n, the workflow, the execution, the node, its run (the round of a loop, the
	 * call of an AI tool), the item, and what the call is about.
	 */
	made({ item, call, merchantId, about }: Numbered): string {
		const { context } = this;
		const { $runIndex } = context.getWorkflowDataProxy(item);
		return numberFrom([
			context.getInstanceId(),
			context.getWorkflow().id,
			this.begun().execution,
			context.getNode().id,
			$runIndex,
			item,
			call,
			merchantId,
			sorted(about),
		]);
	}

	/**
	 * Makes the number of what is done once: of the endpoint and what the call is about, and of the day in Beijing
	 * on which the execution began, so that every workflow and every execution uses the same one.
	 */
	once({ endpoint: { method, path }, merchantId, about, within }: NumberedOnce): string {
		const day = within === 'day' ? dayInBeijing(this.begun().at) : '';
		return numberFrom([method, path, merchantId, sorted(about), within, day]);
	}

	private begun(): Beginning {
		this.beginning ??= this.established() ?? this.kept();
		return this.beginning;
	}

	/** What n8n stores before it runs a workflow, and hands on when it runs the same execution again. */
	private established(): Beginning | undefined {
		const context: Established = this.context;
		const at = context.getExecutionContext?.()?.establishedAt;
		return at === undefined ? undefined : { execution: at, at };
	}

	/** Where n8n stores no such thing, what the first try of the execution left with it. */
	private kept(): Beginning {
		const kept: { [KEPT_AS]?: Beginning } = this.context.getContext('node');
		kept[KEPT_AS] ??= { execution: this.context.getExecutionId(), at: this.now() };
		return kept[KEPT_AS];
	}
}
