import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { bodyColumns } from './methods/bodyColumns';
import { searchCashCouponStocks } from './methods/searchCashCouponStocks';
import { searchDeliveryPlans } from './methods/searchDeliveryPlans';
import { searchPayGiftActivities } from './methods/searchPayGiftActivities';
import {
	searchSendingStocks,
	searchStocks,
	searchStoreStocks,
	searchUploadStocks,
} from './methods/searchStocks';
import { runHints } from './operation/hints';
import { nodeProperties } from './operation/properties';
import { subtitleExpression } from './operation/resource';
import { run } from './operation/runner';
import { resources, usualResource } from './resources';

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
		listSearch: {
			searchCashCouponStocks,
			searchDeliveryPlans,
			searchPayGiftActivities,
			searchSendingStocks,
			searchStocks,
			searchStoreStocks,
			searchUploadStocks,
		},
		resourceMapping: { bodyColumns },
	};

	/** @see run */
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return [await run(this)];
	}
}
