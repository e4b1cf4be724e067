import { newKeyPair, type KeyPair } from '../../simulator/credential.mts';

const { keptKeyPairs } = globalThis as unknown as { keptKeyPairs: KeyPair[] };

/**
 * Key pairs for a simulator: the same for all files that a worker runs, since making one takes longer than most
 * tests. They end with the worker.
 *
 * @returns gives one after the other
 */
export function keyPairsOfWorker(): () => Promise<KeyPair> {
	let next = 0;
	return async () => {
		const index = next++;
		return (keptKeyPairs[index] ??= await newKeyPair());
	};
}
