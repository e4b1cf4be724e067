import { text } from '../../parameters/kinds';

/** Where WeChat Pay sends notifications. */
export const notifyUrl = text('notify_url', {
	label: 'Notification URL',
	name: 'notifyUrl',
	maxLength: 256,
	pattern: /^https:\/\/[^\s?#]+$/,
	patternWords: 'an address that begins with https:// and has no query',
	example: 'https://n8n.example.com/webhook/…/webhook',
	description:
		'The address that WeChat Pay will call: public, with https, without a query, 256 characters at most. The trigger shows its own.',
});
