import { breaksRule, merchantCouponStockNotFound } from '../../refusals.mts';
import { type Shop, type Subsidy, type SubsidyReturn } from '../../shop.mts';
import { type Handler, valuesOf } from '../handler.mts';
import { beijingTime } from '../productCoupon/beijingTime.mts';
import { merchantCouponOf, merchantStockOf } from './found.mts';

type PayValues = Pick<
	Subsidy,
	| 'stock_id'
	| 'coupon_code'
	| 'transaction_id'
	| 'payer_merchant'
	| 'payee_merchant'
	| 'amount'
	| 'description'
	| 'out_subsidy_no'
>;

/** An ID of 28 digits, as WeChat Pay gives to receipts. */
const newReceiptId = (shop: Shop) => `1120261125000000${shop.newId(100000000001)}`;

/** 营销补差付款. The money is there at once. */
export const paySubsidy: Handler = ({ body, shop, now }) => {
	const values = body as unknown as PayValues;
	const { stock_type, subsidy, coupon_use_rule } = merchantStockOf(shop, values.stock_id);
	const coupon = merchantCouponOf(shop, values);
	if (!subsidy || stock_type === 'EXCHANGE') throw breaksRule('该批次不支持营销补差');
	if (!coupon.use) throw breaksRule('券未核销');
	const before = shop
		.subsidies()
		.filter((one) => one.stock_id === values.stock_id && one.coupon_code === values.coupon_code)
		.reduce((sum, { amount }) => sum + amount, 0);
	const most = coupon_use_rule.fixed_normal_coupon?.discount_amount ?? Infinity;
	if (before + values.amount > most) throw breaksRule('补差金额超过券优惠金额');
	const time = beijingTime(now);
	const paid: Subsidy = {
		...values,
		subsidy_receipt_id: newReceiptId(shop),
		status: 'PAY_RECEIPT_SUCCESS',
		success_time: time,
		create_time: time,
	};
	shop.addSubsidy(paid);
	return paid;
};

/** 查询营销补差付款单列表. The whole list comes at once. */
export const getAllSubsidies: Handler = (call) => {
	const { stock_id, coupon_code, out_subsidy_no } = valuesOf<
		Pick<Subsidy, 'stock_id' | 'coupon_code'> & { out_subsidy_no?: string }
	>(call);
	const pay_receipt_list = call.shop
		.subsidies()
		.filter((one) => one.stock_id === stock_id && one.coupon_code === coupon_code)
		.filter((one) => out_subsidy_no === undefined || one.out_subsidy_no === out_subsidy_no);
	return { pay_receipt_list: [...pay_receipt_list] };
};

/** 查询营销补差付款单详情 */
export const getSubsidy: Handler = ({ path, shop }) => {
	const id = path['subsidy_receipt_id'];
	const found = shop.subsidies().find((one) => one.subsidy_receipt_id === id);
	if (!found) throw merchantCouponStockNotFound();
	return found;
};

type ReturnValues = Omit<PayValues, 'out_subsidy_no'> &
	Pick<SubsidyReturn, 'refund_id' | 'out_subsidy_return_no'>;

/** 营销补差回退 */
export const returnSubsidy: Handler = ({ body, shop, now }) => {
	const values = body as unknown as ReturnValues;
	const names = [
		'stock_id',
		'coupon_code',
		'transaction_id',
		'payer_merchant',
		'payee_merchant',
	] as const;
	const paid = shop.subsidies().find((one) => names.every((name) => one[name] === values[name]));
	if (!paid) throw merchantCouponStockNotFound();
	const { subsidy_receipt_id } = paid;
	const returned = shop
		.subsidyReturns()
		.filter((one) => one.subsidy_receipt_id === subsidy_receipt_id)
		.reduce((sum, { amount }) => sum + amount, values.amount);
	if (returned > paid.amount) throw breaksRule('补差回退金额超过补差付款金额');
	const time = beijingTime(now);
	const done: SubsidyReturn = {
		...values,
		subsidy_return_receipt_id: newReceiptId(shop),
		subsidy_receipt_id,
		status: 'RETURN_RECEIPT_SUCCESS',
		return_done_time: time,
		return_create_time: time,
	};
	shop.addSubsidyReturn(done);
	const status =
		returned === paid.amount ? 'PAY_RECEIPT_FULL_RETURN' : 'PAY_RECEIPT_PARTIAL_RETURN';
	shop.addSubsidy({ ...paid, status });
	return done;
};

/** 查询营销补差回退单详情 */
export const getSubsidyReturn: Handler = ({ path, shop }) => {
	const id = path['subsidy_return_receipt_id'];
	const found = shop.subsidyReturns().find((one) => one.subsidy_return_receipt_id === id);
	if (!found) throw merchantCouponStockNotFound();
	return found;
};
