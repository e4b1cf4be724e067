import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Answer } from '../../transport/attempt';
import { CallError } from '../../transport/callError';
import type { CallValues, NumberedPages } from '../../transport/pages';
import type { PlacedEndpoint } from '../placing';
import { readNumberedPages } from '../../transport/pages';
import { filtersField, limitField, returnAllField } from '../commonFields';
import { InputError, toId, withinLength } from '../inputValues';
import type { ItemInput } from '../itemInput';
import { perItem } from '../perItem';

const endpoint: PlacedEndpoint = {
	method: 'GET',
	path: '/v3/marketing/partnerships',
	query: ['limit', 'offset', 'authorized_data', 'partner'],
	safeToRepeat: true,
	documentationUrl: 'https://pay.weixin.qq.com/doc/v3/partner/4012381479',
};

const pages: NumberedPages = {
	style: 'number',
	sizeParameter: 'limit',
	maxSize: 50,
	pageParameter: 'offset',
	itemsField: 'data',
	totalField: 'total_count',
};

const businessTypeField: INodeProperties = {
	displayName: 'Business Type',
	name: 'businessType',
	type: 'options',
	options: [
		{
			name: 'Cash Coupon Stock',
			value: 'FAVOR_STOCK',
			description: 'A stock of cash coupons that the partner may send',
		},
		{
			name: 'Merchant Coupon Stock',
			value: 'BUSIFAVOR_STOCK',
			description: 'A stock of merchant coupons that the partner may send',
		},
	],
	default: 'FAVOR_STOCK',
	required: true,
	description: 'What the partner was authorised for',
};

const stockIdField: INodeProperties = {
	displayName: 'Stock ID',
	name: 'stockId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 2433405',
	description: 'The stock that the partner was authorised for',
};

const filters: INodeProperties[] = [
	{
		displayName: 'AppID',
		name: 'appid',
		type: 'string',
		default: '',
		description: 'AppID of the partner; Partner Type must be AppID',
	},
	{
		displayName: 'Merchant ID',
		name: 'merchantId',
		type: 'string',
		default: '',
		description: 'Merchant ID of the partner; Partner Type must be Merchant',
	},
	{
		displayName: 'Partner Type',
		name: 'partnerType',
		type: 'options',
		options: [
			{ name: 'AppID', value: 'APPID', description: 'The partner is an AppID' },
			{ name: 'Merchant', value: 'MERCHANT', description: 'The partner is a merchant' },
		],
		default: 'APPID',
		description: 'What kind of partner to look for',
	},
];

function optionalId(value: unknown, field: string, maxLength: number): string | undefined {
	if (value === undefined || value === null || value === '') return undefined;
	return withinLength(toId(value, field), field, maxLength);
}

function partnerOf({ partnerType, appid, merchantId }: IDataObject): IDataObject | undefined {
	const partner = {
		type: partnerType,
		appid: optionalId(appid, 'AppID', 32),
		merchant_id: optionalId(merchantId, 'Merchant ID', 15),
	};
	if (partner.type === undefined) {
		if (partner.appid === undefined && partner.merchant_id === undefined) return undefined;
		throw new InputError('Partner Type', 'is missing', 'Add it to Filters.');
	}
	if (partner.type === 'APPID' && partner.appid === undefined) {
		throw new InputError(
			'AppID',
			'is missing',
			'Add it to Filters, because Partner Type is AppID.',
		);
	}
	if (partner.type === 'MERCHANT' && partner.merchant_id === undefined) {
		throw new InputError(
			'Merchant ID',
			'is missing',
			'Add it to Filters, because Partner Type is Merchant.',
		);
	}
	return partner;
}

/** WeChat Pay's words when it knows no partnership of a stock. */
const NO_PARTNERSHIP = '合作关系不存在';

/** WeChat Pay answers an empty list as a refusal. */
function isNoMatch(error: unknown): boolean {
	if (!(error instanceof CallError)) return false;
	return error.code === 'RESOURCE_NOT_EXISTS' || error.reason.includes(NO_PARTNERSHIP);
}

async function callOrNothing(input: ItemInput, values: CallValues): Promise<Answer> {
	let failure: unknown;
	try {
		return await input.call(endpoint, values);
	} catch (error) {
		failure = error;
	}
	if (isNoMatch(failure)) return { data: {}, requestId: '' };
	throw failure;
}

export const getAll = perItem(
	endpoint,
	[businessTypeField, stockIdField, returnAllField, limitField, filtersField(filters)],
	async (input) => {
		const values = {
			authorized_data: {
				business_type: input.value('businessType'),
				stock_id: withinLength(input.id('stockId'), 'Stock ID', 20),
			},
			partner: partnerOf(input.collection('filters')),
		};
		return await readNumberedPages(
			async (pageValues) => await callOrNothing(input, pageValues),
			pages,
			values,
			input.limit(),
		);
	},
);
