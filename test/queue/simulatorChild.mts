// The process of SimulatorProcess: tells its credential, then answers questions until its parent goes.
import { startSimulator } from '../simulator/index.mts';
import { sampleOf } from '../simulator/notifications/samples.mts';
import { BRANDS, FIRST_STORES, PRODUCT_COUPONS, storeIds } from '../simulator/shop.mts';
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
	countConfirmed: () =>
		requests.filter(({ path, status }) => path.endsWith('/confirm') && status === 200).length,
	async notify({ url, event, id, resource }) {
		const sample = sampleOf(event);
		const told = { ...sample, resource: { ...sample.resource, ...resource } };
		return await notify(url, told, { id });
	},
	openStores(count, stocks) {
		const stores = storeIds(FIRST_STORES.coffee, count);
		shop.addBrand(BRANDS.coffee, { authorised: true, stores });
		for (const stockId of stocks) {
			shop.addStock({ productCouponId: PRODUCT_COUPONS.sendable, stockId });
		}
	},
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
