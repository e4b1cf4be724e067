import { describe, expect, test } from '@jest/globals';
import type { Fault } from '../../simulator/index.mts';
import { type NotifyUrlKind } from '../../simulator/shop.mts';
import { Shared } from '../../../marketing/transport/shared.ts';
import { realTiming } from '../../../marketing/transport/timing.ts';
import { PUBLIC_URL, publicUrlOf, type TriggerStage } from '../helpers/triggerStage.mts';
import { useSimulator } from '../helpers/useSimulator.mts';
import { messageOf, useTrigger, type Opened } from '../helpers/useTrigger.mts';

const simulator = useSimulator();
const openTrigger = useTrigger(simulator);
const OTHER = 'https://pos.example.net/wechat';

let stage: TriggerStage;
const open = async (events: string[], opened?: Opened) => {
	stage = await openTrigger(events, opened);
};

const REPLACE: Opened = { parameters: { options: { replaceAddress: true } } };

/** Each kind that can be asked for, with an event of it. */
const KINDS: Array<[NotifyUrlKind, event: string, about: string]> = [
	['productCoupons', 'PRODUCT_COUPON_SP.SEND', 'product coupons'],
	['merchantCoupons', 'COUPON.SEND', 'merchant coupons'],
	['cashCoupons', 'COUPON.USE', 'cash coupons'],
];
const ALL = KINDS.map(([, event]) => event);

const addressOf = (kind: NotifyUrlKind) => simulator().shop.notifyUrl(kind);
const setOthers = () => KINDS.forEach(([kind]) => simulator().shop.setNotifyUrl(kind, OTHER));
const writes = () => simulator().requests.filter(({ method }) => method !== 'GET');

describe.each(KINDS)('%s', (kind, event, about) => {
	test('nothing is set: the address of the workflow is set, and known by the next start', async () => {
		await open([event]);
		await stage.activate();
		expect(addressOf(kind)).toBe(PUBLIC_URL);
		expect(writes()).toHaveLength(1);
		await stage.activate('init');
		expect(writes()).toHaveLength(1);
	});

	test('an empty address is none', async () => {
		simulator().shop.setNotifyUrl(kind, '');
		await open([event]);
		await stage.activate();
		expect(addressOf(kind)).toBe(PUBLIC_URL);
	});

	test('ours is set: nothing is done', async () => {
		simulator().shop.setNotifyUrl(kind, PUBLIC_URL);
		await open([event]);
		await stage.activate();
		expect(writes()).toEqual([]);
	});

	test('another one is set: activation stops, names it, and changes nothing', async () => {
		simulator().shop.setNotifyUrl(kind, OTHER);
		await open([event]);
		const message = await messageOf(stage.activate());
		expect(message).toContain(`those of ${about} to ${OTHER}`);
		expect(message).toContain('Replace Address');
		expect(writes()).toEqual([]);
		await stage.deactivate();
		expect(addressOf(kind)).toBe(OTHER);
	});

	test('Replace Address takes it over, and deactivation puts it back', async () => {
		simulator().shop.setNotifyUrl(kind, OTHER);
		await open([event], REPLACE);
		await stage.activate();
		expect(addressOf(kind)).toBe(PUBLIC_URL);
		await stage.activate('init');
		expect(await stage.deactivate()).toBe(true);
		expect(addressOf(kind)).toBe(OTHER);
		expect(stage.staticData.addresses).toEqual({});
	});

	test('deactivation leaves alone what somebody set meanwhile', async () => {
		simulator().shop.setNotifyUrl(kind, OTHER);
		await open([event], REPLACE);
		await stage.activate();
		simulator().shop.setNotifyUrl(kind, 'https://third.example.org/');
		await stage.deactivate();
		expect(addressOf(kind)).toBe('https://third.example.org/');
		expect(stage.warnings).toEqual([
			expect.stringMatching(
				`back to ${OTHER}, because https://third.example.org/ is set by now. When .* set ${OTHER} again`,
			),
		]);
	});

	test('WeChat Pay is down at a start: the webhook stays, when the address was ours before', async () => {
		await open([event]);
		await stage.activate();
		simulator().misbehave({ kind: 'resetBeforeWork' }, { times: Infinity });
		await stage.activate('init');
		expect(stage.warnings).toEqual([
			expect.stringContaining(`could not ask WeChat Pay for the address of ${about}`),
		]);
	});

	test('WeChat Pay is down and never said: activation stops', async () => {
		await open([event]);
		simulator().misbehave({ kind: 'status', status: 503 }, { times: Infinity });
		expect(await messageOf(stage.activate())).not.toBe('nothing was thrown');
		expect(writes()).toEqual([]);
	});

	test('the quota is used up for a minute: activation stops at once', async () => {
		await open([event]);
		stage.shared = new Shared(realTiming);
		const headers = { 'Retry-After': '60' };
		simulator().misbehave({ kind: 'status', status: 429, headers }, { times: Infinity });
		expect(await messageOf(stage.activate())).not.toBe('nothing was thrown');
		expect(simulator().requests).toHaveLength(1);
	});

	test('n8n has moved: the address that was ours is replaced', async () => {
		await open([event]);
		await stage.activate();
		stage.base = 'https://new.example.com';
		await stage.activate();
		expect(addressOf(kind)).toMatch(/^https:\/\/new\.example\.com\//);
	});
});

describe('at a start, when the address was ours before', () => {
	const start = async (fault: Fault) => {
		await open(['COUPON.USE']);
		await stage.activate();
		simulator().misbehave(fault, { times: Infinity });
		return await messageOf(stage.activate('init'));
	};

	test.each<Fault>([
		{ kind: 'status', status: 503 },
		{ kind: 'status', status: 400, code: 'SYSTEM_ERROR' },
		{ kind: 'resetAfterWork' },
	])('what may pass leaves the webhook: $kind $status $code', async (fault) => {
		expect(await start(fault)).toBe('nothing was thrown');
		expect(stage.warnings).toHaveLength(1);
	});

	test.each<Fault>([
		{ kind: 'status', status: 501, body: '' },
		{ kind: 'status', status: 403, code: 'NO_AUTH' },
		// With a key that does not fit, no notification could be taken, either.
		{ kind: 'foreignKey' },
	])('what does not is told: $kind $status $code', async (fault) => {
		expect(await start(fault)).not.toBe('nothing was thrown');
		expect(stage.warnings).toEqual([]);
	});
});

describe('several kinds', () => {
	test('each address is set once', async () => {
		await open([...ALL, 'PRODUCT_COUPON_SP.IMAGE_GENERATION', 'other']);
		await stage.activate();
		expect(KINDS.map(([kind]) => addressOf(kind))).toEqual(KINDS.map(() => PUBLIC_URL));
		expect(writes()).toHaveLength(3);
	});

	test('one of another system: nothing is changed', async () => {
		simulator().shop.setNotifyUrl('cashCoupons', OTHER);
		await open(ALL);
		expect(await messageOf(stage.activate())).toContain(`cash coupons to ${OTHER}`);
		expect(writes()).toEqual([]);
	});

	test('one cannot be set: the others are put back', async () => {
		setOthers();
		await open(ALL, REPLACE);
		simulator().misbehave(
			{ kind: 'status', status: 403 },
			{ method: 'POST', path: /product-coupon/, times: Infinity },
		);
		expect(await messageOf(stage.activate())).toContain('NO_AUTH');
		expect(KINDS.map(([kind]) => addressOf(kind))).toEqual(KINDS.map(() => OTHER));
		expect(stage.staticData.addresses).toEqual({});
	});

	test('the answer to one is lost: it is put back, too', async () => {
		setOthers();
		await open(ALL, REPLACE);
		simulator().misbehave(
			{ kind: 'resetAfterWork' },
			{ method: 'POST', path: /favor\/callbacks/, times: 2 },
		);
		expect(await messageOf(stage.activate())).not.toBe('nothing was thrown');
		expect(KINDS.map(([kind]) => addressOf(kind))).toEqual(KINDS.map(() => OTHER));
	});
});

describe('delivery plans, whose address cannot be asked for', () => {
	const EVENTS = ['DELIVERY_PLAN.CHANGE'];

	test('activation says so', async () => {
		await open(EVENTS);
		const message = await messageOf(stage.activate());
		expect(message).toContain('does not say which address is set for delivery plans');
		expect(message).toContain('Replace Address');
		expect(simulator().requests).toEqual([]);
	});

	test('are set with Replace Address, once', async () => {
		await open(EVENTS, REPLACE);
		await stage.activate();
		expect(addressOf('deliveryPlans')).toBe(PUBLIC_URL);
		await stage.activate('init');
		expect(writes()).toHaveLength(1);
		await stage.deactivate();
		expect(addressOf('deliveryPlans')).toBe(PUBLIC_URL);
	});

	test('what could not be set is not taken for set', async () => {
		await open(EVENTS, REPLACE);
		simulator().misbehave({ kind: 'status', status: 403 }, { times: 1 });
		expect(await messageOf(stage.activate())).toContain('NO_AUTH');
		await stage.activate();
		expect(addressOf('deliveryPlans')).toBe(PUBLIC_URL);
	});
});

describe('a trigger that another one took the place of', () => {
	const [FIRST, SECOND] = ['hook-a', 'hook-b'].map(publicUrlOf);

	/** The first replaces another system's address, the second that of the first. */
	async function both(shared: Shared): Promise<[first: TriggerStage, second: TriggerStage]> {
		simulator().shop.setNotifyUrl('cashCoupons', OTHER);
		const [first, second] = [
			await openTrigger(['COUPON.USE'], { ...REPLACE, webhookId: 'hook-a' }),
			await openTrigger(['COUPON.USE'], { ...REPLACE, webhookId: 'hook-b' }),
		];
		for (const trigger of [first, second]) {
			trigger.shared = shared;
			await trigger.activate();
		}
		expect(addressOf('cashCoupons')).toBe(SECOND);
		return [first, second];
	}

	test('is put back when it is still active', async () => {
		const [first, second] = await both(new Shared(realTiming));
		await second.deactivate();
		expect(addressOf('cashCoupons')).toBe(FIRST);
		expect(second.warnings).toEqual([expect.stringContaining('another workflow of this n8n')]);
		await first.deactivate();
		expect(addressOf('cashCoupons')).toBe(OTHER);
		expect(first.warnings).toEqual([]);
	});

	test('is not, once it was deactivated: the address before any of ours comes back', async () => {
		const [first, second] = await both(new Shared(realTiming));
		await first.deactivate();
		expect(first.warnings).toEqual([expect.stringContaining(`${SECOND} is set by now`)]);
		await second.deactivate();
		expect(addressOf('cashCoupons')).toBe(OTHER);
		expect(second.warnings).toEqual([]);
	});

	test('was deactivated before n8n was started anew: a warning says what is left', async () => {
		const [first, second] = await both(new Shared(realTiming));
		await first.deactivate();
		second.shared = new Shared(realTiming);
		await second.deactivate();
		expect(addressOf('cashCoupons')).toBe(FIRST);
		expect(second.warnings).toEqual([
			expect.stringMatching(`back to ${FIRST}, which is another workflow of this n8n. If that one`),
		]);
	});

	test('is active again, and off again: no circle, and a warning says what is left', async () => {
		const [first, second] = await both(new Shared(realTiming));
		await first.deactivate();
		await first.activate();
		expect(addressOf('cashCoupons')).toBe(FIRST);
		await second.deactivate();
		await first.deactivate();
		expect(first.warnings.at(-1)).toContain('another workflow of this n8n');
	});
});

describe('what is left alone', () => {
	test('n8n has moved and was not activated since: an address that was replaced is put back', async () => {
		setOthers();
		await open(ALL, REPLACE);
		await stage.activate();
		stage.base = 'https://moved.example.com';
		await stage.deactivate({ isTest: true });
		expect(KINDS.map(([kind]) => addressOf(kind))).toEqual(KINDS.map(() => PUBLIC_URL));
		await stage.deactivate();
		expect(KINDS.map(([kind]) => addressOf(kind))).toEqual(KINDS.map(() => OTHER));
		expect(stage.warnings).toEqual([]);
	});

	test.each(['status', 'resetAfterWork'] as const)(
		'n8n has moved and the first activation fails (%s): the next one knows what was ours and what was replaced',
		async (kind) => {
			simulator().shop.setNotifyUrl('cashCoupons', OTHER);
			await open(['COUPON.USE'], REPLACE);
			await stage.activate();
			stage.base = 'https://moved.example.com';
			const fault = kind === 'status' ? { kind, status: 403 } : { kind };
			simulator().misbehave(fault, { method: 'POST', times: Infinity });
			await expect(stage.activate()).rejects.toThrow();
			simulator().reset();
			const isSet = kind === 'resetAfterWork';
			const moved = PUBLIC_URL.replace('https://n8n.', 'https://moved.');
			simulator().shop.setNotifyUrl('cashCoupons', isSet ? moved : PUBLIC_URL);
			stage.parameters = { events: ['COUPON.USE'] };
			await stage.activate();
			expect(addressOf('cashCoupons')).toBe(moved);
			await stage.deactivate();
			expect(addressOf('cashCoupons')).toBe(OTHER);
		},
	);

	test('of a merchant who is not the one whose address was replaced', async () => {
		const address = { address: PUBLIC_URL, mchid: '1900009999', replaced: OTHER };
		await open(ALL, { saved: { addresses: { cashCoupons: address } } });
		simulator().shop.setNotifyUrl('cashCoupons', PUBLIC_URL);
		await stage.deactivate();
		expect(simulator().requests).toEqual([]);
		expect(stage.warnings).toEqual([
			expect.stringMatching(`back to ${OTHER}, because .* no longer that of 1900009999, whose`),
		]);
		expect(stage.staticData.addresses).toEqual({ cashCoupons: address });
	});

	test('static data that somebody spoiled counts as none', async () => {
		await open(ALL, { saved: { addresses: { cashCoupons: 7, productCoupons: { address: 1 } } } });
		await stage.activate();
		await stage.deactivate();
		expect(addressOf('cashCoupons')).toBe(PUBLIC_URL);
	});
});
