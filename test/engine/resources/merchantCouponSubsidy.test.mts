import { describe, expect, test } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { asker } from '../../simulator/asker.mts';
import type { JsonObject } from '../../simulator/index.mts';
import { nodeDescription, run } from '../helpers/engine.mts';
import { paying } from '../examples/merchantCouponSubsidy.mts';
import { retryAtOnce } from '../helpers/retryAtOnce.mts';
import { useSimulator } from '../helpers/useSimulator.mts';

const simulator = useSimulator();

retryAtOnce();

const RECEIPTS = /pay-receipts/;
const number = 'my_subsidy_1';

/** The fields of Pay for a coupon that was redeemed now. */
async function payment(): Promise<INodeParameters> {
	const values = (await paying(asker(simulator()))) as Record<string, string>;
	return {
		stockId: values.stock_id!,
		couponCode: values.coupon_code!,
		transactionId: values.transaction_id!,
		payerMerchant: values.payer_merchant!,
		payeeMerchant: values.payee_merchant!,
		amount: values.amount!,
		description: values.description!,
	};
}

async function out(operation: string, parameters: INodeParameters): Promise<IDataObject[]> {
	const { items } = await run({
		credential: simulator().credential,
		parameters: { resource: 'merchantCouponSubsidy', operation, ...parameters },
		onError: 'continueRegularOutput',
	});
	return items.map(({ json }) => json);
}

const paid = () =>
	simulator().requests.filter(({ method, path }) => method === 'POST' && RECEIPTS.test(path));

describe('Merchant Coupon Subsidy', () => {
	test('from its payment to its return', async () => {
		const fields = await payment();
		const [receipt] = await out('pay', { ...fields, options: { requestNumber: number } });
		expect(receipt).toEqual({
			subsidy_receipt_id: expect.stringMatching(/^\d{28}$/),
			stock_id: fields.stockId,
			coupon_code: fields.couponCode,
			transaction_id: fields.transactionId,
			payee_merchant: fields.payeeMerchant,
			amount: 500,
			status: 'PAY_RECEIPT_SUCCESS',
			success_time: expect.any(String),
			out_subsidy_no: number,
		});
		const { subsidy_receipt_id } = receipt!;
		const ofReturn = { ...fields, refundId: '5010050673202611251234567890', amount: 200 };
		const [returned] = await out('return', ofReturn);
		expect(returned).toMatchObject({ subsidy_receipt_id, amount: 200 });
		const { subsidy_return_receipt_id } = returned as { subsidy_return_receipt_id: string };
		expect(
			await out('getReturn', { subsidyReturnReceiptId: subsidy_return_receipt_id }),
		).toMatchObject([{ status: 'RETURN_RECEIPT_SUCCESS' }]);
		const look = { subsidyReceiptId: subsidy_receipt_id as string };
		expect(await out('get', look)).toMatchObject([{ status: 'PAY_RECEIPT_PARTIAL_RETURN' }]);
		const ofCoupon = { stockId: fields.stockId!, couponCode: fields.couponCode! };
		expect(await out('getAll', ofCoupon)).toMatchObject([{ subsidy_receipt_id }]);
		const others = { ...ofCoupon, filters: { outSubsidyNo: 'another' } };
		expect(await out('getAll', others)).toEqual([]);
	});

	test.each([
		[0, 'is not a whole number from 1 to 500000: “0”'],
		[500_001, 'is not a whole number from 1 to 500000: “500001”'],
		['5.00', 'looks like yuan: “5.00”'],
		['5,000', 'looks like yuan: “5,000”'],
	])('an Amount of %p is refused before any call', async (amount, complaint) => {
		const fields = await payment();
		for (const operation of ['pay', 'return']) {
			const refundId = '5010050673202611251234567890';
			const [row] = await out(operation, { ...fields, refundId, amount });
			expect(row).toMatchObject({
				error: `Amount ${complaint}`,
				details: { outcome: 'notSent' },
			});
		}
		expect(paid()).toEqual([]);
	});

	test('a lost answer is asked for again under its number, and pays once', async () => {
		const fields = await payment();
		simulator().misbehave({ kind: 'resetAfterWork' }, { path: RECEIPTS });
		const [receipt] = await out('pay', fields);
		const numbers = paid().map(
			({ body }) => (JSON.parse(body.toString()) as JsonObject)['out_subsidy_no'],
		);
		expect(numbers).toEqual([receipt?.out_subsidy_no, receipt?.out_subsidy_no]);
		expect(simulator().shop.subsidies()).toHaveLength(1);
	});

	test('one whose answers are all lost is unknown, with the number to ask for', async () => {
		const fields = await payment();
		simulator().misbehave({ kind: 'resetAfterWork' }, { path: RECEIPTS, times: Infinity });
		const [row] = await out('pay', {
			...fields,
			options: { maxRetries: 1, requestNumber: number },
		});
		expect(row).toMatchObject({
			error: expect.any(String),
			details: {
				outcome: 'unknown',
				out_subsidy_no: number,
				stock_id: fields.stockId,
				coupon_code: fields.couponCode,
			},
		});
		expect(simulator().shop.subsidies()).toHaveLength(1);
	});

	test.each([true, false])(
		'a state without its prefix comes out, with Simplify %p',
		async (simplify) => {
			const fields = await payment();
			simulator().misbehave(
				{
					kind: 'answer',
					change: (body) => ({ ...body, status: 'FAIL', fail_reason: 'INSUFFICIENT_BALANCE' }),
				},
				{ path: RECEIPTS },
			);
			const [receipt] = await out('pay', { ...fields, simplify });
			expect(receipt).toMatchObject({ status: 'FAIL', fail_reason: 'INSUFFICIENT_BALANCE' });
		},
	);

	test('what is not covered by the coupon is refused by WeChat Pay, and told as that', async () => {
		const [row] = await out('pay', { ...(await payment()), amount: 501 });
		expect(row).toMatchObject({ details: { code: 'INVALID_REQUEST', outcome: 'refused' } });
		expect(simulator().shop.subsidies()).toEqual([]);
	});

	test('before a run it is told that money is moved', async () => {
		const { hints = [] } = await nodeDescription();
		const told = (operation: string) =>
			hints.filter(
				({ message, displayCondition = '' }) =>
					displayCondition.includes('"merchantCouponSubsidy"') &&
					displayCondition.includes(`"${operation}"`) &&
					message.includes('Real money'),
			);
		expect(told('pay')).toHaveLength(1);
		expect(told('return')).toHaveLength(1);
	});
});
