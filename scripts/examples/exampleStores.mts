import {
	BRANDS,
	createShop,
	PRODUCT_COUPONS,
	type Shop,
	storeIds,
	STOCKS,
} from '../../test/simulator/shop.mts';
import { ownNumberOf } from '../../test/simulator/shopData/brandStores.mts';

/** A row of examples/stores.csv: a closed store that is to be taken off a stock. */
export interface StoreRow {
	store_id: string;
	brand_id: string;
	product_coupon_id: string;
	stock_id: string;
	store_name: string;
	closed_on: string;
}

const STOCK = {
	brand_id: BRANDS.coffee,
	product_coupon_id: PRODUCT_COUPONS.effective,
	stock_id: STOCKS.manyStores,
};

/** Closed this year and still on the stock: every third of the stores from the hundredth on. */
const closedStores = storeIds('100000101', 955 * 3).filter((_, index) => index % 3 === 0);

/** Closed years ago and taken off the stock then. */
const removedStores = storeIds('100000102', 30 * 90).filter((_, index) => index % 90 === 0);

/** Closed before the brand came to WeChat Pay, which has never heard of them. */
const unknownStores = storeIds('100009001', 15);

/** Listed by two departments. */
const listedTwice = [
	...closedStores.filter((_, index) => index % 44 === 7),
	...removedStores.slice(3, 5),
];

/** The rows of the example spreadsheet, by closing date; always the same. */
export function exampleStoreRows(): StoreRow[] {
	const rows = [
		...unknownStores.map((id, index) => row(id, dayAfter('2016-03-01', index * 23))),
		...removedStores.map((id, index) => row(id, dayAfter('2019-02-01', index * 17))),
		...closedStores.map((id, index) => row(id, dayAfter('2025-01-06', Math.floor(index / 4)))),
		...listedTwice.map((id, index) => row(id, dayAfter('2025-09-08', index))),
	].sort((a, b) => a.closed_on.localeCompare(b.closed_on));
	const middle = Math.floor(rows.length / 2);
	const forgotten = { ...row('100000999', rows[middle]?.closed_on ?? ''), store_id: '' };
	return [...rows.slice(0, middle), forgotten, ...rows.slice(middle)];
}

/** A row of examples/stores-own-numbers.csv: the same by the number that the chain has given the store. */
export type OwnNumberRow = Omit<StoreRow, 'store_id'> & { store_reference_id: string };

/** @param store_reference_id what the sheet has, where that is not the number */
function byOwnNumber(
	storeId: string,
	store_reference_id = ownNumberOf(STOCK.brand_id, storeId),
): OwnNumberRow {
	const { store_name, closed_on } = row(storeId, '2026-11-02');
	return { store_reference_id, ...STOCK, store_name, closed_on };
}

/** The rows of the example spreadsheet with own numbers; always the same. */
export function exampleOwnNumberRows(): OwnNumberRow[] {
	return [
		...closedStores.slice(0, 40).map((id) => byOwnNumber(id)),
		...removedStores.slice(1, 4).map((id) => byOwnNumber(id)),
		// A spreadsheet took the zero off; somebody mistyped the number.
		byOwnNumber('100000199', '199'),
		byOwnNumber('100000202', '02O2'),
	];
}

/** The shop that the spreadsheet is about: stores that closed years ago are no longer on the stock. */
export function createExampleShop(): Shop {
	const shop = createShop();
	shop.disassociate(STOCK.product_coupon_id, STOCK.stock_id, new Set(removedStores));
	return shop;
}

const CITIES = ['上海', '杭州', '苏州', '南京', '宁波', '青岛', '厦门', '广州', '深圳', '成都'];
const STREETS = ['人民路', '中山路', '解放路', '滨海路', '文昌街', '望江路', '学院路', '新华街'];

function row(storeId: string, closedOn: string): StoreRow {
	const number = Number(storeId.slice(-4));
	const city = CITIES[number % CITIES.length];
	const street = STREETS[Math.floor(number / CITIES.length) % STREETS.length];
	return {
		store_id: storeId,
		...STOCK,
		store_name: `海风咖啡${city}${street}${number}号店`,
		closed_on: closedOn,
	};
}

function dayAfter(date: string, days: number): string {
	return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}
