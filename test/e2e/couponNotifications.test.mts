import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
	runCouponNotifications,
	type LookupReport,
} from '../../scripts/examples/couponNotifications.mts';
import { exampleCouponRows } from '../../scripts/examples/exampleCoupons.mts';
import type { Stage } from '../../scripts/examples/stage.mts';
import {
	startWebhookReceiver,
	type WebhookReceiver,
} from '../../scripts/examples/webhookReceiver.mts';
import { GENERATIONS } from '../../scripts/n8n/generation.mts';
import { nodeType } from '../../scripts/project.mts';
import { PRODUCT_COUPONS } from '../simulator/shop.mts';
import { builtDescription } from './builtDescription.mts';
import { withoutDefaults } from './withoutDefaults.mts';
import { SETUP_LIMIT, setTestStage } from './testStage.mts';

describe.each(GENERATIONS)('examples/coupon-lookup-notify.json in n8n %s', (generation) => {
	let stage: Stage;
	let receiver: WebhookReceiver;
	let report: LookupReport;

	beforeAll(async () => {
		stage = await setTestStage({ generation });
		receiver = await startWebhookReceiver();
		report = await runCouponNotifications(stage, receiver.url);
	}, SETUP_LIMIT);

	afterAll(async () => {
		await receiver?.close();
		await stage?.close();
	});

	test('looks every coupon up with one validly signed call', () => {
		const calls = stage.simulator.requests.map(({ method, path, query, signature }) => ({
			method,
			id: decodeURIComponent(path.split('/').at(-1) ?? ''),
			query,
			signature,
		}));
		const wanted = exampleCouponRows().map(({ product_coupon_id, brand_id }) => ({
			method: 'GET',
			id: product_coupon_id,
			query: { brand_id },
			signature: 'valid',
		}));
		expect(calls).toHaveLength(wanted.length);
		expect(calls).toEqual(expect.arrayContaining(wanted));
		expect(report).toEqual({ rows: 10, found: 9, notFound: 1, notified: 4 });
	});

	test('notifies of the coupons that are not effective, and of the one that is not there', () => {
		const { auditing, deactivated, noodlesAuditing } = PRODUCT_COUPONS;
		expect(receiver.messages).toEqual([
			expect.stringMatching(`^林晓: .* \\(${auditing}\\) is AUDITING$`),
			expect.stringMatching(`^林晓: .* \\(${deactivated}\\) is DEACTIVATED: 商品已下架$`),
			expect.stringMatching(`^周航: .* \\(${noodlesAuditing}\\) is AUDITING$`),
			expect.stringMatching(/^林晓: 200000999 could not be looked up: .*NOT_FOUND/),
		]);
	});

	test('does the same when it is stored without the values that are defaults', async () => {
		const description = builtDescription();
		const stored = await runCouponNotifications(stage, receiver.url, (node) =>
			node.type === nodeType ? withoutDefaults(node, description) : node,
		);
		expect(stored).toEqual(report);
	});
});
