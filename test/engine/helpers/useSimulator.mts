import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { keyPairsOfWorker } from './keyPairs.mts';
import { startSimulator, type Simulator } from '../../simulator/index.mts';

/** Starts a simulator for the tests of a file, as new for every test; without a quota. */
export function useSimulator(): () => Simulator {
	let simulator: Simulator;
	beforeAll(async () => {
		simulator = await startSimulator({ quotaPerSecond: 0, keyPair: keyPairsOfWorker() });
	});
	beforeEach(() => simulator.reset());
	afterAll(async () => await simulator.close());
	return () => simulator;
}
