import type { FileBody, RemoteFile } from '../transport/file';
import type { CallBody } from '../transport/endpoint';
import type { CallAnswer, CallSettings, Session } from '../transport/session';
import type { Words } from '../words/words';
import type { Fields } from './fields';
import type { Files } from './files';
import { placed, type Callable, type Values } from './placement';

/** The calls for one input item, with its credential and its Options. */
export class Calls {
	constructor(
		private readonly session: Session,
		/** the files of an execution, where those that come out are kept */
		readonly files: Files,
		/** how they are made */
		readonly settings: CallSettings,
		/** index of the input item */
		readonly item: number,
	) {}

	/** What the user of the account is told. */
	get words(): Words {
		return this.session.account.words;
	}

	/** The same for what is only looked at: Requests Per Second is about the endpoint of the operation. */
	get looks(): Calls {
		const settings = { ...this.settings, requestsPerSecond: undefined };
		return new Calls(this.session, this.files, settings, this.item);
	}

	/**
	 * Calls an endpoint.
	 *
	 * @param values under WeChat Pay's names
	 * @param body sent in place of the values
	 * @throws CallError for a call that gave no data
	 */
	async call(operation: Callable, values: Values, body?: CallBody): Promise<CallAnswer> {
		const call = { ...placed(operation, values), ...(body && { body }) };
		return await this.session.call(call, this.settings, this.item);
	}

	/**
	 * Fetches a file that an answer named.
	 *
	 * @param receive reads it to its end
	 * @throws CallError when the file cannot be had or does not fit its hash, and what `receive` throws
	 */
	async fetch<T extends object>(
		file: RemoteFile,
		receive: (body: FileBody) => Promise<T>,
	): Promise<T> {
		return await this.session.fetch(file, this.settings, this.item, receive);
	}
}

/** Makes the calls of an input item. @throws InputError when one of its Options cannot be used */
export type CallsOf = (fields: Fields) => Calls;
