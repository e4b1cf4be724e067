import {
	NodeConnectionTypes,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { merchantAccount } from '../../marketing/account';
import { ofProcess } from '../../marketing/transport/shared';
import { merchantEvents } from '../../marketing/trigger/events';
import { activate, deactivate, isActivated } from '../../marketing/trigger/lifecycle';
import {
	eventHints,
	testEventHint,
	triggerProperties,
	webhooks,
} from '../../marketing/trigger/properties';
import { receive } from '../../marketing/trigger/receiving';

const MERCHANT = { account: merchantAccount, events: merchantEvents };

/** Starts a workflow when WeChat Pay sends a notification, verified, decrypted, and each once. */
export class WeChatPayMarketingTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WeChat Pay Marketing Trigger',
		name: 'weChatPayMarketingTrigger',
		icon: {
			light: 'file:../../icons/weChatPayMarketing.svg',
			dark: 'file:../../icons/weChatPayMarketing.dark.svg',
		},
		group: ['trigger'],
		version: 2,
		subtitle: merchantEvents.subtitle,
		description:
			'Starts the workflow when a coupon is received or used, or a plan or image changes',
		eventTriggerDescription:
			'Turn on Test Message under Options and listen again, or send a sample from the simulator to the test URL: WeChat Pay itself calls the production URL only',
		defaults: { name: 'WeChat Pay Marketing Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'weChatPayMarketingApi', required: true }],
		webhooks,
		hints: [...eventHints(merchantEvents), testEventHint(merchantEvents)],
		properties: triggerProperties(merchantEvents),
		triggerPanel: {
			header: '',
			executionsHelp: {
				inactive:
					'While building, execute this node: the address that WeChat Pay has stays as it is. Turn on Test Message under Options and WeChat Pay sends a message to the test address, or send a sample from the simulator.',
				active:
					'Each notification of the chosen events starts the workflow once; see the executions list. To try it out, execute this node: the address that WeChat Pay has stays as it is. When none arrives, look into the log of n8n: what WeChat Pay did not sign makes no execution, and the log says which check failed.',
			},
			activationHint:
				'Once it is active, WeChat Pay is told the address of this workflow, and each notification starts it. When it is deactivated, WeChat Pay keeps calling; product coupons that users receive meanwhile stay CONFIRMING and cannot be used.',
		},
	};

	webhookMethods = {
		default: {
			/** @see isActivated */
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await isActivated(this, MERCHANT, ofProcess);
			},

			/** @see activate */
			async create(this: IHookFunctions): Promise<boolean> {
				await activate(this, MERCHANT, ofProcess);
				return true;
			},

			/** @see deactivate */
			async delete(this: IHookFunctions): Promise<boolean> {
				await deactivate(this, merchantAccount, ofProcess);
				return true;
			},
		},
	};

	/** @see receive */
	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this, MERCHANT, ofProcess);
	}
}
