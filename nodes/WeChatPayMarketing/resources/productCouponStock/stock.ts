import { fromList } from '../../parameters/common';
import { id } from '../../parameters/kinds';

/** A stock whose stores can be changed. */
export const storeStockId = fromList(
	id('stock_id', {
		label: 'Stock',
		description:
			'The stock of the product coupon. Its store scope must be SPECIFIC: a stock that is valid in all stores has no list of stores.',
	}),
	{ method: 'searchStocks', what: 'stock', example: '123456789' },
);

/** Any stock of the product coupon. */
export const stockId = fromList(
	id('stock_id', { label: 'Stock', description: 'The stock of the product coupon' }),
	{ method: 'searchStocks', what: 'stock', example: '123456789' },
);
