/**
 * Inputs that are worked on at the same time at most. How many of their calls are under way is for the pace to
 * say; it never lets more than this many.
 */
export const CONCURRENCY = 100;

/** Inputs that are worked on before anything is known of what comes of them. */
export const AT_FIRST = 10;

/**
 * Works on inputs side by side and keeps their order: a few at first, one more with each that is done, CONCURRENCY
 * at most, so that little is under way when the first of them end the work. What is under way then is finished.
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
	let begun = 0;
	let underWay = 0;
	let most = AT_FIRST;
	let isEnded = false;
	await new Promise<void>((resolve, reject) => {
		async function workOn(index: number): Promise<void> {
			const output = await work(inputs[index] as In);
			outputs[index] = output;
			isEnded ||= isLast(output);
			most = Math.min(most + 1, CONCURRENCY);
		}
		function goOn(): void {
			while (!isEnded && begun < inputs.length && underWay < most) {
				underWay++;
				void workOn(begun++)
					.catch((error: Error) => {
						isEnded = true;
						reject(error);
					})
					.then(() => {
						underWay--;
						goOn();
					});
			}
			if (underWay === 0) resolve();
		}
		goOn();
	});
	return outputs;
}
