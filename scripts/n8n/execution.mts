export interface ExecutionItem {
	json: Record<string, unknown>;
	pairedItem?: { item: number };
}

interface NodeRun {
	data?: { main: Array<ExecutionItem[] | null> };
}

/** An execution as n8n writes it into a file. */
export interface RawExecution {
	data: { resultData: { runData: Record<string, NodeRun[]>; error?: { message: string } } };
}

/** What a workflow's nodes did. */
export class Execution {
	private readonly runs: Record<string, NodeRun[]>;

	constructor({ data }: RawExecution) {
		this.runs = data.resultData.runData;
	}

	/** The items that left a node through one of its outputs; none when it did not run. */
	items(node: string, output = 0): ExecutionItem[] {
		return (this.runs[node] ?? []).flatMap(({ data }) => data?.main[output] ?? []);
	}
}
