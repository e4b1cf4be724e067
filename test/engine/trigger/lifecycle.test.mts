import { describe, expect, test } from '@jest/globals';
import { PUBLIC_URL } from '../helpers/triggerStage.mts';
import { useSimulator } from '../helpers/useSimulator.mts';
import { messageOf, useTrigger, type Opened } from '../helpers/useTrigger.mts';

const simulator = useSimulator();
const open = useTrigger(simulator);
const OTHER = 'https://pos.example.net/wechat';
const KINDS = ['productCoupons', 'merchantCoupons', 'cashCoupons'] as const;
/** An event of each of them. */
const ALL = ['PRODUCT_COUPON_SP.SEND', 'COUPON.SEND', 'COUPON.USE'];
const REPLACE: Opened = { parameters: { options: { replaceAddress: true } } };

const addresses = () => KINDS.map((kind) => simulator().shop.notifyUrl(kind));
const setOthers = () => KINDS.forEach((kind) => simulator().shop.setNotifyUrl(kind, OTHER));

describe('before any call', () => {
	test.each([
		['http://n8n.example.com', 'does not begin with https://'],
		['https://localhost:5678', 'only you can reach'],
		['https://192.168.1.20', 'only you can reach'],
		['https://172.20.0.3', 'only you can reach'],
		['https://[fd12::1]', 'only you can reach'],
		['https://n8n', 'only you can reach'],
		['https://n8n.local', 'only you can reach'],
		['https://me:secret@n8n.example.com', 'user name or password'],
		[`https://n8n.example.com/${'a'.repeat(256)}`, 'more than 256 characters'],
	])('%s is refused, and the setting named', async (base, complaint) => {
		const stage = await open(ALL, { base });
		const message = await messageOf(stage.activate());
		expect(message).toContain(complaint);
		expect(message).toContain('N8N_WEBHOOK_URL');
		expect(message).toContain('WEBHOOK_URL (n8n 1)');
		expect(simulator().requests).toEqual([]);
	});

	test('without an APIv3 key nothing is set, with Set Address or without', async () => {
		for (const setAddress of [true, false]) {
			const stage = await open(ALL, { apiV3Key: '', parameters: { setAddress } });
			expect(await messageOf(stage.activate())).toMatch(/^APIv3 Key in the credential is empty/);
		}
		expect(simulator().requests).toEqual([]);
	});

	test('a wrong credential is named', async () => {
		const stage = await open(ALL);
		stage.credential = { ...stage.credential, mchid: '12' };
		expect(await messageOf(stage.activate())).toContain('Merchant ID in the credential');
	});
});

describe('what is left alone', () => {
	test('without Set Address nothing is called', async () => {
		setOthers();
		const stage = await open(ALL, { parameters: { setAddress: false } });
		await stage.activate();
		await stage.deactivate();
		expect(simulator().requests).toEqual([]);
	});

	test('events without an address need none', async () => {
		const stage = await open(['other']);
		await stage.activate();
		expect(simulator().requests).toEqual([]);
	});

	test('a test, while the workflow is active and when it ends', async () => {
		setOthers();
		const stage = await open(ALL, REPLACE);
		await stage.activate();
		const { length } = simulator().requests;
		const { staticData } = stage;
		await stage.activate('manual');
		await stage.deactivate({ isTest: true });
		expect(simulator().requests).toHaveLength(length);
		expect(stage.staticData).toEqual(staticData);
		expect(addresses()).toEqual(KINDS.map(() => PUBLIC_URL));
	});
});

test('deactivation does not throw when nothing works', async () => {
	setOthers();
	const stage = await open(ALL, REPLACE);
	await stage.activate();
	simulator().misbehave({ kind: 'resetBeforeWork' }, { times: Infinity });
	expect(await stage.deactivate()).toBe(true);
	expect(stage.warnings).toHaveLength(3);
	expect(stage.warnings[0]).toContain(OTHER);
	stage.credential = { ...stage.credential, privateKey: 'none' };
	expect(await stage.deactivate()).toBe(true);
});

describe('no message of activation has the word after which n8n 1 gives up', () => {
	test('also when WeChat Pay says it', async () => {
		const stage = await open(ALL);
		const message = 'Http头Authorization中的timestamp与发起请求的时间不得超过5分钟';
		simulator().misbehave(
			{ kind: 'status', status: 401, code: 'SIGN_ERROR', message },
			{ times: Infinity },
		);
		const told = await messageOf(stage.activate());
		expect(told).toContain('SIGN_ERROR');
		expect(told).not.toContain('Authorization');
	});
});
