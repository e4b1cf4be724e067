import type { PlacedEndpoint } from '../placing';
import { perItem } from '../perItem';
import { simplified, simplifyField } from '../simplify';

const endpoint: PlacedEndpoint = {
	method: 'GET',
	path: '/v3/marketing/busifavor/stocks/{stock_id}',
	safeToRepeat: true,
	documentationUrl: 'https://pay.weixin.qq.com/doc/v3/merchant/4012534928',
};

const SIMPLE_FIELDS = [
	'stock_id',
	'stock_name',
	'belong_merchant',
	'stock_type',
	'stock_state',
	'coupon_use_rule.coupon_available_time.available_begin_time',
	'coupon_use_rule.coupon_available_time.available_end_time',
	'stock_send_rule.max_coupons',
	'send_count_information.total_send_num',
	'coupon_code_count.available_count',
];

export const get = perItem(
	endpoint,
	[
		{
			displayName: 'Stock ID',
			name: 'stockId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 100088',
			description: 'The stock of merchant coupons, as WeChat Pay returned it when it was created',
		},
		simplifyField,
	],
	async (input) => {
		const { data } = await input.call(endpoint, { stock_id: input.id('stockId') });
		return [input.value('simplify') === false ? data : simplified(data, SIMPLE_FIELDS)];
	},
);
