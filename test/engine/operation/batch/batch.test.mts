import { describe, expect, test } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { ReceivedRequest } from '../../../simulator/index.mts';
import {
	BRANDS,
	FIRST_STORES,
	PRODUCT_COUPONS,
	STOCK_BUNDLES,
	STOCKS,
} from '../../../simulator/shop.mts';
import { run } from '../../helpers/engine.mts';
import { retryAtOnce } from '../../helpers/retryAtOnce.mts';
import { useSimulator } from '../../helpers/useSimulator.mts';

const simulator = useSimulator();

retryAtOnce();

const doIt = async (parameters: INodeParameters, values: readonly unknown[]) =>
	await run({
		credential: simulator().credential,
		parameters: { brandId: BRANDS.coffee, ...parameters },
		rows: values.map((value) => ({ value }) as IDataObject),
		onError: 'continueRegularOutput',
	});

const posts = (): ReceivedRequest[] =>
	simulator().requests.filter(({ method }) => method === 'POST');
const bodyOf = ({ body }: ReceivedRequest) => JSON.parse(body.toString()) as IDataObject;
const store = (index: number) => String(Number(FIRST_STORES.coffee) + index);

describe('Product Coupon Stock: Associate Stores', () => {
	const associate = {
		resource: 'productCouponStock',
		operation: 'associateStores',
		productCouponId: PRODUCT_COUPONS.effective,
		stockId: STOCKS.noStores,
		storeIds: '={{ $json.value }}',
	};
	const associated = () =>
		simulator().shop.associatedStores(PRODUCT_COUPONS.effective, STOCKS.noStores);

	test('a store that is on the stock already counts as done, one of another brand as refused', async () => {
		simulator().shop.replaceAssociatedStores(PRODUCT_COUPONS.effective, STOCKS.noStores, [
			store(0),
		]);
		const { items, hints } = await doIt(associate, [store(0), store(1), FIRST_STORES.noodles]);
		expect(items).toMatchObject([
			{ json: { store_id: store(0), associated: true, change: 'none' } },
			{ json: { store_id: store(1), associated: true, change: 'associated' } },
			{ json: { details: { store_id: FIRST_STORES.noodles, outcome: 'refused' } } },
		]);
		expect(associated()).toEqual([store(0), store(1)]);
		expect(hints.join()).toContain(
			'1 of 3 stores were associated, 1 were on the stock already, 1 refused.',
		);
	});

	test('after a lost answer the list says what is so, not who did it', async () => {
		simulator().misbehave({ kind: 'resetAfterWork' });
		const { items } = await doIt(associate, [store(0), FIRST_STORES.noodles]);
		expect(items).toMatchObject([
			{ json: { store_id: store(0), change: 'unknown' } },
			{ json: { details: { store_id: FIRST_STORES.noodles, outcome: 'refused' } } },
		]);
	});
});

describe.each([
	['associateStores', 20],
	['disassociateStores', 0],
])('Product Coupon Stock Bundle: %s', (operation, index) => {
	const parameters = {
		resource: 'productCouponStockBundle',
		operation,
		productCouponId: PRODUCT_COUPONS.bundle,
		stockBundleId: STOCK_BUNDLES.effective.id,
		storeIds: '={{ $json.value }}',
	};

	test('what WeChat Pay refuses is refused; nothing is looked up, for nothing lists the stores', async () => {
		const { items } = await doIt(parameters, [store(index), FIRST_STORES.noodles]);
		expect(items.map(({ json }) => (json.details as IDataObject | undefined)?.outcome)).toEqual([
			undefined,
			'refused',
		]);
		expect(simulator().requests).toHaveLength(1);
	});

	test('what nothing can confirm after a lost answer is unknown', async () => {
		simulator().misbehave({ kind: 'resetAfterWork' });
		const { items } = await doIt(parameters, [store(index)]);
		expect(posts()).toHaveLength(2);
		expect(items).toMatchObject([
			{
				json: {
					error: expect.stringContaining('It is not known whether WeChat Pay carried the call out'),
					details: { store_id: store(index), outcome: 'unknown' },
				},
			},
		]);
	});
});

describe('Product Coupon Stock: Upload Coupon Codes', () => {
	const upload = {
		resource: 'productCouponStock',
		operation: 'uploadCouponCodes',
		productCouponId: PRODUCT_COUPONS.sendable,
		stockId: STOCKS.uploadedCodes,
		couponCodes: '={{ $json.value }}',
	};
	const uploaded = () =>
		simulator().shop.stock(PRODUCT_COUPONS.sendable, STOCKS.uploadedCodes)?.codes.uploaded;
	const codes = (count: number) => Array.from({ length: count }, (_, index) => `CODE_${index}`);

	test('450 codes go in three calls, each under a number of its own, which is in every row', async () => {
		const { items } = await doIt(upload, codes(450));
		// The calls are under way together, so that any of them may come first.
		expect([...(uploaded() ?? [])].sort()).toEqual(codes(450).sort());
		const numbers = new Map(
			posts().flatMap((request) => {
				const { out_request_no, code_list } = bodyOf(request);
				return (code_list as string[]).map((code) => [code, out_request_no]);
			}),
		);
		expect(posts()).toHaveLength(3);
		expect(new Set(numbers.values()).size).toBe(3);
		expect(items.map(({ json }) => json)).toEqual(
			codes(450).map((coupon_code) => ({
				coupon_code,
				uploaded: true,
				change: 'uploaded',
				brand_id: BRANDS.coffee,
				product_coupon_id: PRODUCT_COUPONS.sendable,
				stock_id: STOCKS.uploadedCodes,
				out_request_no: numbers.get(coupon_code),
			})),
		);
	});

	test('a number that is given tells the calls apart', async () => {
		await doIt({ ...upload, options: { requestNumber: 'codes_2026-11' } }, codes(201));
		expect(
			posts()
				.map((request) => bodyOf(request).out_request_no)
				.sort(),
		).toEqual(['codes_2026-11', 'codes_2026-11-2']);
	});

	test('codes that are there already are not called uploaded now', async () => {
		await doIt({ ...upload, options: { requestNumber: 'codes_1' } }, ['CODE_0']);
		const { items } = await doIt({ ...upload, options: { requestNumber: 'codes_2' } }, codes(2));
		expect(items.map(({ json }) => [json.coupon_code, json.uploaded, json.change])).toEqual([
			['CODE_0', true, 'none'],
			['CODE_1', true, 'uploaded'],
		]);
	});

	test('what reads as a number is a code like any other; what nobody sees in one is refused', async () => {
		const { items } = await doIt(upload, [
			'1E5',
			'00123, 1,234\nA_1；B-2',
			'="0042"',
			['X1', 'X 2'],
			'Y\u200B3',
			'#N/A',
			'Z'.repeat(41),
		]);
		expect(uploaded()).toEqual(['1E5', '00123', '1', '234', 'A_1', 'B-2', '0042', 'X1']);
		expect(items.slice(8).map(({ json }) => json.error)).toEqual([
			'Coupon Codes has a blank within “X 2”',
			'Coupon Codes has an invisible character (U+200B) within “Y\u200B3”',
			'Coupon Codes is “#N/A”, which a spreadsheet shows when a formula gives no value',
			expect.stringContaining('Coupon Codes is longer than 40 characters'),
		]);
	});

	test('after a lost answer the repeat has the answer of the first call, for both have one number', async () => {
		simulator().misbehave({ kind: 'resetAfterWork' });
		const { items } = await doIt(upload, codes(2));
		expect(items.map(({ json }) => json.change)).toEqual(['uploaded', 'uploaded']);
		expect(new Set(posts().map((request) => bodyOf(request).out_request_no)).size).toBe(1);
	});
});
