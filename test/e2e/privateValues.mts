import {
	BRANDS,
	createShop,
	MCHID,
	MERCHANT_COUPON_STOCKS,
	PARTNERS,
	PARTNERSHIP_STOCKS,
	PRODUCT_COUPONS,
	REPORT_STOCKS,
	STOCKS,
} from '../simulator/shop.mts';

/** The IDs that examples may name: those of the simulator's shop. */
const FREE_IDS = new Set<string>([
	MCHID,
	...Object.values(BRANDS),
	...Object.values(PRODUCT_COUPONS),
	...Object.values(STOCKS),
	...Object.values(MERCHANT_COUPON_STOCKS),
	...Object.values(PARTNERSHIP_STOCKS).map(({ stock_id }) => stock_id),
	...Object.values(PARTNERS),
	...Object.values(REPORT_STOCKS),
	...Object.values(BRANDS).flatMap((brand) => [...(createShop().brand(brand)?.stores ?? [])]),
]);

/** What looks like an ID, a key or a person of somebody's: it has no place in an example. */
const SUSPICIOUS: ReadonlyArray<[what: string, pattern: RegExp]> = [
	['an AppID', /\bwx[0-9a-z]{10,}/gi],
	['an ID of WeChat Pay', /(?<![\w.])\d{5,}(?![\w.])/g],
	['a public key ID', /PUB_KEY_ID_\w+/g],
	['a key', /-----BEGIN [A-Z ]+-----/g],
	['an instance ID, a certificate serial number or a secret', /(?=[\w+=-]*\d)[\w+=-]{32,}/g],
	['a UUID, as credentials and webhook keys are', /[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/gi],
	['a key of a webhook or a chat model', /\b(xox[a-z]-|sk-)[\w-]{8,}/g],
	['a webhook of Slack', /hooks\.slack\.com\/services\/\w+/g],
	['an e-mail address', /[\w.+-]+@(?!example\.)[\w-]+\.[a-z]{2,}/gi],
	['a telephone number', /\+\d{7,}/g],
];

/** Names each thing in a text that looks like an ID, a key or an address of somebody's. */
export function privateValues(text: string): string[] {
	return SUSPICIOUS.flatMap(([what, pattern]) =>
		[...text.matchAll(pattern)]
			.filter(([match]) => !FREE_IDS.has(match))
			.map(([match]) => `${what}: ${match}`),
	);
}
