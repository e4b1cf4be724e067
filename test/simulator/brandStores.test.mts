import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Ask, asker } from './asker.mts';
import { type JsonObject, type Simulator, startSimulator } from './index.mts';
import { BRANDS, FIRST_STORES } from './shop.mts';
import { RECIPIENT } from './shopData/brandStores.mts';

let simulator: Simulator;
let ask: Ask;
beforeAll(async () => {
	simulator = await startSimulator({ quotaPerSecond: 0 });
	ask = asker(simulator);
});
afterAll(() => simulator.close());
beforeEach(() => simulator.reset());

const brand_id = BRANDS.noodles;
const store = { brand_id, store_id: FIRST_STORES.noodles };
const store_address = { address_code: '440305', address_detail: '文心五路33号' };

describe('the stores of a brand', () => {
	test('are listed by index, 20 at a time unless told, those of a state by themselves', async () => {
		const { json } = await ask('brandStore.getAll', { brand_id });
		expect(json).toMatchObject({ total_count: 500, offset: 0, limit: 20 });
		expect(json['data']).toHaveLength(20);
		const last = await ask('brandStore.getAll', { brand_id, offset: 498, limit: 200 });
		expect((last.json['data'] as JsonObject[]).map(({ store_id }) => store_id)).toEqual([
			'200000499',
			'200000500',
		]);
		const closed = await ask('brandStore.getAll', { brand_id, store_state: 'CLOSED' });
		expect(closed.json).toMatchObject({ total_count: 25 });
	});

	test('begin under review, and are in no list once they are deleted', async () => {
		const { store_id } = await ask('brandStore.create', { brand_id, store_address });
		const ids = { brand_id, store_id };
		expect(await ask('brandStore.get', ids)).toMatchObject({
			store_state: 'CREATING',
			audit_state: 'PROCESSING',
			store_address,
		});
		expect((await ask('brandStore.delete', ids)).status).toBe(204);
		expect(await ask('brandStore.get', ids)).toMatchObject({ status: 404, code: 'NOT_FOUND' });
		expect(await ask('brandStore.getAll', { brand_id })).toMatchObject({ total_count: 500 });
	});

	test('that are deleted are on no stock', async () => {
		const { shop } = simulator;
		const stores = () => shop.associatedStores('300000001', '223456789');
		expect(stores()).toContain(store.store_id);
		await ask('brandStore.delete', store);
		expect(stores()).not.toContain(store.store_id);
	});

	test('close and reopen, from the other state only', async () => {
		expect(await ask('brandStore.reopen', store)).toMatchObject({ status: 400 });
		expect(await ask('brandStore.close', store)).toMatchObject({ store_state: 'CLOSED' });
		expect(await ask('brandStore.close', store)).toMatchObject({ status: 400 });
		expect(await ask('brandStore.reopen', store)).toMatchObject({ store_state: 'OPEN' });
	});

	test('take an address as a whole, and hours in one form', async () => {
		const missing = await ask('brandStore.update', {
			...store,
			store_address: { address_code: '440305' },
		});
		expect(missing).toMatchObject({
			code: 'PARAM_ERROR',
			message: expect.stringContaining('address_detail'),
		});
		const english = await ask('brandStore.update', {
			...store,
			store_business: { business_hours: 'Mon-Fri 09:00-20:00' },
		});
		expect(english).toMatchObject({ code: 'PARAM_ERROR' });
	});

	test('have three recipients at most, each with its own company', async () => {
		const bind = (mchid: string, company_name: string) =>
			ask('brandStore.bindRecipient', { ...store, mchid, company_name });
		expect(await bind(RECIPIENT.mchid, '别家公司')).toMatchObject({
			message: '收款商户号与收款主体不一致',
		});
		expect(await bind('1900000201', '甲')).toMatchObject({ recipient_state: 'CONFIRMING' });
		expect(await bind('1900000201', '甲')).toMatchObject({ status: 400 });
		await bind('1900000202', '乙');
		expect(await bind('1900000203', '丙')).toMatchObject({ status: 400 });
	});

	test('lose a recipient that is bound; a refusal is an answer with status 200', async () => {
		const unbind = (mchid: string) => ask('brandStore.unbindRecipient', { ...store, mchid });
		const refused = await unbind('1900000201');
		expect([refused.status, refused.json]).toEqual([200, { failed_reason: '收款商户号未绑定' }]);
		const done = await unbind(RECIPIENT.mchid);
		expect([done.status, done.json]).toEqual([200, {}]);
	});

	test('of a brand that has not authorised the provider are nobody’s', async () => {
		expect(await ask('brandStore.getAll', { brand_id: BRANDS.unauthorised })).toMatchObject({
			status: 403,
			code: 'NO_AUTH',
		});
	});
});
