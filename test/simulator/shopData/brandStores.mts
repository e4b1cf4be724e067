import { BRANDS, FIRST_STORES } from './ids.mts';
import { type BrandStore, type StoreRecipient } from './types.mts';

/** Who receives the payments of the stores that nobody has changed. */
export const RECIPIENT: StoreRecipient = {
	mchid: '1900000109',
	company_name: '深圳市示例餐饮管理有限公司',
	recipient_state: 'CONFIRMED',
};

const STREETS = ['文心五路', '滨河大道', '深南大道', '科技园路'];

/** The number that a chain has given a store of its own: `0042`, or `南山 01`; the ID where there is none. */
export function ownNumberOf(brandId: string, storeId: string): string {
	const place = (first: string) => Number(storeId) - Number(first) + 1;
	if (brandId === BRANDS.noodles) {
		return `南山 ${String(place(FIRST_STORES.noodles)).padStart(2, '0')}`;
	}
	return brandId === BRANDS.coffee ? String(place(FIRST_STORES.coffee)).padStart(4, '0') : storeId;
}

/** A store as all are that nobody has changed; every twentieth is closed. */
export function usualStore(brandId: string, storeId: string): BrandStore {
	const last = Number(storeId.slice(-4));
	return {
		brand_id: brandId,
		store_id: storeId,
		store_state: last % 20 === 0 ? 'CLOSED' : 'OPEN',
		audit_state: 'SUCCESS',
		store_basics: {
			store_reference_id: ownNumberOf(brandId, storeId),
			branch_name: `${STREETS[last % STREETS.length]}${last}号店`,
		},
		store_address: {
			address_code: '440305',
			address_detail: `${STREETS[last % STREETS.length]}${last}号`,
			address_complements: '地铁站E出口右侧100米',
			longitude: '113.935320',
			latitude: '22.517180',
		},
		store_business: {
			service_phone: '0755-12345678',
			business_hours: '周一至周五 09:00-21:00|周六至周日 10:00-22:30',
		},
		store_recipient: [RECIPIENT],
	};
}
