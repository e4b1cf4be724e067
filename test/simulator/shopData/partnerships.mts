import { PARTNERS, PARTNERSHIP_STOCKS } from './ids.mts';
import { type AuthorizedData, type Partnership } from './types.mts';

/** The stocks that can be authorised and their partnerships, newest first. */
export const partnerships: ReadonlyArray<{ stock: AuthorizedData; list: Partnership[] }> = [
	{ stock: PARTNERSHIP_STOCKS.many, list: partnershipsOf(PARTNERSHIP_STOCKS.many, 120) },
	{ stock: PARTNERSHIP_STOCKS.fifty, list: partnershipsOf(PARTNERSHIP_STOCKS.fifty, 50) },
	{ stock: PARTNERSHIP_STOCKS.one, list: partnershipsOf(PARTNERSHIP_STOCKS.one, 1) },
	{ stock: PARTNERSHIP_STOCKS.none, list: [] },
];

/** Alternates between app IDs and merchants; the first of each is the one in PARTNERS. */
function partnershipsOf(stock: AuthorizedData, count: number): Partnership[] {
	return Array.from({ length: count }, (_, index) => {
		const built = beijingTime(index);
		return {
			partner: partnerAt(index),
			authorized_data: { ...stock },
			build_time: built,
			terminate_time: index % 10 === 9 ? beijingTime(index - 9) : undefined,
			create_time: built,
			update_time: built,
		};
	});
}

function partnerAt(index: number): Partnership['partner'] {
	const number = Math.floor(index / 2);
	if (index % 2 === 0) {
		const appid = number === 0 ? PARTNERS.appid : `wx${String(number).padStart(16, '0')}`;
		return { type: 'APPID', appid };
	}
	const merchantId = Number(PARTNERS.merchantId) + number;
	return { type: 'MERCHANT', merchant_id: String(merchantId) };
}

/** A time on 18 November 2024, one minute earlier for each `index`, with milliseconds. */
function beijingTime(index: number): string {
	const utc = Date.UTC(2024, 10, 18, 20, 0, 0, 120) - index * 60_000;
	return new Date(utc).toISOString().replace('Z', '+08:00');
}
