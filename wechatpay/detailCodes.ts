/**
 * The detail codes of WeChat Pay's trouble-shooting guide, and what they mean by a name: the digits after the
 * last `-` of the `Request-ID` header. They say more than code and message do.
 */
export const DETAIL_CODES = {
	268435461: 'illegalParameter',
	268435462: 'parameterTooLong',
	268435463: 'parameterTooShort',
	268435464: 'parameterOutOfRange',
	268577984: 'stockNotSending',
	268578101: 'illegalInput',
	268578224: 'parameterAgainstItsField',
	268578367: 'userCouponInOtherState',
	268578404: 'noImage',
	268578526: 'unresolvedOpenid',
	268578532: 'unresolvedOpenidOfBrand',
	268578608: 'nothingThere',
	268578704: 'illegalAppid',
	268578776: 'userCouponExpired',
	268578813: 'stockForAllStores',
	268578851: 'noSuchUserCoupon',
	268578927: 'sameNumberOtherData',
	268579803: 'providerWithoutPermission',
	268584404: 'storeNotAllowed',
	268586067: 'decreasingDiscounts',
	270087680: 'imageTooLarge',
	270924289: 'tooFrequent',
	272755200: 'sentUnderOtherNumber',
	272755715: 'couponOutsideValidity',
	272755717: 'couponOutsidePeriods',
	272756740: 'receiveLimitReached',
	272756745: 'couponUsedByOtherOrder',
	272756746: 'couponLocked',
	272756769: 'couponDeleted',
	272756790: 'couponExpired',
} as const;

/** What detail codes can mean. */
export type DetailMeaning = (typeof DETAIL_CODES)[keyof typeof DETAIL_CODES];

/** @returns what the detail code of a Request-ID means, `undefined` when it has none */
export function detailMeaning(requestId: string): DetailMeaning | undefined {
	const code = requestId.slice(requestId.lastIndexOf('-') + 1);
	const known: Readonly<Record<string, DetailMeaning>> = DETAIL_CODES;
	return Object.hasOwn(known, code) ? known[code] : undefined;
}
