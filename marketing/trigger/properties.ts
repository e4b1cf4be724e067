import type { INodeProperties } from 'n8n-workflow';
import { EVENT_OPTIONS } from './events';

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
