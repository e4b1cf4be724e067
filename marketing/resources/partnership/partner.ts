import type { IDataObject } from 'n8n-workflow';
import type { Change } from '../../operation/change';
import { choice, code, id, requestNumber } from '../../parameters/kinds';
import { when } from '../../parameters/conditions';
import type { RequestNumber } from '../../parameters/parameter';
import { getAll } from './getAll';
import { businessType, PARTNER_TYPES, stockId } from './authorised';

const partnerType = choice('partner.type', PARTNER_TYPES, {
	label: 'Partner Type',
	name: 'partnerType',
	description: 'Whether the partner is an AppID or a merchant',
});

const appid = when(
	partnerType,
	'APPID',
	code('partner.appid', {
		maxLength: 32,
		example: 'wx233544546545989',
		description: 'The AppID of the partner. It must be bound to the merchant.',
	}),
);

const partnerMerchantId = when(
	partnerType,
	'MERCHANT',
	id('partner.merchant_id', {
		label: 'Partner Merchant ID',
		name: 'partnerMerchantId',
		maxLength: 15,
		example: '1900000109',
		description: 'The merchant ID of the partner',
	}),
);

/** WeChat Pay takes it in a header, which it does not sign. */
const idempotencyKey: RequestNumber<'Idempotency-Key'> = {
	...requestNumber('Idempotency-Key', {
		maxLength: 48,
		pattern: /^[\w|*-]+$/,
		patternWords: 'digits, letters, |, _, * and -',
	}),
	in: 'header',
};

/** Who is the partner, and for which stock. */
export const ofPartner = [
	partnerType,
	appid,
	partnerMerchantId,
	businessType,
	stockId,
	idempotencyKey,
] as const;

/**
 * A partnership that was terminated stays in the list; one that was built again after that is in force.
 *
 * @returns `undefined` when its times cannot be read
 */
function isInForce({ build_time, terminate_time }: IDataObject): boolean | undefined {
	if (terminate_time === undefined || terminate_time === null || terminate_time === '') return true;
	const lead = Date.parse(String(build_time)) - Date.parse(String(terminate_time));
	return Number.isNaN(lead) ? undefined : lead > 0;
}

/**
 * A change of a partnership, which the list of partnerships shows.
 *
 * @param as what it is called
 * @param wanted whether the partnership is in force then
 */
export function partnershipChange(as: string, wanted: boolean): Change {
	return {
		as,
		look: 'the list of partnerships',
		isSo: async (calls, values) => {
			const ofList = { ...values, [idempotencyKey.wire]: undefined };
			let isReadable = true;
			for await (const { entries } of getAll.entries(calls, ofList)) {
				const inForce = entries.map(isInForce);
				if (inForce.includes(true)) return wanted;
				isReadable &&= !inForce.includes(undefined);
			}
			return isReadable ? !wanted : undefined;
		},
	};
}
