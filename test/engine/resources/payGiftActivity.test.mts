import { describe, expect, test } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { asker } from '../../simulator/asker.mts';
import type { JsonObject } from '../../simulator/index.mts';
import { without } from '../../simulator/json.mts';
import { MCHID, type MerchantPaging, PAY_GIFT_ACTIVITIES } from '../../simulator/shop.mts';
import { run } from '../helpers/engine.mts';
import { madeActivity, newActivity } from '../examples/payGiftActivity.mts';
import { retryAtOnce } from '../helpers/retryAtOnce.mts';
import { useSimulator } from '../helpers/useSimulator.mts';

const simulator = useSimulator();

retryAtOnce();

const { large } = PAY_GIFT_ACTIVITIES;

async function out(
	operation: string,
	parameters: INodeParameters,
	rows: IDataObject[] = [{}],
): Promise<IDataObject[]> {
	const { items } = await run({
		credential: simulator().credential,
		parameters: { resource: 'payGiftActivity', operation, ...parameters },
		rows,
		onError: 'continueRegularOutput',
	});
	return items.map(({ json }) => json);
}

const activity = (value: string) => ({ activityId: { __rl: true, mode: 'id', value } });
const made = async () => (await madeActivity(asker(simulator())))['activity_id'] as string;
const merchantsOf = (activityId: string) =>
	simulator()
		.shop.payGiftActivity(activityId)!
		.merchants.map(({ mchid }) => mchid);
const bodies = (path: RegExp) =>
	simulator()
		.requests.filter((request) => path.test(request.path))
		.map(({ body }) => JSON.parse(body.toString()) as JsonObject);

describe('Pay Gift Activity: Create', () => {
	const { activity_base_info, award_send_rule } = newActivity() as Record<string, JsonObject>;
	const base = without(activity_base_info!, 'out_request_no');
	const body = { activity_base_info: base, award_send_rule } as INodeParameters;
	const create = async (json: unknown, options: INodeParameters = {}) =>
		(await out('create', { define: 'json', json: JSON.stringify(json), options }))[0]!;

	test('the number goes into the body where it belongs, and comes out under its own name', async () => {
		const created = await create(body, { requestNumber: 'my|number*1' });
		expect(created).toEqual({
			activity_id: expect.any(String),
			create_time: expect.any(String),
			out_request_no: 'my|number*1',
		});
		expect(bodies(/unique-threshold-activity/)).toEqual([
			{ ...body, activity_base_info: { ...base, out_request_no: 'my|number*1' } },
		]);
	});

	test('a number in the JSON is the one under which it is created', async () => {
		const numbered = { ...base, out_request_no: 'my|number*2' };
		const created = await create({ ...body, activity_base_info: numbered });
		expect(created).toMatchObject({ out_request_no: 'my|number*2' });
		expect(bodies(/unique-threshold-activity/)).toEqual([
			{ ...body, activity_base_info: numbered },
		]);
	});

	test('columns give the same body', async () => {
		const { award_list, merchant_id_list, ...rule } = award_send_rule!;
		const columns = {
			...Object.fromEntries(Object.entries(base).map(([k, v]) => [`activity_base_info.${k}`, v])),
			...Object.fromEntries(Object.entries(rule).map(([k, v]) => [`award_send_rule.${k}`, v])),
			'award_send_rule.award_list': JSON.stringify(award_list),
			'award_send_rule.merchant_id_list': MCHID,
			'activity_base_info.background_color': null,
		};
		const fields = { mappingMode: 'defineBelow', value: columns } as unknown as INodeParameters;
		const [created] = await out('create', { define: 'fields', fields });
		expect(created?.error).toBeUndefined();
		const sent = bodies(/unique-threshold-activity/)[0]!;
		delete (sent['activity_base_info'] as JsonObject)['out_request_no'];
		expect(sent).toEqual({ ...body, award_send_rule: { ...award_send_rule, merchant_id_list } });
	});

	test.each([
		[{ delivery_purpose: 'JUMP_MINI_APP' }, {}, 'mini_programs_appid is missing'],
		[{}, { merchant_id_list: [] }, 'merchant_id_list is missing'],
		[{ activity_name: '一二三四五六七八九十一' }, {}, 'activity_base_info.activity_name is longer'],
		[{ out_request_num: 'x' }, {}, 'activity_base_info.out_request_num is not known'],
		[{}, { award_list: Array(6).fill({}) }, 'award_send_rule.award_list has 6 entries'],
	])('%j and %j are refused before any call', async (ofBase, ofRule, message) => {
		const changed = {
			activity_base_info: { ...base, ...ofBase },
			award_send_rule: { ...award_send_rule, ...ofRule },
		};
		expect((await create(changed)).error).toContain(message);
		expect(simulator().requests).toEqual([]);
	});
});

describe('Pay Gift Activity: merchants', () => {
	const many = Array.from({ length: 501 }, (_, n) => String(1_800_000_000 + n));

	test('are added and deleted 500 in a call, each call under its own number', async () => {
		const activityId = await made();
		const rows = many.map((mchid) => ({ mchid }));
		const parameters = { ...activity(activityId), merchantIds: '={{ $json.mchid }}' };
		const added = await out('addMerchants', parameters, rows);
		expect(added).toEqual(
			many.map((mchid) => ({
				mchid,
				added: true,
				change: 'added',
				activity_id: activityId,
				add_request_no: expect.any(String),
			})),
		);
		const calls = bodies(/merchants\/add$/);
		// The calls are under way together, so that any of them may come first.
		expect(
			calls.map(({ merchant_id_list }) => (merchant_id_list as unknown[]).length).sort(),
		).toEqual([1, 500]);
		expect(new Set(calls.map(({ add_request_no }) => add_request_no)).size).toBe(2);
		expect([...merchantsOf(activityId)].sort()).toEqual([MCHID, ...many].sort());
		const deleted = await out('deleteMerchants', parameters, rows);
		expect(deleted.every((row) => row.deleted === true)).toBe(true);
		expect(merchantsOf(activityId)).toEqual([MCHID]);
	});

	test('one that is there already and one that is refused are told apart', async () => {
		const activityId = await made();
		const merchantIds = `${MCHID}, 12, 1800000001`;
		const rows = await out('addMerchants', { ...activity(activityId), merchantIds });
		expect(rows).toMatchObject([
			{ mchid: MCHID, added: true, change: 'none' },
			{
				error: expect.stringContaining('商户号不存在'),
				details: { mchid: '12', outcome: 'refused' },
			},
			{ mchid: '1800000001', added: true, change: 'added' },
		]);
	});

	test('a dry run changes nothing', async () => {
		const activityId = await made();
		const parameters = { ...activity(activityId), merchantIds: `${MCHID}, 1800000001` };
		const rows = await out('addMerchants', { ...parameters, options: { dryRun: true } });
		expect(rows).toMatchObject([
			{ mchid: MCHID, dryRun: true, change: 'none' },
			{ mchid: '1800000001', dryRun: true, change: 'added' },
		]);
		expect(merchantsOf(activityId)).toEqual([MCHID]);
	});

	test('after a lost answer the list says what is so, not who did it', async () => {
		const activityId = await made();
		const parameters = { ...activity(activityId), options: { maxRetries: 0 } };
		simulator().misbehave({ kind: 'resetAfterWork' }, { path: /add$/ });
		expect(await out('addMerchants', { ...parameters, merchantIds: '1800000001' })).toMatchObject([
			{ added: true, change: 'unknown' },
		]);
		simulator().misbehave({ kind: 'resetBeforeWork' }, { path: /delete$/ });
		expect(
			await out('deleteMerchants', { ...parameters, merchantIds: '1800000001' }),
		).toMatchObject([{ details: { mchid: '1800000001', outcome: 'refused' } }]);
	});
});

describe.each<Partial<MerchantPaging>>([
	{ counts: 'pages', from: 0 },
	{ counts: 'pages', from: 1 },
	{ counts: 'entries', from: 0 },
	{ counts: 'entries', from: 1 },
	{ counts: 'pages', from: 0, longest: 20 },
])('Pay Gift Activity: lists whose offset counts %j', (paging) => {
	test.each([
		['getMerchants', 'mchid', 230],
		['getGoods', 'goods_id', 130],
	])('%s gives each once', async (operation, id, count) => {
		simulator().shop.pageMerchantLists(paging);
		const found = await out(operation, { ...activity(large), returnAll: true });
		expect(found).toHaveLength(count);
		expect(new Set(found.map((entry) => entry[id])).size).toBe(count);
		expect(found.every((entry) => entry.activity_id === large)).toBe(true);
	});
});

describe('Pay Gift Activity: Terminate', () => {
	test('ends an activity, and tells one that has ended already as that', async () => {
		const activityId = await made();
		expect(await out('terminate', activity(activityId))).toEqual([
			{ activity_id: activityId, terminate_time: expect.any(String), change: 'terminated' },
		]);
		expect(await out('terminate', activity(activityId))).toEqual([
			{ activity_id: activityId, change: 'none' },
		]);
	});
});
