import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import { Shared } from '../../../marketing/transport/shared.ts';
import type { Timing } from '../../../marketing/transport/timing.ts';
import { asker, type Ask } from '../../simulator/asker.mts';
import { OPENID, SENDABLE } from '../../simulator/examples.mts';
import { sampleOf } from '../../simulator/notifications/samples.mts';
import { TriggerStage } from '../helpers/triggerStage.mts';
import { useSimulator } from '../helpers/useSimulator.mts';

const simulator = useSimulator();
const APPID = 'wx233544546545989';
const id = '8b33f79f-8869-5ae5-b41b-3c0b59f957d0';

let stage: TriggerStage;
let ask: Ask;
afterEach(async () => await stage.close());

/** A coupon that was sent, and the notification that tells of it. */
async function sent() {
	ask = asker(simulator());
	const coupon = await ask('userProductCoupon.send', {
		...SENDABLE,
		openid: OPENID,
		appid: APPID,
		send_request_no: 'SEND_20260101_000001',
	});
	const sample = sampleOf('PRODUCT_COUPON_SP.SEND');
	const coupon_code = coupon.json.coupon_code as string;
	const resource = { ...sample.resource, ...SENDABLE, appid: APPID, openid: OPENID, coupon_code };
	return { ...sample, resource };
}

async function open(confirmProductCoupons = true): Promise<void> {
	const { credential } = simulator();
	const events = ['PRODUCT_COUPON_SP.SEND', 'COUPON.USE'];
	const options = { confirmProductCoupons };
	stage = await TriggerStage.open({ credential, parameters: { events, options } });
}

async function stateOf({ resource }: Awaited<ReturnType<typeof sent>>): Promise<unknown> {
	const { brand_id, product_coupon_id, stock_id, openid, appid, coupon_code } = resource;
	const ids = { brand_id, product_coupon_id, stock_id, openid, appid, coupon_code };
	return (await ask('userProductCoupon.get', ids)).json.coupon_state;
}

/** The timeout of an attempt is waited for in parts; here every attempt is answered, or the trigger gives up before. */
const PART_OF_TIMEOUT = 400;
const untilAborted = async (signal: AbortSignal | undefined) =>
	await new Promise<void>((_, reject) =>
		signal?.addEventListener('abort', () => reject(new Error('cancelled'))),
	);

/** A clock on which waits pass at once: of two that are under way, the one that ends first. */
function fastTiming(dice: number): Timing {
	let time = 0;
	let due: Array<{ at: number; go: () => void }> = [];
	return {
		now: Date.now,
		random: () => dice,
		wait: async (milliseconds, signal) => {
			if (milliseconds === PART_OF_TIMEOUT) return await untilAborted(signal);
			const end = new Promise<void>((go) => due.push({ at: time + milliseconds, go }));
			if (due.length === 2) {
				const [first, ...others] = due.sort((one, other) => one.at - other.at);
				due = others;
				time = first!.at;
				first!.go();
			}
			await Promise.race([end, untilAborted(signal)]);
		},
	};
}

const confirmations = () => simulator().requests.filter(({ path }) => path.endsWith('/confirm'));

describe('Confirm Product Coupons', () => {
	test('confirms, then runs; a repetition does neither', async () => {
		const notification = await sent();
		await open();
		expect(await simulator().notify(stage.url(), notification, { id })).toMatchObject({
			status: 200,
		});
		expect(await stateOf(notification)).not.toBe('CONFIRMING');
		await simulator().notify(stage.url(), notification, { id });
		expect(stage.started).toHaveLength(1);
		expect(confirmations()).toHaveLength(1);
	});

	test('off: nothing is called', async () => {
		const notification = await sent();
		await open(false);
		await simulator().notify(stage.url(), notification);
		expect(stage.started).toHaveLength(1);
		expect(await stateOf(notification)).toBe('CONFIRMING');
	});

	test('of other events nothing is confirmed', async () => {
		await open();
		await simulator().notify(stage.url(), sampleOf('COUPON.USE'));
		expect(stage.started).toHaveLength(1);
		expect(simulator().requests).toEqual([]);
	});

	test('not confirmed in time: 500, remembered as nothing, and taken when it comes again', async () => {
		const notification = await sent();
		await open();
		simulator().misbehave({ kind: 'neverAnswer' }, { path: /confirm$/ });
		const waits: number[] = [];
		const wait: Timing['wait'] = async (milliseconds, signal) => {
			if (milliseconds === PART_OF_TIMEOUT) return await untilAborted(signal);
			waits.push(milliseconds);
			while (confirmations().length === 0) await delay(5);
		};
		stage.shared = new Shared({ now: Date.now, random: () => 0, wait });
		const late = await simulator().notify(stage.url(), notification, { id });
		expect(late).toMatchObject({ status: 500, body: expect.stringContaining('FAIL') });
		expect(waits).toEqual([4000]);
		stage.shared = undefined;
		expect(stage.started).toEqual([]);
		expect(stage.thrown).toEqual([]);
		expect(stage.staticData).toEqual({});
		expect(stage.warnings[0]).toContain('The product coupon was not confirmed');
		expect(await simulator().notify(stage.url(), notification, { id })).toMatchObject({
			status: 200,
		});
		expect(stage.started).toHaveLength(1);
	});

	test.each([0.41, 0.9])(
		'WeChat Pay is in trouble all the time: 500 and no failed execution, whatever the dice (%d)',
		async (dice) => {
			const notification = await sent();
			await open();
			const trouble = { kind: 'status', status: 400, code: 'SYSTEM_ERROR' } as const;
			simulator().misbehave(trouble, { path: /confirm$/, times: Infinity });
			stage.shared = new Shared(fastTiming(dice));
			const answered = await simulator().notify(stage.url(), notification, { id });
			expect(answered).toMatchObject({ status: 500, body: expect.stringContaining('FAIL') });
			expect(stage.thrown).toEqual([]);
			expect(stage.started).toEqual([]);
			expect(stage.staticData).toEqual({});
			expect(stage.warnings[0]).toContain('The product coupon was not confirmed');
		},
	);

	test('the answer is lost after the work: the same request number, nothing done twice', async () => {
		const notification = await sent();
		await open();
		simulator().misbehave({ kind: 'resetAfterWork' }, { path: /confirm$/ });
		expect(await simulator().notify(stage.url(), notification, { id })).toMatchObject({
			status: 200,
		});
		const numbers = confirmations().map(
			({ body }) => (JSON.parse(body.toString()) as { out_request_no: string }).out_request_no,
		);
		expect(numbers).toHaveLength(2);
		expect(new Set(numbers).size).toBe(1);
		expect(numbers[0]).toMatch(/^[\da-f]{32}$/);
	});

	test.each([
		[400, 'INVALID_REQUEST'],
		[404, 'RESOURCE_NOT_EXISTS'],
	])(
		'WeChat Pay refuses for good (%d): the workflow runs once, and is told',
		async (status, code) => {
			const notification = await sent();
			await open();
			simulator().misbehave({ kind: 'status', status, code }, { path: /confirm$/ });
			for (let time = 0; time < 2; time++) {
				expect(await simulator().notify(stage.url(), notification, { id })).toMatchObject({
					status: 200,
				});
			}
			expect(stage.thrown).toEqual([]);
			expect(stage.started.map((data) => data[0]![0]!.json)).toMatchObject([
				{ id, confirmation: { code, message: expect.stringContaining(code) } },
			]);
			expect(confirmations()).toHaveLength(1);
		},
	);

	test('a notification without what a confirmation needs: the workflow runs once, and is told', async () => {
		const notification = await sent();
		Reflect.deleteProperty(notification.resource, 'openid');
		await open();
		await simulator().notify(stage.url(), notification, { id });
		expect(stage.thrown).toEqual([]);
		expect(stage.started.map((data) => data[0]![0]!.json)).toMatchObject([
			{ confirmation: { code: 'INVALID_INPUT', message: expect.stringContaining('openid') } },
		]);
		expect(confirmations()).toEqual([]);
	});

	test('the item of a coupon that was confirmed has nothing about it', async () => {
		const notification = await sent();
		await open();
		await simulator().notify(stage.url(), notification, { id });
		expect(stage.started[0]![0]![0]!.json).not.toHaveProperty('confirmation');
	});

	test('confirming reads the credential no other time', async () => {
		const notification = await sent();
		await open();
		await simulator().notify(stage.url(), notification, { id });
		expect(confirmations()).toHaveLength(1);
		expect(stage.credentialsRead).toBe(1);
	});

	test.each([
		[401, 'SIGN_ERROR'],
		[403, 'NO_AUTH'],
	])(
		'WeChat Pay refuses until the account is mended (%d): 500, and a failed execution that says why',
		async (status, code) => {
			const notification = await sent();
			await open();
			simulator().misbehave({ kind: 'status', status, code }, { path: /confirm$/ });
			expect(await simulator().notify(stage.url(), notification, { id })).toMatchObject({
				status: 500,
			});
			expect(stage.thrown).toMatchObject([{ message: expect.stringContaining(code) }]);
			expect(stage.started).toEqual([]);
			expect(await simulator().notify(stage.url(), notification, { id })).toMatchObject({
				status: 200,
			});
		},
	);

	test('two at the same moment: one confirmation, one run', async () => {
		const notification = await sent();
		await open();
		const both = [id, id].map(async (same) => {
			return await simulator().notify(stage.url(), notification, { id: same });
		});
		expect((await Promise.all(both)).map(({ status }) => status).sort()).toEqual([200, 503]);
		expect(stage.started).toHaveLength(1);
		expect(confirmations()).toHaveLength(1);
	});
});
