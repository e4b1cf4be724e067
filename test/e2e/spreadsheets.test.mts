import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { exampleFiles, examplesFolder } from '../../scripts/examples/exampleFiles.mts';
import { createExampleShop, exampleStoreRows } from '../../scripts/examples/exampleStores.mts';

test.each(exampleFiles())('examples/$name is what the simulator holds', ({ name, text }) => {
	expect(readFileSync(join(examplesFolder, name), 'utf8')).toBe(text);
});

test('stores.csv has every kind of row', () => {
	const rows = parse(readFileSync(join(examplesFolder, 'stores.csv')), {
		bom: true,
		columns: true,
	});
	expect(rows).toEqual(exampleStoreRows());

	const ids = exampleStoreRows().map(({ store_id }) => store_id);
	const unique = new Set(ids.filter((id) => id !== ''));
	expect(unique.size).toBe(1000);
	expect(ids.filter((id) => id === '')).toHaveLength(1);
	expect(ids).toHaveLength(1025);

	const [{ product_coupon_id, stock_id, brand_id }] = exampleStoreRows() as [
		ReturnType<typeof exampleStoreRows>[number],
	];
	const shop = createExampleShop();
	const onStock = new Set(shop.associatedStores(product_coupon_id, stock_id));
	const ofBrand = shop.brand(brand_id)?.stores ?? new Set();
	const refused = [...unique].filter((id) => !onStock.has(id));
	expect(refused.filter((id) => ofBrand.has(id))).toHaveLength(30);
	expect(refused.filter((id) => !ofBrand.has(id))).toHaveLength(15);
});
