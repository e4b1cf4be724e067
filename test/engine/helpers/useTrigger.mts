import { afterEach } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { Simulator } from '../../simulator/index.mts';
import type { AnyCredential } from './engine.mts';
import { TriggerStage } from './triggerStage.mts';

/** What a test changes of a trigger. */
export interface Opened {
	parameters?: INodeParameters;
	base?: string;
	saved?: IDataObject;
	apiV3Key?: string;
	webhookId?: string;
}

/** Opens triggers with a credential of the simulator, the merchant's unless told, each closed behind its test. */
export function useTrigger(
	simulator: () => Simulator,
	credentialOf: (simulator: Simulator) => AnyCredential = ({ credential }) => credential,
): (events: string[], opened?: Opened) => Promise<TriggerStage> {
	const stages: TriggerStage[] = [];
	afterEach(async () => {
		for (const stage of stages.splice(0)) await stage.close();
	});
	return async (events, { apiV3Key, parameters, ...others } = {}) => {
		const credential = credentialOf(simulator());
		const stage = await TriggerStage.open({
			credential: { ...credential, ...(apiV3Key !== undefined && { apiV3Key }) },
			parameters: { events, ...parameters },
			...others,
		});
		stages.push(stage);
		return stage;
	};
}

/** What work was refused with. */
export async function messageOf(work: Promise<unknown>): Promise<string> {
	return await work.then(
		() => 'nothing was thrown',
		(error: Error) => error.message,
	);
}
