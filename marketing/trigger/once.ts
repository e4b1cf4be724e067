import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

/** IDs that a trigger remembers; WeChat Pay repeats a notification for a day at most. */
const MOST_IDS = 1000;

/** Triggers that the process remembers IDs of. */
const MOST_TRIGGERS = 200;

/** What the process knows of the notifications of a trigger. */
interface Memory {
	/** IDs of those that were taken, oldest first */
	taken: string[];
	/** those that are being taken, by ID: whether they were */
	underWay: Map<string, Promise<boolean>>;
}

/** By workflow and node, the least recently used first. */
const memories = new Map<string, Memory>();

function memoryOf(context: IWebhookFunctions): Memory {
	const key = JSON.stringify([context.getWorkflow().id, context.getNode().id]);
	const memory = memories.get(key) ?? { taken: [], underWay: new Map() };
	memories.delete(key);
	memories.set(key, memory);
	const [oldest] = memories.keys();
	if (memories.size > MOST_TRIGGERS && oldest !== undefined) memories.delete(oldest);
	return memory;
}

function stored({ taken }: IDataObject): string[] {
	return Array.isArray(taken) ? taken.filter((id) => typeof id === 'string') : [];
}

/** n8n reads and saves static data for each call, so that calls at the same time lose each other's; the process has all. */
function remember(id: string, memory: Memory, staticData: IDataObject): void {
	const all = new Set([...stored(staticData), ...memory.taken, id]);
	memory.taken = [...all].slice(-MOST_IDS);
	staticData.taken = [...memory.taken];
}

/**
 * Takes a notification, unless it was taken before: in this process, or in any whose static data n8n has
 * saved. One that comes while it is being taken waits for what becomes of it. What was not taken is
 * forgotten, so that the repetition is.
 *
 * @param id of the envelope, the same in every repetition
 * @param take does what has to be done first, and says whether the notification was taken
 * @returns whether the caller takes it, somebody did already, or it was not taken
 * @throws what `take` throws
 */
export async function once(
	context: IWebhookFunctions,
	id: string,
	take: () => Promise<boolean>,
): Promise<'taken' | 'repeated' | 'failed'> {
	const memory = memoryOf(context);
	const staticData = context.getWorkflowStaticData('node');
	if (memory.taken.includes(id) || stored(staticData).includes(id)) return 'repeated';
	const other = memory.underWay.get(id);
	if (other) {
		const wasTaken = await other.catch(() => false);
		return wasTaken ? 'repeated' : 'failed';
	}
	const taking = take();
	memory.underWay.set(id, taking);
	try {
		if (!(await taking)) return 'failed';
		remember(id, memory, staticData);
		return 'taken';
	} finally {
		memory.underWay.delete(id);
	}
}
