/**
 * Inputs that are worked on at the same time. How many of their calls are under way is for the pace to say;
 * it never lets more than this many.
 */
export const CONCURRENCY = 32;

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
