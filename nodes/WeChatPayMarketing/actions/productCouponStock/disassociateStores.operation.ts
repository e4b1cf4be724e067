import type { IDataObject } from 'n8n-workflow';
import { isJsonObject } from '../../transport/attempt';
import { CallError, refusedMember, unmentionedMember } from '../../transport/callError';
import type { PlacedEndpoint } from '../placing';
import type { Result } from '../../transport/session';
import { batched, type Group, type SendOutcome } from '../batched';
import { brandIdField, productCouponIdField } from '../commonFields';
import type { Row, StopMessage } from '../operation';
import { stockIdField } from './fields';
import { associatedStores } from './getAssociatedStores.operation';

const endpoint: PlacedEndpoint = {
	method: 'POST',
	path: '/v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/disassociate-stores',
	body: ['store_list', 'brand_id'],
	quota: { calls: 20, per: 'second' },
	// It sets a state, so doing it twice is as good as doing it once.
	safeToRepeat: true,
	documentationUrl: 'https://pay.weixin.qq.com/doc/v3/partner/4015781537',
};

function entriesOf(data: IDataObject, field: string): Map<unknown, IDataObject> {
	const list = data[field];
	const entries = Array.isArray(list) ? list.filter(isJsonObject) : [];
	return new Map(entries.map((entry) => [entry.store_id, entry]));
}

/** WeChat Pay's words for a store that cannot have been on any stock of the brand. */
const NEVER_THERE = '门店ID非法或不属于当前品牌';

/** What the answer says of each store. A store that is in both lists, or in none, was not taken off. */
function outcomeOf(storeIds: string[], result: Result): SendOutcome {
	const { data, requestId, wasRepeatedBlindly } = result;
	const done = entriesOf(data, 'success_store_list');
	const failed = entriesOf(data, 'failed_store_list');
	const refused = new Map<string, CallError>();
	const doubtful: string[] = [];
	for (const storeId of storeIds) {
		const refusal = failed.get(storeId);
		if (refusal) {
			const { code, message } = refusal;
			refused.set(
				storeId,
				refusedMember(
					{ code: String(code ?? ''), message: String(message ?? ''), requestId },
					{ store_id: storeId },
				),
			);
			if (wasRepeatedBlindly && message !== NEVER_THERE) doubtful.push(storeId);
		} else if (!done.has(storeId)) {
			refused.set(storeId, unmentionedMember(requestId));
		}
	}
	return { refused, doubtful };
}

function describe({ product_coupon_id, stock_id, brand_id }: Group, storeId: string): IDataObject {
	return { store_id: storeId, product_coupon_id, stock_id, brand_id };
}

function failuresOf(rows: Row[]): Error[] {
	return rows.flatMap((row) => ('failure' in row ? [row.failure.error] : []));
}

function isUnknown(failure: Error): boolean {
	return failure instanceof CallError && failure.outcome === 'unknown';
}

function counts(rows: Row[]): string {
	const failures = failuresOf(rows);
	const unknown = failures.filter(isUnknown).length;
	const done = rows.length - failures.length;
	const refused = failures.length - unknown;
	const parts = [
		`${done} of ${rows.length} stores were disassociated`,
		`${refused} refused`,
		unknown > 0 && `of ${unknown} it is not known`,
	];
	return `${parts.filter(Boolean).join(', ')}.`;
}

function stopMessage(rows: Row[]): StopMessage {
	const failures = failuresOf(rows);
	const reason = failures[0]?.message;
	const wasCalled =
		failures.length < rows.length || failures.some((one) => one instanceof CallError);
	if (!wasCalled) {
		return { advice: 'No call was made, so no store was taken off.' };
	}
	return {
		message: `${counts(rows)} The first that was not disassociated: ${reason}`,
		advice:
			'Running the workflow again is safe. To keep the stores that were disassociated as output, set On Error of this node to Continue (using error output).',
	};
}

export const disassociateStores = batched({
	endpoint,
	fields: [
		brandIdField,
		productCouponIdField,
		stockIdField,
		{
			displayName: 'Store IDs',
			name: 'storeIds',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 100000001, 100000002',
			description:
				'The stores to take off the stock: one ID, IDs separated by commas, blanks or line ends, or an expression that gives a list. The stores of all input items are sent together, 200 at a time.',
		},
	],
	max: 200,
	read: (input) => ({
		group: {
			brand_id: input.id('brandId'),
			product_coupon_id: input.id('productCouponId'),
			stock_id: input.id('stockId'),
		},
		members: input.ids('storeIds'),
	}),
	async send(input, group, storeIds) {
		const store_list = storeIds.map((store_id) => ({ store_id }));
		return outcomeOf(storeIds, await input.call(endpoint, { ...group, store_list }));
	},
	async lookUpUndone(input, group) {
		const stores = await associatedStores(input, group, Infinity);
		return new Set(stores.map(({ store_id }) => String(store_id)));
	},
	describe,
	describeUnread: (input) =>
		describe(
			{
				brand_id: input.text('brandId'),
				product_coupon_id: input.text('productCouponId'),
				stock_id: input.text('stockId'),
			},
			input.text('storeIds'),
		),
	doneMark: { disassociated: true },
	stopMessage,
	summary: counts,
});
