import { describe, expect, test } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { PARTNERS, PARTNERSHIP_STOCKS, type Partnership } from '../../simulator/shop.mts';
import { run } from '../helpers/engine.mts';
import { retryAtOnce } from '../helpers/retryAtOnce.mts';
import { useSimulator } from '../helpers/useSimulator.mts';

const simulator = useSimulator();

retryAtOnce();

const { one, none } = PARTNERSHIP_STOCKS;
const appid = PARTNERS.appid;
const KEY = 'my_number_1';

/** The item that comes out of a change of a partnership. */
async function change(operation: string, parameters: INodeParameters = {}): Promise<IDataObject> {
	const { items } = await run({
		credential: simulator().credential,
		parameters: {
			resource: 'partnership',
			operation,
			partnerType: 'APPID',
			appid,
			businessType: none.business_type,
			stockId: none.stock_id,
			...parameters,
		},
		onError: 'continueRegularOutput',
	});
	expect(items).toHaveLength(1);
	return items[0]!.json;
}

const writes = () => simulator().requests.filter(({ method }) => method === 'POST');
const keys = () => writes().map(({ headers }) => headers['idempotency-key']);
const partnerships = () => simulator().shop.partnerships(none)!;

describe('Partnership: Build and Terminate', () => {
	test('a partnership from its building to its end', async () => {
		const built = await change('build', { options: { requestNumber: KEY } });
		expect(built).toMatchObject({
			partner: { type: 'APPID', appid },
			authorized_data: none,
			state: 'ESTABLISHED',
			change: 'built',
			'Idempotency-Key': KEY,
		});
		const ended = await change('terminate');
		expect(ended).toEqual({
			terminate_time: expect.any(String),
			change: 'terminated',
			'Idempotency-Key': expect.stringMatching(/^[0-9a-f]{32}$/),
		});
		expect(partnerships()).toMatchObject([
			{ partner: { type: 'APPID', appid }, terminate_time: ended.terminate_time },
		]);
		expect(await change('build', { partnerType: 'APPID' })).toMatchObject({ change: 'built' });
	});

	test('the number is a header that is sent with every attempt, and that nothing is signed with', async () => {
		simulator().misbehave({ kind: 'resetAfterWork' });
		const { 'Idempotency-Key': number } = await change('build', {
			partnerType: 'MERCHANT',
			partnerMerchantId: '1900000109',
		});
		expect(keys()).toEqual([number, number]);
		for (const { signature, body } of writes()) {
			expect(signature).toBe('valid');
			expect(JSON.parse(body.toString())).toEqual({
				partner: { type: 'MERCHANT', merchant_id: '1900000109' },
				authorized_data: none,
			});
		}
		expect(partnerships()).toHaveLength(1);
	});

	test('one that is there already, or gone already, is told as that', async () => {
		await change('build');
		const ids = { partner: { appid }, authorized_data: { stock_id: none.stock_id } };
		const number = { 'Idempotency-Key': expect.any(String) };
		const again = { options: { requestNumber: 'another' } };
		expect(await change('build', again)).toEqual({ ...ids, change: 'none', ...number });
		await change('terminate');
		expect(await change('terminate', again)).toEqual({ ...ids, change: 'none', ...number });
	});

	test('whatever the words of the refusal are', async () => {
		await change('build');
		simulator().misbehave(
			{ kind: 'status', status: 400, code: 'INVALID_REQUEST', message: '业务规则' },
			{ method: 'POST' },
		);
		expect(await change('build')).toMatchObject({ change: 'none' });
		simulator().misbehave(
			{ kind: 'status', status: 400, code: 'INVALID_REQUEST', message: '合作关系已存在' },
			{ method: 'POST' },
		);
		expect(await change('terminate')).toMatchObject({ details: { outcome: 'refused' } });
	});

	test.each([
		['an empty end', '', 'refused'],
		['an end that nobody can read', 'soon', 'unknown'],
	])('one with %s is not taken for ended', async (_, terminate_time, outcome) => {
		simulator().shop.replacePartnerships(none, [
			{
				partner: { type: 'APPID', appid },
				authorized_data: none,
				build_time: '2026-03-01T00:00:00.000+08:00',
				terminate_time,
				create_time: '2026-01-01T00:00:00.000+08:00',
				update_time: '2026-03-01T00:00:00.000+08:00',
			},
		]);
		simulator().misbehave({ kind: 'resetBeforeWork' }, { method: 'POST', times: Infinity });
		expect(await change('terminate', { options: { maxRetries: 0 } })).toMatchObject({
			details: { outcome },
		});
	});

	test('one that was built again after its end is in force', async () => {
		const entry: Partnership = {
			partner: { type: 'APPID', appid },
			authorized_data: none,
			build_time: '2026-03-01T00:00:00.000+08:00',
			terminate_time: '2026-02-01T00:00:00.000+08:00',
			create_time: '2026-01-01T00:00:00.000+08:00',
			update_time: '2026-03-01T00:00:00.000+08:00',
		};
		simulator().shop.replacePartnerships(none, [entry]);
		simulator().misbehave(
			{ kind: 'status', status: 400, code: 'INVALID_REQUEST' },
			{ method: 'POST', times: Infinity },
		);
		expect(await change('build')).toMatchObject({ change: 'none' });
		expect(await change('terminate')).toMatchObject({ details: { outcome: 'refused' } });
	});

	test('after a lost answer the list says what is so, not who did it, and it is not known when that cannot be read', async () => {
		simulator().misbehave({ kind: 'resetAfterWork' }, { method: 'POST' });
		const options = { maxRetries: 0, requestNumber: KEY };
		expect(await change('build', { options })).toMatchObject({ change: 'unknown' });
		simulator().misbehave({ kind: 'resetBeforeWork' }, { method: 'POST' });
		expect(await change('terminate', { options })).toMatchObject({
			error: expect.stringContaining('It was not done, as the list of partnerships shows'),
			details: { outcome: 'refused' },
		});
		simulator().misbehave({ kind: 'resetAfterWork' }, { times: Infinity });
		expect(await change('terminate', { options })).toMatchObject({
			details: { outcome: 'unknown', 'Idempotency-Key': KEY, 'partner.appid': appid },
		});
	});

	test('a stock that is not there is refused', async () => {
		expect(await change('build', { stockId: '9999999' })).toMatchObject({
			details: { code: 'RESOURCE_NOT_EXISTS', outcome: 'refused' },
		});
	});

	test.each([
		[{ partnerType: 'MERCHANT' }, 'Partner Merchant ID is empty'],
		[{ appid: 'w'.repeat(33) }, 'AppID is longer than 32 characters'],
		[{ options: { requestNumber: 'a b' } }, 'Request Number'],
		[{ options: { requestNumber: 'n'.repeat(49) } }, 'Request Number is longer than 48 characters'],
	])('%j is refused before any call', async (parameters, message) => {
		const { error } = await change('build', { stockId: one.stock_id, ...parameters });
		expect(error).toContain(message);
		expect(simulator().requests).toEqual([]);
	});
});
