import type { INodeProperties } from 'n8n-workflow';
import type { TokenPages } from '../../transport/pages';
import type { PlacedEndpoint } from '../placing';
import { readTokenPages } from '../../transport/pages';
import {
	brandIdField,
	filtersField,
	limitField,
	productCouponIdField,
	returnAllField,
} from '../commonFields';
import { perItem } from '../perItem';
import { simplified, simplifyField } from '../simplify';

export const stocksEndpoint: PlacedEndpoint = {
	method: 'GET',
	path: '/v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks',
	query: ['page_size', 'page_token', 'state', 'brand_id'],
	quota: { calls: 20, per: 'second' },
	safeToRepeat: true,
	documentationUrl: 'https://pay.weixin.qq.com/doc/v3/partner/4016434641',
};

export const stocksPages: TokenPages = {
	style: 'token',
	sizeParameter: 'page_size',
	maxSize: 50,
	tokenParameter: 'page_token',
	itemsField: 'stock_list',
	nextField: 'next_page_token',
};

const SIMPLE_FIELDS = [
	'stock_id',
	'product_coupon_id',
	'brand_id',
	'remark',
	'state',
	'store_scope',
	'stock_send_rule.max_count',
	'sent_count_info.total_count',
	'single_usage_rule.coupon_available_period.available_begin_time',
	'single_usage_rule.coupon_available_period.available_end_time',
];

const filters: INodeProperties[] = [
	{
		displayName: 'State',
		name: 'state',
		type: 'options',
		options: [
			{ name: 'Auditing', value: 'AUDITING', description: 'Under review' },
			{ name: 'Deactivated', value: 'DEACTIVATED', description: 'Deactivated by the brand' },
			{ name: 'Paused', value: 'PAUSED', description: 'Sending is paused' },
			{ name: 'Sending', value: 'SENDING', description: 'Coupons can be sent' },
			{ name: 'Stopped', value: 'STOPPED', description: 'Sending has ended' },
		],
		default: 'SENDING',
		description: 'Only stocks in this state',
	},
];

export const getAll = perItem(
	stocksEndpoint,
	[
		brandIdField,
		productCouponIdField,
		returnAllField,
		limitField,
		simplifyField,
		filtersField(filters),
	],
	async (input) => {
		const { state } = input.collection('filters');
		const stocks = await readTokenPages(
			async (values) => await input.call(stocksEndpoint, values),
			stocksPages,
			{
				product_coupon_id: input.id('productCouponId'),
				brand_id: input.id('brandId'),
				state: typeof state === 'string' ? state : undefined,
			},
			input.limit(),
		);
		if (input.value('simplify') === false) return stocks;
		return stocks.map((stock) => simplified(stock, SIMPLE_FIELDS));
	},
);
