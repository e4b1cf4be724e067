import type {
	IDataObject,
	IHookFunctions,
	INodeProperties,
	IWebhookDescription,
	IWebhookFunctions,
	NodeHint,
} from 'n8n-workflow';
import type { Events } from './events';

/** Where a trigger is called. What is taken is answered by n8n, once it has stored the execution. */
export const webhooks: IWebhookDescription[] = [
	{
		name: 'default',
		httpMethod: 'POST',
		responseMode: 'onReceived',
		responseData: '{"code":"SUCCESS"}',
		path: 'webhook',
	},
];

const confirmProductCoupons: INodeProperties = {
	displayName: 'Confirm Product Coupons',
	name: 'confirmProductCoupons',
	type: 'boolean',
	default: false,
	description:
		'Whether to confirm each product coupon that a user received before the workflow runs. When that does not succeed within 4 seconds, WeChat Pay is asked to send the notification again.',
};

const confirmationAppid: INodeProperties = {
	displayName: 'AppID for Confirming',
	name: 'appid',
	type: 'string',
	default: '',
	placeholder: 'e.g. wx233544546545989',
	description:
		'The AppID under which users have their OpenIDs, for notifications that name none. Without one such a coupon is not confirmed, and the item says so.',
};

const replaceAddress: INodeProperties = {
	displayName: 'Replace Address',
	name: 'replaceAddress',
	type: 'boolean',
	default: false,
	description:
		'Whether the address of this workflow may take the place of another system, which gets no notifications then. It is put back when the workflow is deactivated.',
};

const testMessage: INodeProperties = {
	displayName: 'Test Message',
	name: 'testMessage',
	type: 'boolean',
	default: false,
	description:
		'Whether WeChat Pay is asked to send a signed and encrypted message when you listen for a test event: when it arrives, public key, APIv3 key and address are right. For service providers, platforms, institutions and channel merchants.',
};

/** The fields of a trigger. n8n stores no value that equals its default, so the defaults never change. */
export function triggerProperties(events: Events): INodeProperties[] {
	return [
		{
			displayName: 'Events',
			name: 'events',
			type: 'multiOptions',
			noDataExpression: true,
			required: true,
			options: events.options,
			default: [],
			description:
				'What starts the workflow. WeChat Pay keeps one address for each account and kind of coupon, so choose all events here and part them with a Switch node.',
		},
		{
			displayName: 'Set Address',
			name: 'setAddress',
			type: 'boolean',
			noDataExpression: true,
			default: true,
			description:
				'Whether to tell WeChat Pay the address of this workflow when it is activated. It never takes the place of another address, unless Replace Address is on. Turned off: set the production URL yourself, on the platform of the account or with the operations of Notification Address.',
		},
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add option',
			default: {},
			options: [
				...(events.alwaysNamesAppid ? [] : [confirmationAppid]),
				confirmProductCoupons,
				replaceAddress,
				...(events.hasTestMessage ? [testMessage] : []),
			],
		},
	];
}

/** The parameter `options` of the trigger. */
export interface TriggerOptions {
	replaceAddress: boolean;
	confirmProductCoupons: boolean;
	testMessage: boolean;
	/** with which coupons are confirmed whose notification names none; empty for none */
	appid: string;
}

/** What is not there is off. */
export function optionsOf(context: IHookFunctions | IWebhookFunctions): TriggerOptions {
	const given = context.getNodeParameter('options', {}) as IDataObject;
	return {
		replaceAddress: given.replaceAddress === true,
		confirmProductCoupons: given.confirmProductCoupons === true,
		testMessage: given.testMessage === true,
		appid: typeof given.appid === 'string' ? given.appid.trim() : '',
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
export function eventHints(events: Events): NodeHint[] {
	const { couponReceived } = events;
	const hints: ReadonlyArray<readonly [eventType: string, message: string, and?: string]> = [
		[
			couponReceived,
			'A product coupon cannot be used before it is confirmed. Put the operation Product Coupon of User: Confirm behind this node, or turn on Confirm Product Coupons under Options.',
			' && !$parameter["options"]["confirmProductCoupons"]',
		],
		[
			'COUPON.SEND',
			'The event push for merchant coupons must be on in the merchant platform, and only stocks that the merchant created itself are told about. OpenID and UnionID come only for stocks with a notify_appid.',
		],
		[
			'DELIVERY_PLAN.CHANGE',
			'WeChat Pay does not say which address is set for delivery plans, so Replace Address under Options must be on to set it.',
		],
	];
	return hints
		.filter(([eventType]) => events.has(eventType))
		.map(([eventType, message, and]) => hintFor(eventType, message, and));
}

/** What makes a test event: n8n's panel asks for one that never comes. */
export function testEventHint({ hasTestMessage }: Events): NodeHint {
	const where = { whenToDisplay: 'beforeExecution', location: 'outputPane' } as const;
	if (!hasTestMessage) {
		return {
			...where,
			message:
				'WeChat Pay calls the production URL only. For a test event, execute this node and send a sample from the simulator to the test URL (docs/trigger.md).',
		};
	}
	return {
		...where,
		message:
			'WeChat Pay calls the production URL only. For a test event, turn on Test Message under Options and execute this node, or execute it and send a sample from the simulator to the test URL (docs/trigger.md, with a payload to paste as test data).',
		displayCondition: '={{ !$parameter["options"]["testMessage"] }}',
	};
}
