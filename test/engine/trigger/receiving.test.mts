import { generateKeyPairSync } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { type NotificationFault } from '../../simulator/notifications/notification.mts';
import { eventually } from '../../eventually.mts';
import { SAMPLES, sampleOf, UNKNOWN_EVENT } from '../../simulator/notifications/samples.mts';
import { Shared } from '../../../marketing/transport/shared.ts';
import { realTiming } from '../../../marketing/transport/timing.ts';
import { TriggerStage } from '../helpers/triggerStage.mts';
import { useSimulator } from '../helpers/useSimulator.mts';

const simulator = useSimulator();
const RECEIVED = sampleOf('PRODUCT_COUPON_SP.SEND');
const ALL = [...SAMPLES.map(({ event_type }) => event_type), 'other'];

let stage: TriggerStage;
const open = async (others: INodeParameters = {}, saved?: IDataObject) => {
	const { credential } = simulator();
	const parameters = { events: ALL, ...others };
	stage = await TriggerStage.open({ credential, parameters, saved });
};
afterEach(async () => await stage.close());

const itemsOf = () => stage.started.map((data) => data[0]![0]!.json);
const SUCCESS = {
	status: 200,
	body: '{"code":"SUCCESS"}',
	type: expect.stringMatching(/^application\/json/),
};

describe('what WeChat Pay signed', () => {
	test.each(SAMPLES)('$event_type starts the workflow', async (sample) => {
		await open();
		expect(await simulator().notify(stage.url(), sample)).toMatchObject(SUCCESS);
		const { event_type, summary, resource } = sample;
		expect(itemsOf()).toEqual([
			{
				id: expect.stringMatching(/^[\da-f-]{36}$/),
				create_time: expect.stringContaining('T'),
				resource_type: 'encrypt-resource',
				event_type,
				summary,
				resource,
			},
		]);
		expect(stage.warnings).toEqual([]);
	});

	test('blanks and escaped slashes in its body change nothing', async () => {
		await open();
		const how = { fault: { kind: 'otherText' as const } };
		expect(await simulator().notify(stage.url(), RECEIVED, how)).toMatchObject(SUCCESS);
		expect(itemsOf()).toHaveLength(1);
	});

	test.each([undefined, ''])('associated_data may be %j', async (associated_data) => {
		await open();
		const sample = { ...sampleOf('COUPON.USE'), associated_data };
		expect(await simulator().notify(stage.url(), sample)).toMatchObject(SUCCESS);
		expect(itemsOf()).toHaveLength(1);
	});

	test.each<[string, string[], boolean]>([
		['PRODUCT_COUPON_SP.SEND', ['PRODUCT_COUPON_SP.SEND'], true],
		['PRODUCT_COUPON_SP.SEND', ['COUPON.USE', 'COUPON.SEND', 'other'], false],
		[UNKNOWN_EVENT.event_type, ['other'], true],
		[UNKNOWN_EVENT.event_type, ['PRODUCT_COUPON_SP.SEND'], false],
		['SECURITY_ECHO.SUCCESS', ['PRODUCT_COUPON_SP.SEND'], false],
	])('%s with %j chosen: runs %j', async (eventType, events, runs) => {
		await open({ events });
		expect(await simulator().notify(stage.url(), sampleOf(eventType))).toMatchObject(SUCCESS);
		expect(itemsOf()).toHaveLength(runs ? 1 : 0);
	});

	test('a test message starts a test whatever is chosen', async () => {
		await open({ events: ['COUPON.USE'] });
		const sample = sampleOf('SECURITY_ECHO.SUCCESS');
		expect(await simulator().notify(stage.url('webhook-test'), sample)).toMatchObject(SUCCESS);
		expect(itemsOf()).toMatchObject([{ event_type: 'SECURITY_ECHO.SUCCESS' }]);
	});
});

/** Each with the check that refuses it, and words that tell it from others. */
const FORGED: Array<[NotificationFault, check: string, words: RegExp]> = [
	[{ kind: 'probe' }, 'signature', /probe of WeChat Pay/],
	[{ kind: 'old' }, 'timestamp', /not within 5 minutes/],
	[{ kind: 'toCome' }, 'timestamp', /not within 5 minutes/],
	[{ kind: 'otherPublicKeyId' }, 'serial', /another WeChat Pay public key/],
	[{ kind: 'platformCertificate' }, 'serial', /platform certificate/],
	[{ kind: 'merchantCertificate' }, 'serial', /merchant's own certificate/],
	[{ kind: 'foreignKey' }, 'signature', /does not fit its content/],
	[{ kind: 'changedBody' }, 'signature', /does not fit its content/],
	[{ kind: 'otherSignatureType' }, 'type', /signed in another way/],
	...['Timestamp', 'Nonce', 'Signature', 'Serial'].map(
		(name): [NotificationFault, string, RegExp] => [
			{ kind: 'missingHeader', header: `Wechatpay-${name}` },
			'headers',
			new RegExp(`Wechatpay-${name} is missing`),
		],
	),
];

describe('what WeChat Pay did not sign', () => {
	test.each(FORGED)('%j is answered 401 and starts nothing', async (fault, check, words) => {
		await open();
		const delivery = await simulator().notify(stage.url(), RECEIVED, { fault });
		expect(delivery.status).toBe(401);
		const body = JSON.parse(delivery.body) as unknown;
		expect(body).toEqual({ code: 'FAIL', message: expect.stringMatching(words) });
		expect(stage.started).toEqual([]);
		expect(stage.thrown).toEqual([]);
		expect(stage.staticData).toEqual({});
		expect(stage.warnings).toHaveLength(1);
		expect(stage.warnings[0]).toMatch(words);
		expect(stage.warnings[0]).toContain(`(check: ${check})`);
		expect(stage.warnings[0]).toContain('Trigger in workflow “Coupons” started nothing.');
	});

	test('neither key, plaintext nor signature is in the log or the answer', async () => {
		await open();
		const said: string[] = [];
		for (const [fault] of FORGED) {
			const { body } = await simulator().notify(stage.url(), RECEIVED, { fault });
			said.push(body);
		}
		const { apiV3Key, privateKey, publicKeyId } = simulator().credential;
		const all = [...said, ...stage.warnings].join('\n');
		for (const secret of [apiV3Key, privateKey.slice(100, 140), publicKeyId, 'Code_123456']) {
			expect(all).not.toContain(secret);
		}
		expect(all).not.toMatch(/[A-Za-z0-9+/]{60}/);
	});

	test('more than 1 MB is refused', async () => {
		await open();
		const large = { ...RECEIVED, resource: { attach: 'a'.repeat(1024 * 1024) } };
		expect(await simulator().notify(stage.url(), large)).toMatchObject({ status: 401 });
		expect(stage.warnings[0]).toContain('(check: size)');
	});
});

describe('what cannot be read although WeChat Pay signed it', () => {
	test.each<[NotificationFault]>([[{ kind: 'wrongApiV3Key' }], [{ kind: 'cutTag' }]])(
		'%j is a failed execution that says what to do',
		async (fault) => {
			await open();
			const delivery = await simulator().notify(stage.url(), RECEIVED, { fault });
			expect(delivery.status).toBe(500);
			expect(stage.started).toEqual([]);
			expect(stage.thrown).toMatchObject([
				{
					message: expect.stringContaining('cannot be decrypted with APIv3 Key'),
					description: expect.stringContaining('Account Center > API Security > APIv3 Key'),
				},
			]);
			expect(stage.staticData).toEqual({});
		},
	);

	test('a credential that cannot be used is answered 500, without an execution', async () => {
		await open();
		stage.credential = { ...stage.credential, publicKey: 'none' };
		expect(await simulator().notify(stage.url(), RECEIVED)).toMatchObject({ status: 500 });
		expect(stage.thrown).toEqual([]);
		expect(stage.warnings[0]).toContain('WeChat Pay Public Key in the credential');
	});

	test("another merchant's public key is refused by the signature", async () => {
		await open();
		const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
		const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
		stage.credential = { ...stage.credential, publicKey: pem };
		expect(await simulator().notify(stage.url(), RECEIVED)).toMatchObject({ status: 401 });
	});
});

describe('once each', () => {
	const id = '8b33f79f-8869-5ae5-b41b-3c0b59f957d0';

	test('a repetition is answered and not run', async () => {
		await open();
		for (let time = 0; time < 3; time++) {
			expect(await simulator().notify(stage.url(), RECEIVED, { id })).toMatchObject(SUCCESS);
		}
		expect(itemsOf()).toHaveLength(1);
		expect(stage.warnings).toEqual([]);
	});

	/** Lets n8n store nothing yet. */
	function held() {
		let store = () => {};
		const begun = new Promise<void>((begin) => {
			stage.store = async () => {
				begin();
				await new Promise<void>((resolve) => (store = resolve));
			};
		});
		return { begun, store: () => store() };
	}

	test('ten at the same moment run once: the others are to come again', async () => {
		await open();
		const { store } = held();
		const answered: unknown[] = [];
		const deliver = async () => {
			answered.push((await simulator().notify(stage.url(), RECEIVED, { id })).status);
			if (answered.length === 9) store();
		};
		await Promise.all(Array.from({ length: 10 }, deliver));
		expect(answered).toEqual([...Array(9).fill(503), 200]);
		expect(itemsOf()).toHaveLength(1);
		expect(await simulator().notify(stage.url(), RECEIVED, { id })).toMatchObject(SUCCESS);
		expect(itemsOf()).toHaveLength(1);
		expect(stage.warnings).toEqual([]);
	});

	test('it is answered when n8n has stored it: a repetition meanwhile is to come again', async () => {
		await open();
		const { begun, store } = held();
		const first = simulator().notify(stage.url(), RECEIVED, { id });
		await begun;
		const meanwhile = await simulator().notify(stage.url(), RECEIVED, { id });
		expect(meanwhile).toMatchObject({ status: 503, body: expect.stringContaining('FAIL') });
		store();
		expect(await first).toMatchObject(SUCCESS);
		expect(await simulator().notify(stage.url(), RECEIVED, { id })).toMatchObject(SUCCESS);
		expect(itemsOf()).toHaveLength(1);
	});

	test('what n8n cannot store is answered 500, and runs when it comes again', async () => {
		await open();
		const { store } = stage;
		stage.store = async (makeWorkflow) => {
			await store(makeWorkflow);
			throw new Error('The database is away');
		};
		expect(await simulator().notify(stage.url(), RECEIVED, { id })).toMatchObject({ status: 500 });
		expect(itemsOf()).toEqual([]);
		expect(stage.staticData).toEqual({});
		stage.store = store;
		expect(await simulator().notify(stage.url(), RECEIVED, { id })).toMatchObject(SUCCESS);
		expect(itemsOf()).toHaveLength(1);
	});

	test('WeChat Pay has hung up before n8n answers: it was taken', async () => {
		await open();
		const { begun, store } = held();
		const hangUp = new AbortController();
		const { signal } = hangUp;
		const first = simulator().notify(stage.url(), RECEIVED, { id, hangUp: signal });
		await begun;
		hangUp.abort();
		expect(await first).toMatchObject({ status: undefined });
		store();
		await delay(0);
		expect(await simulator().notify(stage.url(), RECEIVED, { id })).toMatchObject(SUCCESS);
		expect(itemsOf()).toHaveLength(1);
	});

	test.each([1, 2] as const)(
		'n8n %d: repetitions are known after a restart',
		async (generation) => {
			await open();
			stage.generation = generation;
			await simulator().notify(stage.url(), RECEIVED, { id });
			stage.shared = new Shared(realTiming);
			expect(await simulator().notify(stage.url(), RECEIVED, { id })).toMatchObject(SUCCESS);
			expect(await simulator().notify(stage.url(), RECEIVED)).toMatchObject(SUCCESS);
			await eventually(() => expect(itemsOf()).toHaveLength(2));
		},
	);

	test('no more than 1000 are saved, the oldest goes first', async () => {
		const taken = Array.from({ length: 1000 }, (_, index) => `EV-${index}`);
		await open({}, { taken: taken.join(' ') });
		await simulator().notify(stage.url(), RECEIVED, { id });
		const saved = (stage.staticData.taken as string).split(' ');
		expect(saved).toEqual([...taken.slice(1), expect.any(String)]);
	});

	test('what was not chosen is not remembered', async () => {
		await open({ events: ['COUPON.USE'] });
		await simulator().notify(stage.url(), RECEIVED, { id });
		expect(stage.staticData).toEqual({});
		stage.parameters = { events: ALL };
		await simulator().notify(stage.url(), RECEIVED, { id });
		expect(itemsOf()).toHaveLength(1);
	});

	test('a test takes the same one again, and leaves nothing behind', async () => {
		await open();
		await simulator().notify(stage.url(), RECEIVED, { id });
		await simulator().notify(stage.url('webhook-test'), RECEIVED, { id });
		await simulator().notify(stage.url('webhook-test'), RECEIVED, { id });
		expect(itemsOf()).toHaveLength(3);
	});
});
