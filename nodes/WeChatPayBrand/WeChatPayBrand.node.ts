import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { brandAccount, brandResources } from '../../marketing/brand';
import { bodyColumnsOf } from '../../marketing/editor/bodyColumns';
import { runHints } from '../../marketing/editor/hints';
import { listSearches } from '../../marketing/editor/listSearch';
import { nodeProperties } from '../../marketing/editor/properties';
import { searchBrandStores } from '../../marketing/editor/searchBrandStores';
import { searchPlansOfBrand } from '../../marketing/editor/searchDeliveryPlans';
import {
	searchSendingStocks,
	searchStocks,
	searchStoreStocks,
	searchUploadStocks,
} from '../../marketing/editor/searchStocks';
import { subtitleExpression } from '../../marketing/operation/resource';
import { run } from '../../marketing/operation/runner';
import { usualResource } from '../../marketing/resources';
import { ofProcess } from '../../marketing/transport/shared';

/** What a brand does at WeChat Pay by itself: product coupons, their stocks, stores and delivery plans. */
export class WeChatPayBrand implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WeChat Pay Brand',
		name: 'weChatPayBrand',
		icon: {
			light: 'file:../../icons/weChatPayBrand.svg',
			dark: 'file:../../icons/weChatPayBrand.dark.svg',
		},
		group: ['input'],
		version: 1,
		subtitle: subtitleExpression(brandResources),
		description:
			'Work with product coupons, stores and delivery plans of WeChat Pay, as the brand itself',
		defaults: { name: 'WeChat Pay Brand' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'weChatPayBrandApi', required: true }],
		hints: runHints(brandResources),
		properties: nodeProperties(brandResources, usualResource),
	};

	methods = {
		listSearch: listSearches(brandAccount, ofProcess, {
			searchBrandStores,
			searchDeliveryPlans: searchPlansOfBrand,
			searchSendingStocks,
			searchStocks,
			searchStoreStocks,
			searchUploadStocks,
		}),
		resourceMapping: { bodyColumns: bodyColumnsOf(brandResources) },
	};

	/** @see run */
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return [await run(this, brandAccount, ofProcess, brandResources)];
	}
}
