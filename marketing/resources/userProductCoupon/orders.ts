import { code, json } from '../../parameters/kinds';
import { optional } from '../../parameters/parameter';

const merchants = [optional(code('mchid')), optional(code('sub_mchid'))];

/** The order of WeChat Pay that a coupon was redeemed for. */
export const associatedOrderInfo = json('associated_order_info', {
	label: 'Order',
	name: 'associatedOrderInfo',
	example: '{"transaction_id": "4200000000000000000000000000", "mchid": "1900000001"}',
	description:
		'The order of WeChat Pay that the coupon was redeemed for, as JSON with transaction_id or out_trade_no, mchid and sub_mchid. Either this or the WeChat Pay Score order is needed.',
	members: [optional(code('transaction_id')), optional(code('out_trade_no')), ...merchants],
});

/** The order of WeChat Pay Score that a coupon was redeemed for. */
export const associatedPayScoreOrderInfo = json('associated_pay_score_order_info', {
	label: 'WeChat Pay Score Order',
	name: 'associatedPayScoreOrderInfo',
	example: '{"order_id": "15646546545165651651", "mchid": "1900000001"}',
	description:
		'The order of WeChat Pay Score that the coupon was redeemed for, as JSON with order_id or out_order_no, mchid and sub_mchid. Either this or Order is needed.',
	members: [optional(code('order_id')), optional(code('out_order_no')), ...merchants],
});
