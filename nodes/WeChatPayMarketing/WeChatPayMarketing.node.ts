import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { properties, subtitle } from './actions';
import { run } from './actions/runner';
import { searchStocks } from './methods/searchStocks';

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
		subtitle,
		description: 'Work with coupons, stocks and partnerships of WeChat Pay',
		defaults: { name: 'WeChat Pay Marketing' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'weChatPayMarketingApi', required: true }],
		hints: [
			{
				message:
					'The list is read once for every input item. Turn on "Execute Once" in Settings to read it once.',
				displayCondition: '={{ $parameter["operation"] === "getAll" && $input.all().length > 1 }}',
				whenToDisplay: 'beforeExecution',
				location: 'outputPane',
			},
			{
				message:
					'The stores of all input items will be taken off their stocks, 200 in a call. Coupons can then no longer be used there.',
				displayCondition: '={{ $parameter["operation"] === "disassociateStores" }}',
				whenToDisplay: 'beforeExecution',
				location: 'outputPane',
			},
		],
		properties,
	};

	methods = { listSearch: { searchStocks } };

	/** @see run */
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return [await run(this)];
	}
}
