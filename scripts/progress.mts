const TICK = 15_000;

export interface Progress {
	say(text: string): void;
	step<T>(title: string, work: () => Promise<T>): Promise<T>;
}

/** Tells a person what is being done and how long it has taken so far. */
export function progressTo(stream: NodeJS.WritableStream): Progress {
	const say = (text: string): void => void stream.write(`${text}\n`);
	return {
		say,
		async step(title, work) {
			const begin = Date.now();
			const seconds = (): string => `${((Date.now() - begin) / 1000).toFixed(1)} s`;
			say(`${title} …`);
			const ticker = setInterval(() => say(`  … ${seconds()}`), TICK);
			try {
				return await work();
			} finally {
				clearInterval(ticker);
				say(`  ${seconds()}`);
			}
		},
	};
}
