// The process of SimulatorProcess: tells its credential, then answers questions until its parent goes.
import { startSimulator } from '../simulator/index.mts';
import { sampleOf } from '../simulator/notifications/samples.mts';
import type { Answers, Question } from './simulatorProcess.mts';

/** Milliseconds that WeChat Pay takes for an answer. */
const LATENCY = 30;

const { credential, requests, shop, notify } = await startSimulator({ latencyMs: LATENCY });

const answers: Answers = {
	takeCalls: () =>
		requests
			.splice(0)
			.map(({ method, path, status, body }) => ({ method, path, status, body: body.toString() })),
	countCoupons: (openids) => openids.map((openid) => shop.userProductCoupons(openid).length),
	notify: async ({ url, event, id }) => await notify(url, sampleOf(event), { id }),
};

process.on(
	'message',
	async ({ number, name, asked }: { number: number; name: Question; asked: unknown[] }) => {
		const answer = await (answers[name] as (...asked: unknown[]) => unknown)(...asked);
		process.send?.({ number, answer });
	},
);
process.on('disconnect', () => process.exit());
process.send?.(credential);
