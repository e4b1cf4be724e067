import type { IDataObject } from 'n8n-workflow';
import { isJsonObject, type Result } from '../../transport/call';
import { CallError, refusedMember, unmentionedMember } from '../../transport/callError';
import type { Endpoint } from '../../transport/endpoint';
import { batched, type Group } from '../batched';
import { brandIdField, productCouponIdField } from '../commonFields';
import type { Row, StopMessage } from '../operation';
import { stockIdField } from './fields';

const endpoint: Endpoint = {
	method: 'POST',
	path: '/v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/disassociate-stores',
	body: ['store_list', 'brand_id'],
	documentationUrl: 'https://pay.weixin.qq.com/doc/v3/partner/4015781537',
};

function entriesOf(data: IDataObject, field: string): Map<unknown, IDataObject> {
	const list = data[field];
	const entries = Array.isArray(list) ? list.filter(isJsonObject) : [];
	return new Map(entries.map((entry) => [entry.store_id, entry]));
}

/** @returns the stores that the answer does not call taken off; a store in both lists is refused */
function refusals(storeIds: string[], { data, requestId }: Result): Map<string, CallError> {
	const done = entriesOf(data, 'success_store_list');
	const failed = entriesOf(data, 'failed_store_list');
	const found = new Map<string, CallError>();
	for (const storeId of storeIds) {
		const refusal = failed.get(storeId);
		if (refusal) {
			const { code, message } = refusal;
			found.set(
				storeId,
				refusedMember({ code: String(code), message: String(message), requestId }),
			);
		} else if (!done.has(storeId)) {
			found.set(storeId, unmentionedMember(requestId));
		}
	}
	return found;
}

function describe({ product_coupon_id, stock_id, brand_id }: Group, storeId: string): IDataObject {
	return { store_id: storeId, product_coupon_id, stock_id, brand_id };
}

function stopMessage(rows: Row[]): StopMessage {
	const failed = rows.flatMap((row) => ('failure' in row ? [row.failure.error] : []));
	const done = rows.length - failed.length;
	const reason = failed[0]?.message ?? '';
	if (done === 0 && !(failed[0] instanceof CallError)) {
		return { message: reason, advice: 'No call was made, so no store was taken off.' };
	}
	return {
		message: `${done} of ${rows.length} stores were disassociated, ${failed.length} were not. The first of these: ${reason}`,
		advice:
			'Running the workflow again is safe. To keep the stores that were disassociated as output, set On Error of this node to Continue (using error output).',
	};
}

export const disassociateStores = batched({
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
				'The stores to take off the stock (门店ID): one ID, IDs separated by commas, blanks or line ends, or an expression that gives a list. The stores of all input items are sent together, 200 at a time.',
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
		return refusals(storeIds, await input.call(endpoint, { ...group, store_list }));
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
});
