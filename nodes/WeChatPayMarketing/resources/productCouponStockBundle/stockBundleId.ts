import { id } from '../../parameters/kinds';

export const stockBundleId = id('stock_bundle_id', {
	example: '123456789',
	description: 'The bundle of stocks, as WeChat Pay returned it when it was created',
});
