import type { Operation } from './operation';

/** An entry of the Operation list. */
export interface OperationEntry {
	/** name in the list, Title Case */
	name: string;
	/** value of the parameter `operation` */
	value: string;
	/** what the node creator shows, sentence case without articles */
	action: string;
	description: string;
	operation: Operation;
}

/** An entry of the Resource list with its operations, both in the order in which they are shown. */
export interface Resource {
	name: string;
	/** value of the parameter `resource` */
	value: string;
	operations: [OperationEntry, ...OperationEntry[]];
}
