import { type Ask } from '../../simulator/asker.mts';
import { newNumber } from '../../simulator/examples.mts';
import { type JsonObject } from '../../simulator/index.mts';
import { without } from '../../simulator/json.mts';
import {
	merchantSending,
	merchantUse,
	newMerchantStock,
} from '../../simulator/merchantExamples.mts';
import { FOREIGN_MCHID, MCHID } from '../../simulator/shop.mts';
import { type Example } from './index.mts';

/** What is given to pay a subsidy for a coupon that was redeemed now. */
export async function paying(ask: Ask): Promise<JsonObject> {
	const { stock_id } = await ask('merchantCouponStock.create', {
		...newMerchantStock(),
		subsidy: true,
	});
	const { coupon_code } = await ask('merchantCoupon.send', { ...merchantSending(), stock_id });
	const ids = { stock_id, coupon_code };
	await ask('merchantCoupon.use', { ...ids, ...merchantUse() });
	return {
		...ids,
		transaction_id: '4200000913202611251234567890',
		payer_merchant: MCHID,
		payee_merchant: FOREIGN_MCHID,
		amount: 500,
		description: '新店补贴',
		out_subsidy_no: newNumber('subsidy'),
	};
}

/** What is given to return a part of a subsidy that was paid now. */
export async function returning(ask: Ask): Promise<JsonObject> {
	return {
		...without(await paid(ask), 'out_subsidy_no'),
		refund_id: '5010050673202611251234567890',
		amount: 200,
		out_subsidy_return_no: newNumber('return'),
	};
}

async function paid(ask: Ask): Promise<JsonObject> {
	const values = await paying(ask);
	await ask('merchantCouponSubsidy.pay', values);
	return values;
}

const listing: Example = async (ask) => {
	const { stock_id, coupon_code } = await paid(ask);
	return { stock_id, coupon_code };
};

export const merchantCouponSubsidy: Record<string, Example[]> = {
	'merchantCouponSubsidy.pay': [paying],
	'merchantCouponSubsidy.return': [returning],
	'merchantCouponSubsidy.get': [
		async (ask) => {
			const { subsidy_receipt_id } = await ask('merchantCouponSubsidy.pay', await paying(ask));
			return { subsidy_receipt_id };
		},
	],
	'merchantCouponSubsidy.getReturn': [
		async (ask) => {
			const answer = await ask('merchantCouponSubsidy.return', await returning(ask));
			return { subsidy_return_receipt_id: answer['subsidy_return_receipt_id'] };
		},
	],
	'merchantCouponSubsidy.getAll': [
		listing,
		async (ask) => {
			const { stock_id, coupon_code, out_subsidy_no } = await paid(ask);
			return { stock_id, coupon_code, out_subsidy_no };
		},
	],
};
