import { BRANDS, FIRST_STORES } from '../../simulator/shop.mts';
import { type Example } from './index.mts';

const brand_id = BRANDS.noodles;
const store_id = FIRST_STORES.noodles;

export const brandStore: Record<string, Example[]> = {
	'brandStore.get': [() => ({ brand_id, store_id })],
	'brandStore.getAll': [() => ({ brand_id }), () => ({ brand_id, store_state: 'CLOSED' })],
};
