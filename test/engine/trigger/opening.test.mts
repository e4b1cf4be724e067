import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { Shared } from '../../../marketing/transport/shared.ts';
import type { CredentialValues } from '../../simulator/index.mts';
import { sampleOf } from '../../simulator/notifications/samples.mts';
import type { TriggerStage } from '../helpers/triggerStage.mts';
import { useSimulator } from '../helpers/useSimulator.mts';
import { useTrigger } from '../helpers/useTrigger.mts';

const simulator = useSimulator();
const openTrigger = useTrigger(simulator);
const RECEIVED = sampleOf('PRODUCT_COUPON_SP.SEND');

let stage: TriggerStage;
let now: number;
beforeEach(async () => {
	now = Date.now();
	stage = await openTrigger(['PRODUCT_COUPON_SP.SEND']);
	const wait = async () => await Promise.resolve();
	stage.shared = new Shared({ now: () => now, random: () => 0, wait });
});

const statusOf = async (mode?: 'webhook-test', how = {}) =>
	(await simulator().notify(stage.url(mode), RECEIVED, how)).status;
const otherKey = () => randomBytes(16).toString('hex');
const change = (values: Partial<CredentialValues>) => {
	stage.credential = { ...stage.credential, ...values };
};

test('the credential is read once for notifications within thirty seconds', async () => {
	expect(await Promise.all([statusOf(), statusOf(), statusOf()])).toEqual([200, 200, 200]);
	now += 29_999;
	expect(await statusOf()).toBe(200);
	expect(stage.credentialsRead).toBe(1);
	now += 1;
	expect(await statusOf()).toBe(200);
	expect(stage.credentialsRead).toBe(2);
});

describe('a changed credential works at once', () => {
	test.each<[string, () => Partial<CredentialValues>, status: number]>([
		['APIv3 Key', () => ({ apiV3Key: otherKey() }), 500],
		['no APIv3 Key', () => ({ apiV3Key: '' }), 500],
		['WeChat Pay Public Key ID', () => ({ publicKeyId: 'PUB_KEY_ID_0100000000' }), 401],
	])('%s', async (_, other, status) => {
		const right = stage.credential;
		change(other());
		const id = 'EV-2018022511223320873';
		expect(await statusOf(undefined, { id })).toBe(status);
		change(right);
		now += 1000;
		expect(await statusOf(undefined, { id })).toBe(200);
		expect(stage.started).toHaveLength(1);
		expect(stage.credentialsRead).toBe(2);
	});

	test('another one that is chosen in the node, too', async () => {
		expect(await statusOf()).toBe(200);
		stage.credentialId = '2';
		expect(await statusOf()).toBe(200);
		expect(stage.credentialsRead).toBe(2);
	});
});

test.each(['foreignKey', 'otherPublicKeyId'] as const)(
	'what does not fit (%s) lets it be read once a second, for anybody may send it',
	async (kind) => {
		expect(await statusOf()).toBe(200);
		for (let time = 0; time < 3; time++) {
			expect(await statusOf(undefined, { fault: { kind } })).toBe(401);
		}
		expect(stage.credentialsRead).toBe(1);
		now += 1000;
		for (let time = 0; time < 3; time++) {
			expect(await statusOf(undefined, { fault: { kind } })).toBe(401);
		}
		expect(stage.credentialsRead).toBe(2);
	},
);

test.each(['old', 'otherSignatureType'] as const)(
	'what no key would let pass (%s) lets it be',
	async (kind) => {
		now += 60_000;
		expect(await statusOf()).toBe(200);
		now += 1000;
		expect(await statusOf(undefined, { fault: { kind } })).toBe(401);
		expect(stage.credentialsRead).toBe(1);
	},
);

test('a credential that cannot be used is answered 500, and read again a second later', async () => {
	const right = stage.credential;
	change({ publicKey: 'none' });
	expect(await statusOf()).toBe(500);
	change(right);
	expect(await statusOf()).toBe(500);
	now += 1000;
	expect(await statusOf()).toBe(200);
	expect(stage.credentialsRead).toBe(2);
	expect(stage.thrown).toEqual([]);
	expect(stage.warnings).toEqual([
		expect.stringContaining('WeChat Pay Public Key in the credential'),
		expect.stringContaining('WeChat Pay Public Key in the credential'),
	]);
});

test('who listens for a test event has the credential as it is now', async () => {
	expect(await statusOf()).toBe(200);
	change({ apiV3Key: otherKey() });
	expect(await statusOf('webhook-test')).toBe(500);
	expect(stage.credentialsRead).toBe(2);
});
