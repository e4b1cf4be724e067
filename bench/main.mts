// Measures the built node beside other ways to do the same work, and prints tables in Markdown; with the names of
// scenarios only those.
import { progressTo, type Progress } from '../scripts/progress.mts';
import { dayInQueueMode } from './day.mts';
import { loadingTimes } from './loading.mts';
import { receivedNotifications } from './notifications.mts';
import { notificationsInN8n } from './notificationsInN8n.mts';
import { circumstances, duration } from './format.mts';
import { ROUNDS, SCENARIOS, Scenarios } from './scenarios.mts';
import { ServerProcess } from './serverProcess.mts';
import { Tables } from './tables.mts';

/** What is measured in which way. */
const METHOD = `Times are medians of ${ROUNDS} rounds with the fastest and the slowest in brackets; in a round the clients take turns. They work against a server in a process of its own, which checks every request's signature and signs every answer (the same answer once a minute). Every call has a new connection, as in n8n, but for wechatpay-axios-plugin, which keeps its own. The node runs in n8n's engine, and its time is that of the whole workflow. “HTTP Request (emulated)” is not that node, but its way of batching with n8n's own request helper, measured once; it verifies no answer.`;

const middle = (sorted: number[]): number => sorted[Math.floor(sorted.length / 2)]!;

/** What is told in a sentence, or has a table of its own. */
const SENTENCES: Readonly<Record<string, (step: Progress['step']) => Promise<string>>> = {
	async notifications(step) {
		const [count, sideBySide] = [1000, 20];
		await receivedNotifications(count / 10, 1);
		const alone = await receivedNotifications(count, 1);
		const many = await receivedNotifications(count, sideBySide);
		const aSecond = Math.round((count / many.milliseconds) * 1000).toLocaleString('en');
		const inN8n = await notificationsInN8n(step);
		return `The trigger, in n8n's own webhook contexts, verifies, decrypts, and answers a notification in ${duration(middle(alone.answered))} (median of ${count.toLocaleString('en')}, the slowest ${duration(alone.answered.at(-1)!)}); ${sideBySide} at a time it takes ${aSecond} a second, the sender being in the same process.\n\n${inN8n}`;
	},
	day: dayInQueueMode,
	async loading() {
		const times = loadingTimes(15);
		return `Loading the node and its credential takes ${duration(middle(times))} (median of ${times.length} new processes, ${duration(times[0]!)}–${duration(times.at(-1)!)}), n8n-workflow being loaded already.`;
	},
};

async function measured(isWanted: (name: string) => boolean): Promise<string[]> {
	const { step } = progressTo(process.stderr);
	const conditions = circumstances();
	const server = await ServerProcess.start();
	const tables = new Tables();
	const scenarios = new Scenarios(server, tables, step);
	try {
		for (const name of SCENARIOS) if (isWanted(name)) await scenarios[name]();
	} finally {
		server.stop();
	}
	const paragraphs = [`${conditions} ${METHOD}`, ...tables.paragraphs()];
	for (const [name, sentence] of Object.entries(SENTENCES)) {
		if (isWanted(name)) paragraphs.push(await step(name, () => sentence(step)));
	}
	return paragraphs;
}

const wanted = process.argv.slice(2);
const names: string[] = [...SCENARIOS, ...Object.keys(SENTENCES)];
const strangers = wanted.filter((name) => !names.includes(name));
if (strangers.length > 0) {
	console.error(`There is no ${strangers.join(', ')}, only ${names.join(', ')}`);
	process.exitCode = 1;
} else {
	const paragraphs = await measured((name) => wanted.length === 0 || wanted.includes(name));
	console.log(`\n${paragraphs.join('\n\n')}`);
}
