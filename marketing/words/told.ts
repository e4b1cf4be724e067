/** What happened, a sentence without its full stop, and what to do, one or more sentences. */
export interface Explanation {
	/**
	 * In a table `{the stock:stock_id}` stands for "stock 123" when the value is known, else for "the stock";
	 * `{values}` for all values that are known, `{status}` for the HTTP status. In a remedy `{names}` stands for their names.
	 */
	meaning: string;
	remedy: string;
}

/** Which check failed, a sentence without capital and full stop, and what to do, one or more sentences. */
export interface Complaint {
	reason: string;
	remedy: string;
}
