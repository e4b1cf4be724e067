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
	triggerPanel,
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
		triggerPanel: triggerPanel(merchantEvents),
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
