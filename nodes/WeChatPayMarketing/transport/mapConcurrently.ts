/** Calls that are under way at the same time. */
export const CONCURRENCY = 5;

/**
 * Works on inputs side by side, CONCURRENCY at most, and keeps their order. What is under way when the work
 * ends early is finished.
 *
 * @param isLast whether nothing further may be begun after this output
 * @returns the outputs in the order of their inputs, without those that were not begun
 * @throws what `work` throws first; nothing further is begun
 */
export async function mapConcurrently<In, Out>(
	inputs: readonly In[],
	work: (input: In) => Promise<Out>,
	isLast: (output: Out) => boolean = () => false,
): Promise<Out[]> {
	const outputs: Out[] = [];
	let next = 0;
	let isEnded = false;
	async function worker(): Promise<void> {
		while (!isEnded && next < inputs.length) {
			const index = next++;
			let goesOn = false;
			try {
				const output = await work(inputs[index] as In);
				outputs[index] = output;
				goesOn = !isLast(output);
			} finally {
				isEnded ||= !goesOn;
			}
		}
	}
	await Promise.all(Array.from({ length: CONCURRENCY }, worker));
	return outputs;
}
