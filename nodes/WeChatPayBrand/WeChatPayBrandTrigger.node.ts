import {
	NodeConnectionTypes,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { brandAccount } from '../../marketing/brand';
import { ofProcess } from '../../marketing/transport/shared';
import { brandEvents } from '../../marketing/trigger/events';
import { activate, deactivate, isActivated } from '../../marketing/trigger/lifecycle';
import {
	eventHints,
	testEventHint,
	triggerProperties,
	webhooks,
} from '../../marketing/trigger/properties';
import { receive } from '../../marketing/trigger/receiving';

const BRAND = { account: brandAccount, events: brandEvents };

/** Starts a workflow when WeChat Pay sends a brand a notification, verified, decrypted, and each once. */
export class WeChatPayBrandTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WeChat Pay Brand Trigger',
		name: 'weChatPayBrandTrigger',
		icon: {
			light: 'file:../../icons/weChatPayBrand.svg',
			dark: 'file:../../icons/weChatPayBrand.dark.svg',
		},
		group: ['trigger'],
		version: 2,
		subtitle: brandEvents.subtitle,
		description:
			'Starts the workflow when a product coupon of the brand is received, or a delivery plan changes',
		eventTriggerDescription:
			'Send a sample from the simulator to the test URL: WeChat Pay itself calls the production URL only',
		defaults: { name: 'WeChat Pay Brand Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'weChatPayBrandApi', required: true }],
		webhooks,
		hints: [...eventHints(brandEvents), testEventHint(brandEvents)],
		properties: triggerProperties(brandEvents),
		triggerPanel: {
			header: '',
			executionsHelp: {
				inactive:
					'While building, execute this node: the address that WeChat Pay has stays as it is. Send a sample from the simulator.',
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
				return await isActivated(this, BRAND, ofProcess);
			},

			/** @see activate */
			async create(this: IHookFunctions): Promise<boolean> {
				await activate(this, BRAND, ofProcess);
				return true;
			},

			/** @see deactivate */
			async delete(this: IHookFunctions): Promise<boolean> {
				await deactivate(this, brandAccount, ofProcess);
				return true;
			},
		},
	};

	/** @see receive */
	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this, BRAND, ofProcess);
	}
}
