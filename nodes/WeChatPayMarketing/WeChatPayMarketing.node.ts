import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { merchantAccount } from '../../marketing/account';
import { bodyColumnsOf } from '../../marketing/editor/bodyColumns';
import { listSearches } from '../../marketing/editor/listSearch';
import { searchBrandStores } from '../../marketing/editor/searchBrandStores';
import { searchCashCouponStocks } from '../../marketing/editor/searchCashCouponStocks';
import { searchDeliveryPlans } from '../../marketing/editor/searchDeliveryPlans';
import { searchPayGiftActivities } from '../../marketing/editor/searchPayGiftActivities';
import {
	searchSendingStocks,
	searchStocks,
	searchStoreStocks,
	searchUploadStocks,
} from '../../marketing/editor/searchStocks';
import { runHints } from '../../marketing/editor/hints';
import { nodeProperties } from '../../marketing/editor/properties';
import { subtitleExpression } from '../../marketing/operation/resource';
import { run } from '../../marketing/operation/runner';
import { resources, usualResource } from '../../marketing/resources';
import { ofProcess } from '../../marketing/transport/shared';

/** Coupons, stocks and partnerships of WeChat Pay, every request signed and every answer verified. */
export class WeChatPayMarketing implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WeChat Pay Marketing',
		name: 'weChatPayMarketing',
		icon: {
			light: 'file:../../icons/weChatPayMarketing.svg',
			dark: 'file:../../icons/weChatPayMarketing.dark.svg',
		},
		group: ['input'],
		version: 1,
		subtitle: subtitleExpression(resources),
		description: 'Work with coupons, stocks and partnerships of WeChat Pay',
		defaults: { name: 'WeChat Pay Marketing' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'weChatPayMarketingApi', required: true }],
		hints: runHints(resources),
		properties: nodeProperties(resources, usualResource),
	};

	methods = {
		listSearch: listSearches(merchantAccount, ofProcess, {
			searchBrandStores,
			searchCashCouponStocks,
			searchDeliveryPlans,
			searchPayGiftActivities,
			searchSendingStocks,
			searchStocks,
			searchStoreStocks,
			searchUploadStocks,
		}),
		resourceMapping: { bodyColumns: bodyColumnsOf(resources) },
	};

	/** @see run */
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return [await run(this, merchantAccount, ofProcess, resources)];
	}
}
