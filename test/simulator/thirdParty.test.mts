import { createHash } from 'node:crypto';
import FormData from 'form-data';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newCashCouponStock } from './cashCouponExamples.mts';
import { newActivity } from '../engine/examples/payGiftActivity.mts';
import { newPlan } from '../engine/examples/deliveryPlan.mts';
import { paying } from '../engine/examples/merchantCouponSubsidy.mts';
import { asker } from './asker.mts';
import { newCoupon, OPENID, use } from './examples.mts';
import { type Simulator, startSimulator } from './index.mts';
import { MERCHANT_USER, merchantUse, newMerchantStock } from './merchantExamples.mts';
import { SAMPLE_IMAGE } from './sampleImage.mts';
import { without } from './json.mts';
import { pluginClient, type PluginEndpoint } from './pluginClient.mts';
import {
	BRANDS,
	MCHID,
	MERCHANT_COUPON_STOCKS,
	PARTNERSHIP_STOCKS,
	PRODUCT_COUPONS,
	REPORT_STOCKS,
	STOCKS,
} from './shop.mts';
import {
	merchantCouponStockPath,
	PRODUCT_COUPONS_PATH,
	productCouponPath,
	stockPath,
	stocksPath,
	storesPath,
	userProductCouponsPath,
} from './urls.mts';

let simulator: Simulator;
let at: (path: string) => PluginEndpoint;

beforeAll(async () => {
	simulator = await startSimulator();
	at = pluginClient(simulator.credential);
});
afterAll(() => simulator.close());

describe("an independent client's signatures are accepted and it accepts ours", () => {
	const { effective } = PRODUCT_COUPONS;
	const brand_id = BRANDS.coffee;

	test('get a product coupon', async () => {
		const { data } = await at(productCouponPath(effective)).get({ params: { brand_id } });
		expect(data).toMatchObject({ product_coupon_id: effective, brand_id });
	});

	test('list stocks of a state, two pages', async () => {
		const stocks = at(stocksPath(PRODUCT_COUPONS.manyStocks));
		const params = { brand_id, state: 'SENDING', page_size: 35 };
		const first = await stocks.get({ params });
		expect(first.data).toMatchObject({ total_count: 36 });
		expect(first.data['stock_list']).toHaveLength(35);
		const page_token = first.data['next_page_token'];
		const second = await stocks.get({ params: { ...params, page_token } });
		expect(second.data).toEqual({
			stock_list: [expect.objectContaining({ stock_id: '323456756', state: 'SENDING' })],
		});
	});

	test('list associated stores, two pages', async () => {
		const stores = at(storesPath(effective, STOCKS.stores201, 'associated-stores'));
		const first = await stores.get({ params: { brand_id, page_size: 200 } });
		const page_token = first.data['next_page_token'];
		const second = await stores.get({ params: { brand_id, page_size: 200, page_token } });
		expect(second.data).toEqual({ store_list: [{ store_id: '100000201' }] });
	});

	test('disassociate a store', async () => {
		const stores = at(storesPath(effective, STOCKS.stores200, 'disassociate-stores'));
		const { data } = await stores.post({ brand_id, store_list: [{ store_id: '100000001' }] });
		expect(data).toEqual({ total_count: 1, success_store_list: [{ store_id: '100000001' }] });
	});

	test('get a merchant coupon stock', async () => {
		const { data } = await at(merchantCouponStockPath(MERCHANT_COUPON_STOCKS.normal)).get({});
		expect(data).toMatchObject({ stock_id: MERCHANT_COUPON_STOCKS.normal });
	});

	test('list partnerships', async () => {
		const authorized_data = JSON.stringify(PARTNERSHIP_STOCKS.many);
		const { data } = await at('/v3/marketing/partnerships').get({
			params: { limit: 50, authorized_data },
		});
		expect(data).toMatchObject({ offset: 0, limit: 50, total_count: 120 });
	});

	test('a coupon from its making to its return', async () => {
		const created = await at(PRODUCT_COUPONS_PATH).post(newCoupon());
		const { product_coupon_id, stock } = created.data as {
			product_coupon_id: string;
			stock: object;
		};
		const { stock_id } = stock as { stock_id: string };
		const { data: changed } = await at(stockPath(product_coupon_id, stock_id)).patch({
			brand_id,
			out_request_no: 'third_party_1',
			remark: '第三方客户端',
		});
		expect(changed).toMatchObject({ stock_id, remark: '第三方客户端' });

		const ids = { brand_id, product_coupon_id, stock_id, appid: 'wx4fd12345678' };
		const { data: sent } = await at(userProductCouponsPath(OPENID)).post({
			...ids,
			send_request_no: 'third_party_2',
		});
		expect(sent).toMatchObject({ coupon_state: 'CONFIRMING' });
		const act = async (action: string, values: object) =>
			(await at(userProductCouponsPath(OPENID, String(sent['coupon_code']), action)).post(values))
				.data;
		const confirmed = await act('confirm', { ...ids, out_request_no: 'third_party_3' });
		expect(confirmed).toMatchObject({ coupon_state: 'EFFECTIVE' });
		expect(await act('use', { ...ids, ...use() })).toMatchObject({ coupon_state: 'USED' });
		const returned = await act('return', { ...ids, out_request_no: 'third_party_4' });
		expect(returned).toMatchObject({ coupon_state: 'EFFECTIVE' });
	});

	test('a merchant coupon from its stock to its end', async () => {
		// The client takes capitals of a path apart.
		const { appid, openid } = { ...MERCHANT_USER, openid: 'o_third_party' };
		const given = newMerchantStock();
		const stocks = '/v3/marketing/busifavor/stocks';
		const created = await at(stocks).post({ ...given, coupon_code_mode: 'MERCHANT_UPLOAD' });
		const { stock_id } = created.data as { stock_id: string };
		const changed = await at(`${stocks}/${stock_id}`).patch({
			out_request_no: 'third_party_5',
			comment: '第三方客户端',
		});
		expect(changed.status).toBe(204);
		const codes = `${stocks}/${stock_id}/couponcodes`;
		const uploaded = await at(codes).post({
			coupon_code_list: ['a001', 'b002'],
			upload_request_no: 'third_party_6',
		});
		expect(uploaded.data).toMatchObject({ success_codes: ['a001', 'b002'] });
		const deleted = await at(`${codes}/b002`).delete({
			params: { delete_request_no: 'third_party_7' },
		});
		expect(deleted.data).toMatchObject({ stock_id });
		const coupons = '/v3/marketing/busifavor/coupons';
		const act = async (action: string, values: object) =>
			(await at(`${coupons}/${action}`).post(values)).data;
		const sent = await act('send', { stock_id, appid, openid, out_request_no: 'third_party_8' });
		expect(sent).toEqual({ stock_id, coupon_code: 'a001', out_request_no: 'third_party_8' });
		const ids = { stock_id, coupon_code: 'a001' };
		await act('associate', { ...ids, out_trade_no: 'MCH_1', out_request_no: 'third_party_9' });
		await act('use', { ...ids, ...merchantUse() });
		const look = async () => {
			const path = `/v3/marketing/busifavor/users/${openid}/coupons/a001/appids/${appid}`;
			return (await at(path).get({})).data;
		};
		expect(await look()).toMatchObject({ coupon_state: 'USED', associate_out_trade_no: 'MCH_1' });
		await act('return', { ...ids, return_request_no: 'third_party_10' });
		expect(await look()).toMatchObject({ coupon_state: 'SENDED' });
		await act('deactivate', { ...ids, deactivate_request_no: 'third_party_11' });
		expect(await look()).toMatchObject({ coupon_state: 'DEACTIVATED' });
	});

	test('a stock of cash coupons from its making to its end', async () => {
		const path = '/v3/marketing/favor/stocks';
		const { data: created } = await at('/v3/marketing/favor/coupon-stocks').post(
			newCashCouponStock(),
		);
		const stock_id = String(created['stock_id']);
		const creator = { stock_creator_mchid: MCHID };
		const act = async (action: string) =>
			(await at(`${path}/${stock_id}/${action}`).post(creator)).data;
		expect(await act('start')).toEqual({ stock_id, start_time: expect.any(String) });

		const coupons = at(`/v3/marketing/favor/users/${OPENID}/coupons`);
		const appid = 'wx4fd12345678';
		const sending = { ...creator, stock_id, appid, out_request_no: 'third_party|1' };
		const { data: sent } = await coupons.post(sending);
		expect((await coupons.post(sending)).data).toEqual(sent);
		const params = { appid, creator_mchid: MCHID, stock_id };
		expect((await coupons.get({ params })).data).toMatchObject({ total_count: 1, data: [sent] });

		expect(await act('pause')).toEqual({ stock_id, pause_time: expect.any(String) });
		await expect(act('pause')).rejects.toMatchObject({ response: { status: 400 } });
		await expect(
			coupons.post({ ...sending, out_request_no: 'third_party|2' }),
		).rejects.toMatchObject({
			response: { status: 400 },
		});
		expect(await act('restart')).toEqual({ stock_id, restart_time: expect.any(String) });
		expect(await act('stop')).toEqual({ stock_id, stop_time: expect.any(String) });
		const { data: stock } = await at(`${path}/${stock_id}`).get({ params: creator });
		expect(stock).toMatchObject({ stock_id, status: 'stoped', distributed_coupons: 1 });
	});

	test('upload an image, its name Chinese', async () => {
		const { fileName: filename, bytes } = SAMPLE_IMAGE;
		const meta = { filename, sha256: createHash('sha256').update(bytes).digest('hex') };
		for (const [path, member] of [
			['/v3/marketing/favor/media/image-upload', 'media_url'],
			['/v3/marketing/partner/product-coupon/media/upload-image', 'image_url'],
		] as const) {
			const form = new FormData();
			form.append('meta', JSON.stringify(meta), { contentType: 'application/json' });
			form.append('file', bytes, { filename, contentType: 'image/png' });
			const headers = form.getHeaders();
			const { data } = await at(path).post(form.getBuffer(), { meta, headers });
			expect(data[member]).toMatch(/^https:/);
		}
	});

	test('a report from its address to its file', async () => {
		const stock_id = REPORT_STOCKS.ended;
		const { data } = await at(`/v3/marketing/favor/stocks/${stock_id}/use-flow`).get({});
		const { pathname, searchParams } = new URL(String(data['url']));
		const params = Object.fromEntries(searchParams);
		const file = await at(pathname).get({ params, responseType: 'arraybuffer' });
		const found = createHash('sha1')
			.update(file.data as unknown as Buffer)
			.digest('hex');
		expect(found).toBe(data['hash_value']);
	});

	test('a partnership, built and ended, its number in a header', async () => {
		const partner = { type: 'APPID', appid: 'wx0000000000000001' };
		const wanted = { partner, authorized_data: PARTNERSHIP_STOCKS.none };
		const act = async (action: string, number: string) =>
			await at(`/v3/marketing/partnerships/${action}`).post(wanted, {
				headers: { 'Idempotency-Key': number },
			});
		const { data: built } = await act('build', 'third_party_5');
		expect(built).toMatchObject({ ...wanted, state: 'ESTABLISHED' });
		expect((await act('build', 'third_party_5')).data).toEqual(built);
		await expect(act('build', 'third_party_6')).rejects.toMatchObject({
			response: { status: 400, data: { code: 'INVALID_REQUEST' } },
		});
		const { data: ended } = await act('terminate', 'third_party_7');
		expect(ended).toEqual({ terminate_time: expect.any(String) });
	});

	test('a delivery plan, made and ended with an empty answer', async () => {
		const plans = '/v3/marketing/partner/delivery-plan/delivery-plans';
		const { data } = await at(plans).post(newPlan());
		const { plan_id } = data['plan'] as { plan_id: string };
		const { data: list } = await at(`${plans}/${brand_id}/delivery-plans`).get({
			params: { page_size: 50, plan_id },
		});
		expect(list).toMatchObject({ total_count: 1, plan_list: [{ plan_id }] });
		const ended = await at(`${plans}/${plan_id}/terminate`).post({});
		expect([ended.status, ended.data]).toEqual([204, '']);
	});

	test('a pay gift activity and its merchants', async () => {
		const activities = '/v3/marketing/paygiftactivity';
		const { data } = await at(`${activities}/unique-threshold-activity`).post(newActivity());
		const path = `${activities}/activities/${String(data['activity_id'])}`;
		const { data: added } = await at(`${path}/merchants/add`).post({
			merchant_id_list: ['1800000001', '12'],
			add_request_no: 'third_party_8',
		});
		expect(added['invalid_merchant_id_list']).toEqual([
			{ mchid: '12', invalid_reason: '商户号不存在' },
		]);
		const { data: merchants } = await at(`${path}/merchants`).get({ params: { limit: 20 } });
		expect(merchants).toMatchObject({ total_count: 2 });
		const { data: ended } = await at(`${path}/terminate`).post({});
		expect(ended).toMatchObject({ activity_id: data['activity_id'] });
	});

	test('a subsidy, paid once under its number, and returned', async () => {
		const values = await paying(asker(simulator));
		const receipts = '/v3/marketing/busifavor/subsidy';
		const pay = async () => (await at(`${receipts}/pay-receipts`).post(values)).data;
		const paid = await pay();
		expect(await pay()).toEqual(paid);
		expect(simulator.shop.subsidies()).toHaveLength(1);
		const { data: returned } = await at(`${receipts}/return-receipts`).post({
			...without(values, 'out_subsidy_no'),
			refund_id: '5010050673202611251234567890',
			out_subsidy_return_no: 'third_party_9',
		});
		expect(returned).toMatchObject({ subsidy_receipt_id: paid['subsidy_receipt_id'] });
		const { data: looked } = await at(
			`${receipts}/pay-receipts/${String(paid['subsidy_receipt_id'])}`,
		).get({});
		expect(looked).toMatchObject({ status: 'PAY_RECEIPT_FULL_RETURN' });
	});

	test('a spoiled answer is refused by it', async () => {
		simulator.misbehave({ kind: 'changedBody' });
		const spoiled = at(merchantCouponStockPath(MERCHANT_COUPON_STOCKS.normal)).get({});
		await expect(spoiled).rejects.toMatchObject({ code: 'EV3_RES_HEADER_SIGNATURE_DIGEST' });
	});
});
