import { lastLines } from '../command.mts';

export interface ExecutionItem {
	json: Record<string, unknown>;
	pairedItem?: { item: number };
}

interface NodeRun {
	/** Milliseconds. */
	executionTime: number;
	data?: { main: Array<ExecutionItem[] | null> };
}

interface RawExecution {
	data: { resultData: { runData: Record<string, NodeRun[]>; error?: { message: string } } };
}

/** What a workflow's nodes did, as `n8n execute --rawOutput` tells it. */
export class Execution {
	private readonly runs: Record<string, NodeRun[]>;

	constructor({ data }: RawExecution) {
		this.runs = data.resultData.runData;
	}

	/** Reads it from the command's output, where log lines come before and after. */
	static parse(output: string): Execution {
		const [json] = /^\{$[^]*^\}$/m.exec(output) ?? [];
		if (!json) throw new Error(`n8n printed no execution:\n${lastLines(output)}`);
		return new Execution(JSON.parse(json) as RawExecution);
	}

	/** The items that left a node through one of its outputs; none when it did not run. */
	items(node: string, output = 0): ExecutionItem[] {
		return (this.runs[node] ?? []).flatMap(({ data }) => data?.main[output] ?? []);
	}

	/** How long a node worked, in milliseconds. */
	duration(node: string): number {
		return (this.runs[node] ?? []).reduce((sum, { executionTime }) => sum + executionTime, 0);
	}
}
