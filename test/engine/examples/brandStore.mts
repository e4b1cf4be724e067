import { BRANDS, FIRST_STORES, storeIds } from '../../simulator/shop.mts';
import { RECIPIENT } from '../../simulator/shopData/brandStores.mts';
import { type Example } from './index.mts';

const brand_id = BRANDS.coffee;
const store_id = FIRST_STORES.coffee;

let made = 0;
/** A number that was not used before. */
const next = () => (made += 1);

/** Stores that are in turn what an operation is about, closed ones or open ones; there are more than a test takes. */
const turn = (isClosed: boolean) => {
	const stores = storeIds(store_id, 400).filter((id) => (Number(id) % 20 === 0) === isClosed);
	return () => ({ brand_id, store_id: stores[next() % stores.length] as string });
};
const closed = turn(true);
const open = turn(false);

const store_address = { address_code: '440305', address_detail: '文心五路33号' };
/** All that can be said of a store. */
const details = () => ({
	store_basics: { store_reference_id: `南山 新${next()}`, branch_name: '海岸城店' },
	store_address: {
		...store_address,
		address_complements: '地铁后海站E出口右侧100米',
		longitude: '113.935320',
		latitude: '-22.517180',
	},
	store_business: {
		service_phone: '0755-12345678|0755-12345679',
		business_hours: '周一至周五 09:00-21:00|周日 10:00-22:30',
	},
});

const company_name = '上海示例贸易有限公司';
const recipient = () => ({ mchid: String(1_900_000_200 + next()), company_name });

export const brandStore: Record<string, Example[]> = {
	'brandStore.bindRecipient': [() => ({ ...open(), ...recipient() })],
	'brandStore.close': [open],
	'brandStore.create': [() => ({ brand_id, store_address }), () => ({ brand_id, ...details() })],
	'brandStore.delete': [open],
	'brandStore.get': [() => ({ brand_id, store_id })],
	'brandStore.getAll': [() => ({ brand_id }), () => ({ brand_id, store_state: 'CLOSED' })],
	'brandStore.reopen': [closed],
	'brandStore.unbindRecipient': [() => ({ ...open(), mchid: RECIPIENT.mchid })],
	'brandStore.update': [
		() => ({ ...open(), store_basics: { store_reference_id: `南山 新${next()}` } }),
		() => ({ ...open(), ...details() }),
	],
};
