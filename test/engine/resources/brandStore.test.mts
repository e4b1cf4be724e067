import { describe, expect, test } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { type Fault, type JsonObject } from '../../simulator/index.mts';
import { BRANDS, FIRST_STORES, MCHID, type BrandStore } from '../../simulator/shop.mts';
import { RECIPIENT } from '../../simulator/shopData/brandStores.mts';
import { run } from '../helpers/engine.mts';
import { retryAtOnce } from '../helpers/retryAtOnce.mts';
import { useSimulator } from '../helpers/useSimulator.mts';

const simulator = useSimulator();

retryAtOnce();

const brandId = BRANDS.noodles;
const STORE = FIRST_STORES.noodles;
const storeId = { __rl: true, mode: 'id', value: STORE };

const start = async (operation: string, parameters: INodeParameters, rows?: IDataObject[]) =>
	await run({
		credential: simulator().credential,
		parameters: { resource: 'brandStore', operation, brandId, ...parameters },
		rows,
		onError: 'continueRegularOutput',
	});

const out = async (operation: string, parameters: INodeParameters, rows?: IDataObject[]) =>
	(await start(operation, parameters, rows)).items.map(({ json }) => json);

const ofStore = async (operation: string, parameters: INodeParameters = {}) =>
	(await out(operation, { storeId, ...parameters }))[0];

const store = () => simulator().shop.brandStore(brandId, STORE);
const change = (changes: Partial<BrandStore>) => {
	simulator().shop.addBrandStore({ ...store()!, ...changes });
};
const asked = () => simulator().requests.map(({ method, path }) => `${method} ${path}`);
const last = () => simulator().requests.at(-1)!;
const lose = (times = 1) => simulator().misbehave({ kind: 'resetAfterWork' }, { times });
const LIST = '/v3/brand/partner/store/brandstores';
const PATH = `${LIST}/${STORE}`;

describe('Delete', () => {
	test('sends the brand in the JSON body of a DELETE, and takes 204 for its answer', async () => {
		expect(await ofStore('delete')).toEqual({
			brand_id: brandId,
			store_id: STORE,
			success: true,
			change: 'deleted',
		});
		expect(last()).toMatchObject({ method: 'DELETE', url: PATH, query: {}, signature: 'valid' });
		expect(JSON.parse(last().body.toString())).toEqual({ brand_id: brandId });
		expect(last().headers['content-type']).toContain('application/json');
		expect(last().status).toBe(204);
		expect(store()).toBeUndefined();
	});

	test('a lost answer is settled by a look: WeChat Pay knows the store no longer', async () => {
		lose();
		expect(await ofStore('delete')).toEqual({
			brand_id: brandId,
			store_id: STORE,
			change: 'unknown',
		});
		expect(asked()).toEqual([`DELETE ${PATH}`, `DELETE ${PATH}`, `GET ${PATH}`]);
	});

	test('a lost answer of what was not done is told as that', async () => {
		simulator().misbehave({ kind: 'resetBeforeWork' });
		const row = await ofStore('delete', { options: { maxRetries: 0 } });
		expect(row).toMatchObject({
			error: expect.stringContaining('It was not done, as a look at the store shows'),
			details: { store_id: STORE, outcome: 'refused' },
		});
	});

	test('a look that fails settles nothing', async () => {
		simulator().misbehave({ kind: 'unsigned' }, { times: Infinity });
		const row = await ofStore('delete', { options: { maxRetries: 0 } });
		expect(row?.details).toMatchObject({ outcome: 'unknown' });
	});

	test('a store that there never was is refused: it does not look like work done', async () => {
		simulator().shop.removeBrandStore({ brand_id: brandId, store_id: STORE });
		const row = await ofStore('delete');
		expect(row?.details).toMatchObject({ code: 'NOT_FOUND', outcome: 'refused' });
		expect(asked()).toEqual([`DELETE ${PATH}`]);
	});
});

describe.each([
	['close', 'OPEN', 'CLOSED', 'closed'],
	['reopen', 'CLOSED', 'OPEN', 'reopened'],
] as const)('%s', (operation, before, after, as) => {
	test('sets the state', async () => {
		change({ store_state: before });
		expect(await ofStore(operation)).toEqual({
			brand_id: brandId,
			store_id: STORE,
			store_state: after,
			change: as,
		});
		expect(store()?.store_state).toBe(after);
	});

	test('changes nothing where it is so already, as a look shows', async () => {
		change({ store_state: after });
		expect(await ofStore(operation)).toMatchObject({ store_id: STORE, change: 'none' });
	});

	test('a lost answer is settled by a look', async () => {
		change({ store_state: before });
		lose();
		expect(await ofStore(operation)).toMatchObject({ store_id: STORE, change: 'unknown' });
		expect(store()?.store_state).toBe(after);
	});

	test('is refused while the store is under review', async () => {
		change({ store_state: 'CREATING' });
		expect((await ofStore(operation))?.details).toMatchObject({ outcome: 'refused' });
	});
});

describe('Create', () => {
	const creation = {
		addressCode: '440305',
		addressDetail: '文心五路33号',
		additionalFields: { storeReferenceId: '南山 01b' },
	};
	const ADDRESS = { address_code: '440305', address_detail: '文心五路33号' };
	const same = (store_id: string): BrandStore => ({
		...store()!,
		store_id,
		store_basics: { store_reference_id: '南山 01b' },
		store_address: ADDRESS,
	});
	const created = () =>
		simulator()
			.shop.brandStores(brandId)
			.filter(({ store_basics }) => store_basics?.store_reference_id === '南山 01b');
	const posts = () => asked().filter((one) => one === `POST ${LIST}`);

	test('makes a store that is under review, and says that it was created', async () => {
		const [row] = await out('create', creation);
		expect(row).toMatchObject({
			store_id: created()[0]?.store_id,
			store_reference_id: '南山 01b',
			store_state: 'CREATING',
			audit_state: 'PROCESSING',
			change: 'created',
		});
	});

	test.each<Fault>([{ kind: 'resetAfterWork' }, { kind: 'unsigned' }, { kind: 'changedBody' }])(
		'a lost answer is settled by the list, and the call is not repeated: $kind',
		async (fault) => {
			simulator().misbehave(fault);
			const [row] = await out('create', creation);
			expect(row).toMatchObject({
				store_id: created()[0]?.store_id,
				store_reference_id: '南山 01b',
				change: 'unknown',
			});
			expect(created()).toHaveLength(1);
			expect(posts()).toHaveLength(1);
		},
	);

	test.each([
		['has none of it yet', () => {}, { kind: 'resetBeforeWork' } as const],
		[
			'has two of them',
			() => simulator().shop.addBrandStore(same('900000777')),
			{ kind: 'resetAfterWork' } as const,
		],
	])('it stays unknown, and is not repeated, when the list %s', async (_, prepare, fault) => {
		prepare();
		simulator().misbehave(fault);
		const [row] = await out('create', creation);
		expect(row?.details).toMatchObject({
			brand_id: brandId,
			outcome: 'unknown',
			description: expect.stringContaining('Look whether it was done'),
		});
		expect(posts()).toHaveLength(1);
	});

	test('it stays unknown without an own number, and nobody looks', async () => {
		lose();
		const [row] = await out('create', { ...creation, additionalFields: {} });
		expect(row?.details).toMatchObject({ outcome: 'unknown' });
		expect(asked()).toEqual([`POST ${LIST}`]);
	});

	test('it stays unknown when another store has the number at another address', async () => {
		simulator().shop.addBrandStore({
			...same('900000777'),
			store_address: { ...ADDRESS, address_detail: '别处1号' },
		});
		simulator().misbehave({ kind: 'resetBeforeWork' });
		const [row] = await out('create', creation);
		expect(row?.details).toMatchObject({ outcome: 'unknown' });
	});

	test('is not repeated when WeChat Pay is busy, which may have done it', async () => {
		simulator().misbehave({ kind: 'status', status: 500, code: 'SYSTEM_ERROR' });
		const [row] = await out('create', creation);
		expect(row?.details).toMatchObject({ outcome: 'unknown' });
		expect(posts()).toHaveLength(1);
	});

	test('waits for its turn again when it was one too many, which did nothing', async () => {
		simulator().misbehave({ kind: 'status', status: 429, code: 'RATELIMIT_EXCEEDED' });
		const [row] = await out('create', creation);
		expect(row).toMatchObject({ change: 'created' });
		expect(created()).toHaveLength(1);
	});

	test('a refusal is believed without a look', async () => {
		const refusal: Fault = { kind: 'status', status: 400, code: 'INVALID_REQUEST', message: '…' };
		simulator().shop.addBrandStore(same('900000777'));
		simulator().misbehave(refusal);
		const [row] = await out('create', creation);
		expect(row?.details).toMatchObject({ code: 'INVALID_REQUEST', outcome: 'refused' });
		expect(asked()).toEqual([`POST ${LIST}`]);
	});

	test('what stops the workflow says that running again creates stores once more', async () => {
		simulator().misbehave({ kind: 'status', status: 400, code: 'PARAM_ERROR' }, { skip: 1 });
		const { error } = await run({
			credential: simulator().credential,
			parameters: { resource: 'brandStore', operation: 'create', brandId, ...creation },
			rows: [{}, {}],
		});
		expect(error?.message).toContain('1 of 2 were done, 1 refused.');
		expect(error?.description).toContain('does what was done once more');
	});
});

describe('Recipients', () => {
	const company = { recipientMerchantId: '1900000555', companyName: '上海示例贸易有限公司' };
	const recipients = () => store()?.store_recipient?.map(({ mchid }) => mchid);

	test.each(['bindRecipient', 'unbindRecipient'])(
		'%s never takes the merchant of the credential for the one that is paid',
		async (operation) => {
			const given = { ...company, storeId, recipientMerchantId: '={{ $json.mchid }}' };
			const [row] = await out(operation, given, [{ mchid: '' }]);
			expect(row?.error).toContain('Recipient Merchant ID is empty');
			expect(simulator().requests).toEqual([]);
		},
	);

	test('Bind sends the merchant that was named', async () => {
		expect(await ofStore('bindRecipient', company)).toEqual({
			brand_id: brandId,
			store_id: STORE,
			mchid: '1900000555',
			company_name: company.companyName,
			recipient_state: 'CONFIRMING',
			change: 'bound',
		});
		expect(JSON.parse(last().body.toString())).toMatchObject({ mchid: '1900000555' });
		expect(recipients()).not.toContain(MCHID);
	});

	test('Bind: a lost answer is settled by the recipients of the store', async () => {
		lose();
		expect(await ofStore('bindRecipient', company)).toMatchObject({
			mchid: '1900000555',
			change: 'unknown',
		});
		expect(recipients()).toEqual([RECIPIENT.mchid, '1900000555']);
	});

	test('Bind: one whom the administrator refused is not bound', async () => {
		const recipient = { mchid: '1900000555', company_name: '', recipient_state: 'ADMIN_REJECTED' };
		change({ store_recipient: [recipient as typeof RECIPIENT] });
		simulator().misbehave({ kind: 'resetBeforeWork' });
		const row = await ofStore('bindRecipient', { ...company, options: { maxRetries: 0 } });
		expect(row?.details).toMatchObject({ mchid: '1900000555', outcome: 'refused' });
	});

	test('Unbind takes the recipient away', async () => {
		const row = await ofStore('unbindRecipient', { recipientMerchantId: RECIPIENT.mchid });
		expect(row).toEqual({
			brand_id: brandId,
			store_id: STORE,
			mchid: RECIPIENT.mchid,
			success: true,
			change: 'unbound',
		});
		expect(recipients()).toEqual([]);
	});

	test('Unbind: failed_reason in an answer with status 200 is a refusal', async () => {
		const row = await ofStore('unbindRecipient', { recipientMerchantId: '1900000556' });
		expect(last()).toMatchObject({ status: 200 });
		expect(row).toMatchObject({
			error: expect.stringContaining('收款商户号未绑定'),
			details: { mchid: '1900000556', message: '收款商户号未绑定', outcome: 'refused' },
		});
		expect(asked()).toEqual([`POST ${PATH}/unbindrecipient`]);
	});

	test('Unbind: an empty failed_reason is none', async () => {
		const answer = (): JsonObject => ({ failed_reason: '' });
		simulator().misbehave({ kind: 'answer', change: answer });
		const row = await ofStore('unbindRecipient', { recipientMerchantId: RECIPIENT.mchid });
		expect(row).toMatchObject({ change: 'unbound' });
	});

	test('Unbind: a refusal of the second attempt, after a lost answer, is settled by a look', async () => {
		lose();
		const row = await ofStore('unbindRecipient', { recipientMerchantId: RECIPIENT.mchid });
		expect(row).toMatchObject({ mchid: RECIPIENT.mchid, change: 'unknown' });
		expect(asked().at(-1)).toBe(`GET ${PATH}`);
	});
});

describe('Update', () => {
	const update = async (additionalFields: INodeParameters) =>
		await ofStore('update', { additionalFields, simplify: false });

	test('sends opening hours in Chinese', async () => {
		await update({ businessHours: 'Mon-Fri 9:00-20:00|Sat-Sun 10:00-22:00' });
		expect(JSON.parse(last().body.toString())).toEqual({
			brand_id: brandId,
			store_business: { business_hours: '周一至周五 09:00-20:00|周六至周日 10:00-22:00' },
		});
	});

	test.each([
		[{ addressCode: '440305' }, 'Address is missing'],
		[{ addressDetail: '文心五路33号' }, 'Address Code is missing'],
		[{ addressComplements: '地铁站旁' }, 'Address Code is missing'],
		[{ longitude: '113.9', addressCode: '440305' }, 'Address is missing'],
		[{ longitude: '181', addressCode: '440305', addressDetail: '33号' }, 'Longitude is not'],
		[{ latitude: '-90.5', addressCode: '440305', addressDetail: '33号' }, 'Latitude is not'],
		[{ servicePhone: '0755-1|0755-2|0755-3' }, 'Service Phone is not'],
		[{ businessHours: 'always' }, 'Opening Hours has “always”'],
		[{ storeReferenceId: 'x'.repeat(33) }, 'Own Number is longer than 32'],
		[{}, 'Additional Fields has nothing to change'],
	])('%j is refused before any call', async (additionalFields, message) => {
		expect((await update(additionalFields))?.error).toContain(message);
		expect(simulator().requests).toEqual([]);
	});

	test('own number and phone count at once, an address after a review', async () => {
		expect(await update({ storeReferenceId: '0042', servicePhone: '0755-1' })).toMatchObject({
			store_basics: { store_reference_id: '0042' },
			audit_state: 'SUCCESS',
		});
		expect(await update({ addressCode: '440305', addressDetail: '别处1号' })).toMatchObject({
			audit_state: 'PROCESSING',
		});
	});

	test('rows about one store are sent one after the other, in their order', async () => {
		const rows = ['a', 'b', 'c'].map((number) => ({ number }));
		await out(
			'update',
			{ storeId, additionalFields: { storeReferenceId: '={{ $json.number }}' } },
			rows,
		);
		expect(store()?.store_basics?.store_reference_id).toBe('c');
	});
});

describe('Get Many', () => {
	test('has the stores of a state, simplified', async () => {
		const found = await out('getAll', { returnAll: true, filters: { storeState: 'CLOSED' } });
		expect(found).toHaveLength(25);
		expect(found[0]).toEqual({
			brand_id: brandId,
			store_id: '200000020',
			store_reference_id: '南山 20',
			branch_name: '文心五路20号店',
			store_state: 'CLOSED',
			audit_state: 'SUCCESS',
			address_detail: '文心五路20号',
			service_phone: '0755-12345678',
			business_hours: '周一至周五 09:00-21:00|周六至周日 10:00-22:30',
		});
	});

	test('gives nothing of a list that is not complete', async () => {
		simulator().misbehave(
			{ kind: 'answer', change: (body) => ({ ...body, data: [] }) },
			{ skip: 1 },
		);
		const found = await out('getAll', { returnAll: true });
		expect(found).toMatchObject([
			{
				error: expect.stringContaining('of the 500 entries of the list'),
				details: { code: 'UNEXPECTED_ANSWER' },
			},
		]);
	});
});
