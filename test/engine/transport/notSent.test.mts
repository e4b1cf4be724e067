import { afterEach, expect, test } from '@jest/globals';
import { run } from '../helpers/engine.mts';
import { OPERATIONS } from '../helpers/operations.mts';
import { useSimulator } from '../helpers/useSimulator.mts';

const simulator = useSimulator();
const parameters = { ...OPERATIONS['Product Coupon: Get'], options: { maxRetries: 0 } };

afterEach(() => {
	delete process.env.HTTP_PROXY;
});

test('the credential of each row signs the row', async () => {
	const { credential } = simulator();
	const { items } = await run({
		credential: { ...credential, mchid: '={{ $json.mchid ?? "" }}' },
		parameters,
		rows: [{ mchid: credential.mchid }, {}, { mchid: '1900000009' }, { mchid: credential.mchid }],
		onError: 'continueRegularOutput',
	});
	expect(items.map(({ json }) => json.error ?? 'done')).toEqual([
		'done',
		expect.stringContaining('Merchant ID in the credential is empty'),
		expect.stringContaining('WeChat Pay'),
		'done',
	]);
	const merchants = simulator().requests.map(
		({ headers }) => /mchid="(\d+)"/.exec(String(headers.authorization))?.[1],
	);
	expect(merchants.sort()).toEqual(['1900000009', credential.mchid, credential.mchid].sort());
});

test('a credential that cannot be worked out for a row is told for that row', async () => {
	const { credential } = simulator();
	const { items } = await run({
		credential: {
			...credential,
			mchid: '={{ $json.is_bad ? $("Nowhere").item.json.x : $json.mchid }}',
		},
		parameters,
		rows: [{ mchid: credential.mchid }, { is_bad: true }],
		onError: 'continueRegularOutput',
	});
	expect(items[0]?.json.error).toBeUndefined();
	expect(items[1]?.json).toMatchObject({
		error: expect.stringContaining(
			'The call was not sent, because the credential could not be read',
		),
		details: { outcome: 'notSent' },
	});
	expect(simulator().requests).toHaveLength(1);
});

test('a proxy that is down is named as a proxy', async () => {
	process.env.HTTP_PROXY = 'http://127.0.0.1:1';
	const { error } = await run({ credential: simulator().credential, parameters });
	expect(error?.message).toBe(
		'The proxy 127.0.0.1:1 on the way to WeChat Pay could not be reached: the connection was refused [item 0]',
	);
	expect(error?.description).toContain('HTTPS_PROXY');
	expect(simulator().requests).toEqual([]);
});
