import { describe, expect, test } from '@jest/globals';
import { PUBLIC_URL } from '../helpers/triggerStage.mts';
import { useSimulator } from '../helpers/useSimulator.mts';
import { messageOf, useTrigger, type Opened } from '../helpers/useTrigger.mts';

const simulator = useSimulator();
const open = useTrigger(simulator);
const EVENTS = ['PRODUCT_COUPON_SP.SEND'];

describe('Test Message', () => {
	const ASKED: Opened = { parameters: { options: { testMessage: true } } };

	test('is asked for when somebody listens, with the test address', async () => {
		const stage = await open(EVENTS, ASKED);
		await stage.activate('manual');
		expect(simulator().requests).toMatchObject([{ path: '/v3/security/echo' }]);
		expect(JSON.parse(String(simulator().requests[0]?.body))).toEqual({
			echo_message: expect.any(String),
			notify_url: PUBLIC_URL.replace('/webhook/', '/webhook-test/'),
		});
	});

	test('is not asked for by an activation', async () => {
		const stage = await open(['other'], ASKED);
		await stage.activate();
		expect(simulator().requests).toEqual([]);
	});

	test('who may not ask is told so, and how to send a sample', async () => {
		const stage = await open(EVENTS, ASKED);
		simulator().misbehave({ kind: 'status', status: 403 });
		const message = await messageOf(stage.activate('manual'));
		expect(message).toContain('WeChat Pay sends no test message');
		expect(message).toContain('docs/trigger.md');
	});

	test('an address that WeChat Pay cannot call is named first', async () => {
		const stage = await open(EVENTS, { ...ASKED, base: 'http://localhost:5678' });
		expect(await messageOf(stage.activate('manual'))).toContain('WEBHOOK_URL');
		expect(simulator().requests).toEqual([]);
	});
});
