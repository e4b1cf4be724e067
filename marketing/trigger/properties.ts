import type {
	IDataObject,
	IHookFunctions,
	INodeProperties,
	IWebhookFunctions,
	NodeHint,
} from 'n8n-workflow';
import { EVENT_OPTIONS, PRODUCT_COUPON_RECEIVED } from './events';

/** The fields of the trigger. n8n stores no value that equals its default, so the defaults never change. */
export const triggerProperties: INodeProperties[] = [
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		noDataExpression: true,
		required: true,
		options: EVENT_OPTIONS,
		default: [],
		description:
			'What starts the workflow. WeChat Pay keeps one address for each merchant and kind of coupon, so choose all events here and part them with a Switch node.',
	},
	{
		displayName: 'Set Address',
		name: 'setAddress',
		type: 'boolean',
		noDataExpression: true,
		default: true,
		description:
			'Whether to tell WeChat Pay the address of this workflow when it is activated. It never takes the place of another address, unless Replace Address is on. Turned off: set the production URL yourself, in the merchant platform or with the operations of Notification Address.',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Confirm Product Coupons',
				name: 'confirmProductCoupons',
				type: 'boolean',
				default: false,
				description:
					'Whether to confirm each product coupon that a user received before the workflow runs. When that does not succeed within 4 seconds, WeChat Pay is asked to send the notification again.',
			},
			{
				displayName: 'Replace Address',
				name: 'replaceAddress',
				type: 'boolean',
				default: false,
				description:
					'Whether the address of this workflow may take the place of another system, which gets no notifications then. It is put back when the workflow is deactivated.',
			},
			{
				displayName: 'Test Message',
				name: 'testMessage',
				type: 'boolean',
				default: false,
				description:
					'Whether WeChat Pay is asked to send a signed and encrypted message when you listen for a test event: when it arrives, public key, APIv3 key and address are right. For service providers, platforms, institutions and channel merchants.',
			},
		],
	},
];

/** The parameter `options` of the trigger. */
export interface TriggerOptions {
	replaceAddress: boolean;
	confirmProductCoupons: boolean;
	testMessage: boolean;
}

/** What is not there is off. */
export function optionsOf(context: IHookFunctions | IWebhookFunctions): TriggerOptions {
	const given = context.getNodeParameter('options', {}) as IDataObject;
	return {
		replaceAddress: given.replaceAddress === true,
		confirmProductCoupons: given.confirmProductCoupons === true,
		testMessage: given.testMessage === true,
	};
}

function hintFor(eventType: string, message: string, and = ''): NodeHint {
	return {
		message,
		displayCondition: `={{ $parameter["events"].includes("${eventType}")${and} }}`,
		whenToDisplay: 'beforeExecution',
		location: 'outputPane',
	};
}

/** What has to be set elsewhere before a notification is of use. */
export const eventHints: NodeHint[] = [
	hintFor(
		PRODUCT_COUPON_RECEIVED,
		'A product coupon cannot be used before it is confirmed. Put the operation Product Coupon of User: Confirm behind this node, or turn on Confirm Product Coupons under Options.',
		' && !$parameter["options"]["confirmProductCoupons"]',
	),
	hintFor(
		'COUPON.SEND',
		'The event push for merchant coupons must be on in the merchant platform, and only stocks that the merchant created itself are told about. OpenID and UnionID come only for stocks with a notify_appid.',
	),
	hintFor(
		'DELIVERY_PLAN.CHANGE',
		'WeChat Pay does not say which address is set for delivery plans, so Replace Address under Options must be on to set it.',
	),
];

/** What makes a test event: n8n's panel asks for one that never comes. */
export const testEventHint: NodeHint = {
	message:
		'WeChat Pay calls the production URL only. For a test event, turn on Test Message under Options and execute this node, or execute it and send a sample from the simulator to the test URL (docs/trigger.md, with a payload to paste as test data).',
	displayCondition: '={{ !$parameter["options"]["testMessage"] }}',
	whenToDisplay: 'beforeExecution',
	location: 'outputPane',
};
