import type { INodeProperties } from 'n8n-workflow';
import { maybe } from './body';
import {
	code,
	id,
	json,
	requestNumber,
	REQUEST_NUMBER,
	text,
	texts,
	type TextRules,
} from './kinds';
import {
	optional,
	withoutRequired,
	type FieldWords,
	type Parameter,
	type StandIn,
} from './parameter';

/** The same parameter as one whose field may be empty: the credential says what is meant then. */
function orOfCredential<Wire extends string>(
	parameter: Parameter<Wire, true, string>,
	{ absent, placeholder }: { absent: StandIn; placeholder: string },
): Parameter<Wire, true, string> {
	return { ...parameter, absent, field: { ...withoutRequired(parameter.field), placeholder } };
}

/** A brand; that of the credential when it is left empty. */
export function brandIdOf({
	description,
}: {
	description: string;
}): Parameter<'brand_id', true, string> {
	return orOfCredential(
		id('brand_id', {
			description: `${description}, such as 120344. It must have authorised the service provider whose credential is used.`,
		}),
		{ absent: 'brandId', placeholder: 'Empty: Default Brand ID of the credential' },
	);
}

/** The brand that owns a product coupon. */
export const brandId = brandIdOf({ description: 'The brand that owns the product coupon' });

export const productCouponId = id('product_coupon_id', {
	example: '200000001',
	description: 'The product coupon, as WeChat Pay returned it when it was created',
});

/** A merchant; that of the credential when it is left empty. */
export function ownMerchantId<const Wire extends string>(
	wire: Wire,
	words: FieldWords & TextRules = { label: 'Merchant ID', name: 'merchantId', maxLength: 32 },
): Parameter<Wire, true, string> {
	const parameter = id(wire, {
		example: '1900000001',
		description: 'Empty: the merchant of the credential',
		...words,
	});
	return { ...parameter, field: withoutRequired(parameter.field), absent: 'merchantId' };
}

/** The merchant that created a stock of cash coupons. */
export const stockCreatorMerchantId = ownMerchantId('stock_creator_mchid', {
	label: 'Stock Creator Merchant ID',
	name: 'stockCreatorMerchantId',
	maxLength: 20,
});

/** How a list of the editor is filled, and what is in it. */
export interface ListWords {
	/** the name of the search */
	method: string;
	what: string;
	example: string;
}

/** A parameter that can also be chosen from a list that the node asks WeChat Pay for. */
export function fromList<Wire extends string>(
	parameter: Parameter<Wire, true, string>,
	{ method, what, example }: ListWords,
): Parameter<Wire, true, string> {
	const { displayName, name, description, hint, required } = parameter.field;
	const field: INodeProperties = {
		displayName,
		name,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required,
		description,
		...(hint && { hint }),
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: `Choose a ${what}...`,
				typeOptions: { searchListMethod: method, searchable: true },
			},
			{ displayName: 'By ID', name: 'id', type: 'string', placeholder: `e.g. ${example}` },
		],
	};
	return { ...parameter, field };
}

const stockWords = {
	label: 'Stock',
	description: 'The stock of the product coupon',
};

const aStock = { what: 'stock', example: '123456789' };

/** A stock of a product coupon. */
export const stockId = fromList(id('stock_id', stockWords), { ...aStock, method: 'searchStocks' });

/** A stock whose coupons can be sent. */
export const sendingStockId = fromList(
	id('stock_id', {
		...stockWords,
		description: 'The stock of the product coupon. Its state must be SENDING.',
	}),
	{ ...aStock, method: 'searchSendingStocks' },
);

/** A stock where there is no product coupon whose stocks could be listed. */
export const plainStockId = id('stock_id', {
	example: aStock.example,
	description: stockWords.description,
});

/** The stocks of a coupon that is used several times, created together. */
export const stockBundleId = id('stock_bundle_id', {
	example: '100232301',
	description: 'The stock bundle, as WeChat Pay returned it when it was created',
});

export const appid = orOfCredential(
	code('appid', {
		maxLength: 32,
		description:
			'The AppID under which the user has the OpenID, such as wx233544546545989. It must be bound to the account of the credential.',
	}),
	{ absent: 'appid', placeholder: 'Empty: Default AppID of the credential' },
);

export const openid = code('openid', {
	maxLength: 128,
	example: 'oh-394z-6CGkNoJrsDLTTUKiAnp4',
	description: 'The user, by the OpenID under the AppID',
});

/** The code of a coupon that a user has. */
export const couponCode = code('coupon_code', {
	maxLength: 40,
	example: '123446565767',
	description: 'The code of the coupon, as WeChat Pay returned it when it was sent',
});

/** The coupons that a user got of a stock bundle. */
export const userCouponBundleId = id('user_coupon_bundle_id', {
	maxLength: 40,
	example: '40002000000123',
	description: 'The bundle of coupons of a user, as WeChat Pay returned it when it was sent',
});

export const deactivateReason = text('deactivate_reason', {
	label: 'Reason',
	name: 'deactivateReason',
	maxLength: 150,
	example: 'The campaign has ended',
	description: 'Why it is deactivated, 150 characters at most',
});

export const attach = text('attach', {
	label: 'Custom Data',
	name: 'attach',
	maxLength: 150,
	description: 'Comes back in queries and notifications as it is, 150 characters at most',
});

export const couponTagInfo = json('coupon_tag_info', {
	label: 'Coupon Tags',
	name: 'couponTagInfo',
	example: '{"coupon_tag_list": ["MEMBER"], "member_tag_info": {"member_card_id": "…"}}',
	description: 'Tags of the coupon of the user, as JSON with coupon_tag_list and member_tag_info',
	members: [
		optional(texts('coupon_tag_list', { choices: ['MEMBER'] })),
		maybe('member_tag_info', [optional(code('member_card_id'))]),
	],
});

/** The number of every write to a product coupon but sending. */
export const outRequestNumber = requestNumber('out_request_no');

/** The number of a sending, which may be longer. */
export const sendRequestNumber = requestNumber('send_request_no', {
	...REQUEST_NUMBER,
	maxLength: 128,
});

/** The number of a sending that the user completes. */
export const preSendRequestNumber = requestNumber('send_request_no');

/** The number of a write to cash coupons. */
export const cashCouponRequestNumber = requestNumber('out_request_no', {
	maxLength: 128,
	pattern: /^[\w|*-]+$/,
	patternWords: 'digits, letters, |, _, * and -',
});
