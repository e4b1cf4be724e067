import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';
import type { KnownNotifications, Shared } from '../transport/shared';

/** IDs that a trigger remembers; WeChat Pay repeats a notification for a day at most. */
const MOST_IDS = 1000;

function stored({ taken }: IDataObject): string[] {
	return Array.isArray(taken) ? taken.filter((id) => typeof id === 'string') : [];
}

/** n8n reads and saves static data for each call, so that calls at the same time lose each other's; the process has all. */
function remember(id: string, known: KnownNotifications, staticData: IDataObject): void {
	const all = new Set([...stored(staticData), ...known.taken, id]);
	known.taken = [...all].slice(-MOST_IDS);
	staticData.taken = [...known.taken];
}

/**
 * Takes a notification, unless it was taken before: in this process, or in any whose static data n8n has
 * saved. One that comes while it is being taken waits for what becomes of it. What was not taken is
 * forgotten, so that the repetition is.
 *
 * @param shared what the process knows
 * @param id of the envelope, the same in every repetition
 * @param take does what has to be done first, and says whether the notification was taken
 * @returns whether the caller takes it, somebody did already, or it was not taken
 * @throws what `take` throws
 */
export async function once(
	context: IWebhookFunctions,
	shared: Shared,
	id: string,
	take: () => Promise<boolean>,
): Promise<'taken' | 'repeated' | 'failed'> {
	const known = shared.notificationsOf(
		JSON.stringify([context.getWorkflow().id, context.getNode().id]),
	);
	const staticData = context.getWorkflowStaticData('node');
	if (known.taken.includes(id) || stored(staticData).includes(id)) return 'repeated';
	const other = known.underWay.get(id);
	if (other) {
		const wasTaken = await other.catch(() => false);
		return wasTaken ? 'repeated' : 'failed';
	}
	const taking = take();
	known.underWay.set(id, taking);
	try {
		if (!(await taking)) return 'failed';
		remember(id, known, staticData);
		return 'taken';
	} finally {
		known.underWay.delete(id);
	}
}
